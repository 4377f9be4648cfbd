use latchkey_contract::ProblemKind;
use serde_json::{Value, json};

use super::scene::{Scene, Who};
use crate::harness::{PASSWORD, Reply, USER};
use crate::restapi::Request;

/// Who may use an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Right {
    Anybody,
    SignedIn,
    /// Users of companies, each for themselves.
    CompanyUser,
    /// The owner of the thing that the path names.
    Owner,
    /// The account, of whatever role, whose thing the path names.
    OwnAccount,
    Administrator,
    /// Scripts with a pair of keys.
    Keys,
}

/// A row of the table: an operation, who may use it, and who shows here that it works.
pub(super) struct Operation {
    pub(super) name: &'static str,
    pub(super) right: Right,
    pub(super) by: Who,
}

const fn row(name: &'static str, right: Right, by: Who) -> Operation {
    Operation { name, right, by }
}

pub(super) const OPERATIONS: &[Operation] = &[
    row("POST /api/v1/session", Right::Anybody, Who::Nobody),
    row("GET /api/v1/session", Right::SignedIn, Who::Owner),
    row("DELETE /api/v1/session", Right::Anybody, Who::Nobody),
    row("POST /api/v1/session/step-up", Right::SignedIn, Who::Owner),
    row("GET /api/v1/sessions", Right::SignedIn, Who::Owner),
    row("DELETE /api/v1/sessions", Right::SignedIn, Who::Owner),
    row("DELETE /api/v1/sessions/{id}", Right::OwnAccount, Who::Owner),
    row("GET /api/v1/profile", Right::SignedIn, Who::Owner),
    row("PUT /api/v1/profile", Right::SignedIn, Who::Owner),
    row("PUT /api/v1/profile/password", Right::SignedIn, Who::Owner),
    row("GET /api/v1/api-access", Right::CompanyUser, Who::Owner),
    row("GET /api/v1/api-access/usage", Right::CompanyUser, Who::Owner),
    row("POST /api/v1/api-access/request", Right::CompanyUser, Who::Colleague),
    row("DELETE /api/v1/api-access/request", Right::CompanyUser, Who::Colleague),
    row("POST /api/v1/credentials", Right::CompanyUser, Who::Owner),
    row("POST /api/v1/credentials/{id}/secret/reveal", Right::Owner, Who::Owner),
    row("POST /api/v1/credentials/{id}/secret/replace", Right::Owner, Who::Owner),
    row("POST /api/v1/credentials/{id}/test", Right::Owner, Who::Owner),
    row("POST /api/v1/credentials/{id}/revoke", Right::Owner, Who::Owner),
    row("GET /api/v1/activity", Right::SignedIn, Who::Owner),
    row("GET /api/v1/events", Right::SignedIn, Who::Owner),
    row("GET /api/v1/compute/instances", Right::CompanyUser, Who::Owner),
    row("GET /api/v1/compute/volumes", Right::CompanyUser, Who::Colleague),
    row("GET /api/v1/compute/vm-snapshots", Right::CompanyUser, Who::Owner),
    row("GET /api/v1/compute/ssh-keys", Right::CompanyUser, Who::Stranger),
    row("GET /api/v1/network/networks", Right::CompanyUser, Who::Owner),
    row("GET /api/v1/network/security-groups", Right::CompanyUser, Who::Colleague),
    row("GET /api/v1/resources/counts", Right::CompanyUser, Who::Stranger),
    row("GET /api/v1/resources/samples", Right::CompanyUser, Who::Colleague),
    row("GET /api/v1/admin/api-requests", Right::Administrator, Who::Administrator),
    row("GET /api/v1/admin/api-requests/{id}", Right::Administrator, Who::Administrator),
    row("POST /api/v1/admin/api-requests/{id}/approve", Right::Administrator, Who::Administrator),
    row("POST /api/v1/admin/api-requests/{id}/deny", Right::Administrator, Who::Administrator),
    row("GET /api/v1/admin/users", Right::Administrator, Who::Administrator),
    row("POST /api/v1/admin/users/{id}/api-access/disable", Right::Administrator, Who::Administrator),
    row("POST /api/v1/admin/users/{id}/api-access/enable", Right::Administrator, Who::Administrator),
    row("GET /api/v1/openapi.json", Right::Anybody, Who::Nobody),
    row("GET /config.json", Right::Anybody, Who::Nobody),
    row("GET /healthz", Right::Anybody, Who::Nobody),
    row("GET /restapi/zone/zonelist", Right::Keys, Who::Owner),
    row("GET /restapi/compute/computeOfferingList", Right::Keys, Who::Owner),
    row("GET /restapi/storage/storageOfferingList", Right::Keys, Who::Owner),
    row("GET /restapi/template/templateList", Right::Keys, Who::Owner),
    row("GET /restapi/networkoffering/networkOfferingList", Right::Keys, Who::Owner),
    row("GET /restapi/networkoffering/vpcNetworkOfferingList", Right::Keys, Who::Owner),
    row("GET /restapi/network/networkList", Right::Keys, Who::Owner),
    row("GET /restapi/instance/instanceList", Right::Keys, Who::Owner),
    row("GET /restapi/sshkey/sshkeyList", Right::Keys, Who::Owner),
    row("GET /restapi/securitygroup/securityList", Right::Keys, Who::Owner),
    row("GET /restapi/volume/volumeList", Right::Keys, Who::Owner),
    row("GET /restapi/vmsnapshot/vmsnapshotList", Right::Keys, Who::Owner),
    row("POST /restapi/instance/createInstance", Right::Keys, Who::Owner),
    row("GET /restapi/instance/vmStatus", Right::Keys, Who::Owner),
    row("PUT /restapi/instance/updateInstanceName", Right::Keys, Who::Owner),
    row("GET /restapi/instance/resizeVm", Right::Keys, Who::Owner),
    row("GET /restapi/instance/startInstance", Right::Keys, Who::Owner),
    row("GET /restapi/instance/stopInstance", Right::Keys, Who::Owner),
    row("GET /restapi/instance/destroyInstance", Right::Keys, Who::Owner),
    row("GET /restapi/instance/resetSSHkey", Right::Keys, Who::Owner),
    row("GET /restapi/instance/attachIso", Right::Keys, Who::Owner),
    row("GET /restapi/instance/detachIso", Right::Keys, Who::Owner),
    row("POST /restapi/instance/attachNetwork", Right::Keys, Who::Owner),
    row("POST /restapi/instance/detachNetwork", Right::Keys, Who::Owner),
    row("POST /restapi/network/createNetwork", Right::Keys, Who::Owner),
    row("DELETE /restapi/network/deleteNetwork/{id}", Right::Keys, Who::Owner),
    row("POST /restapi/volume/createVolume", Right::Keys, Who::Owner),
    row("GET /restapi/volume/attachVolume", Right::Keys, Who::Owner),
    row("GET /restapi/volume/detachVolume", Right::Keys, Who::Owner),
    row("DELETE /restapi/volume/deleteVolume/{id}", Right::Keys, Who::Owner),
    row("POST /restapi/vmsnapshot/createVmSnapshot", Right::Keys, Who::Owner),
    row("DELETE /restapi/vmsnapshot/deleteVmSnapshot/{id}", Right::Keys, Who::Owner),
];

impl Right {
    /// What `who` is told, if `who` may not.
    pub(super) fn refusal(self, who: Who) -> Option<ProblemKind> {
        match (self, who) {
            (Self::Anybody | Self::Keys, _) => None,
            (_, Who::Nobody) => Some(ProblemKind::NotSignedIn),
            (Self::CompanyUser | Self::Owner, Who::Administrator) => Some(ProblemKind::Forbidden),
            (Self::Owner, Who::Colleague | Who::Stranger)
            | (Self::OwnAccount, Who::Colleague | Who::Stranger | Who::Administrator) => {
                Some(ProblemKind::NotFound)
            }
            (Self::Administrator, Who::Owner | Who::Colleague | Who::Stranger) => {
                Some(ProblemKind::Forbidden)
            }
            _ => None,
        }
    }
}

impl Operation {
    /// The operation with a body that is right.
    pub(super) async fn call(&self, scene: &Scene, who: Who) -> Reply {
        let (method, path) = self.name.split_once(' ').unwrap();
        let caller = scene.caller(who);
        if self.right == Right::Keys {
            return Request::of(self.name).call_with(&scene.pair, caller).send().await;
        }
        let id = match path {
            _ if path.contains("/credentials/") => &scene.pair.id,
            _ if path.contains("/sessions/") => &scene.other_session,
            _ if path.contains("/api-requests/") => &scene.request,
            _ if path.ends_with("/enable") => &scene.colleague_id,
            _ => &scene.owner_id,
        };
        if who == self.by {
            self.prepare(scene).await;
        }
        let call = caller.call(method, &path.replace("{id}", id));
        if path.ends_with("/events") && who == self.by {
            let stream = call.stream().await;
            assert_eq!(stream.status, 200);
            return caller.get("/healthz").await;
        }
        match self.body(scene).await {
            Some(body) => call.json(&body).send().await,
            None => call.send().await,
        }
    }

    /// Brings the scene to the state in which the operation works.
    async fn prepare(&self, scene: &Scene) {
        match self.name {
            "POST /api/v1/credentials" => {
                let path = format!("/api/v1/credentials/{}/revoke", scene.pair.id);
                scene.caller(Who::Owner).post(&path, json!({})).await;
            }
            "POST /api/v1/api-access/request" => {
                scene.caller(Who::Colleague).delete("/api/v1/api-access/request").await;
            }
            _ => {}
        }
    }

    async fn body(&self, scene: &Scene) -> Option<Value> {
        Some(match self.name {
            "POST /api/v1/session" => json!({"email": USER, "password": PASSWORD}),
            "POST /api/v1/session/step-up" => json!({"password": PASSWORD}),
            "PUT /api/v1/profile" => scene.caller(Who::Owner).get("/api/v1/profile").await.json(),
            "PUT /api/v1/profile/password" => {
                json!({"old_password": PASSWORD, "new_password": "another long password"})
            }
            name if name.ends_with("/reveal") => json!({"purpose": "show"}),
            name if name.ends_with("/approve") => json!({"version": 1}),
            name if name.ends_with("/deny") => json!({"version": 1, "reason": "No."}),
            name if name.ends_with("/disable") => {
                json!({"version": scene.version_of(&scene.owner_id).await, "reason": "No."})
            }
            name if name.ends_with("/enable") => {
                json!({"version": scene.version_of(&scene.colleague_id).await})
            }
            name if name.starts_with("POST ") => json!({}),
            _ => return None,
        })
    }
}
