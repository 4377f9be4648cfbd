//! Another cloud in the place of the embedded one.

use std::sync::Arc;

use async_trait::async_trait;
use latchkey_contract::ProblemKind;
use latchkey_server::cloud::{
    Act, Cloud, CloudError, ComputeOffering, Filter, Instance, InstanceState, Network, NetworkOffering,
    NewInstance, NewNetwork, NewVmSnapshot, NewVolume, Outcome, Requester, SecurityGroup, SshKey,
    StorageOffering, Template, Tenant, VmSnapshot, Volume, Zone,
};
use serde_json::json;
use tokio::sync::Notify;
use uuid::Uuid;

use super::requests::Request;
use crate::harness::{Call, Options, Reply, TestPortal, USER};

/// Where a cloud lives is nobody's business.
const INSIDE: &str = "10.0.0.5 refused";

type MakeError = fn() -> CloudError;

/// A cloud that answers everything with this error, but a status where it has one. With a gate it has no zone and no
/// instance, and lists its instances when the gate is opened.
struct Broken {
    error: MakeError,
    status: Option<InstanceState>,
    instances: Option<Gate>,
}

/// Holds a call back.
#[derive(Clone, Default)]
struct Gate {
    reached: Arc<Notify>,
    open: Arc<Notify>,
}

impl Gate {
    async fn pass(&self) {
        self.reached.notify_one();
        self.open.notified().await;
    }
}

#[async_trait]
impl Cloud for Broken {
    async fn zones(&self, _: Option<Uuid>) -> Result<Vec<Zone>, CloudError> {
        self.instances.as_ref().map(|_| Vec::new()).ok_or_else(self.error)
    }

    async fn compute_offerings(&self, _: Filter) -> Result<Vec<ComputeOffering>, CloudError> {
        Err((self.error)())
    }

    async fn storage_offerings(&self, _: Filter) -> Result<Vec<StorageOffering>, CloudError> {
        Err((self.error)())
    }

    async fn templates(&self, _: Filter) -> Result<Vec<Template>, CloudError> {
        Err((self.error)())
    }

    async fn network_offerings(&self, _: bool, _: Filter) -> Result<Vec<NetworkOffering>, CloudError> {
        Err((self.error)())
    }

    async fn networks(&self, _: Tenant, _: Filter) -> Result<Vec<Network>, CloudError> {
        Err((self.error)())
    }

    async fn instances(&self, _: Tenant, _: Filter) -> Result<Vec<Instance>, CloudError> {
        let gate = self.instances.as_ref().ok_or_else(self.error)?;
        gate.pass().await;
        Ok(Vec::new())
    }

    async fn volumes(&self, _: Tenant, _: Filter) -> Result<Vec<Volume>, CloudError> {
        Err((self.error)())
    }

    async fn vm_snapshots(&self, _: Tenant, _: Filter) -> Result<Vec<VmSnapshot>, CloudError> {
        Err((self.error)())
    }

    async fn ssh_keys(&self, _: Tenant) -> Result<Vec<SshKey>, CloudError> {
        Err((self.error)())
    }

    async fn security_groups(&self, _: Tenant, _: Option<Uuid>) -> Result<Vec<SecurityGroup>, CloudError> {
        Err((self.error)())
    }

    async fn create_instance(&self, _: &Requester, _: NewInstance) -> Result<Instance, CloudError> {
        Err((self.error)())
    }

    async fn create_network(&self, _: &Requester, _: NewNetwork) -> Result<Network, CloudError> {
        Err((self.error)())
    }

    async fn create_volume(&self, _: &Requester, _: NewVolume) -> Result<Volume, CloudError> {
        Err((self.error)())
    }

    async fn create_vm_snapshot(&self, _: &Requester, _: NewVmSnapshot) -> Result<VmSnapshot, CloudError> {
        Err((self.error)())
    }

    async fn act(&self, _: &Requester, _: Act) -> Result<Outcome, CloudError> {
        Err((self.error)())
    }

    async fn status(&self, _: Tenant, _: Uuid) -> Result<InstanceState, CloudError> {
        self.status.ok_or_else(self.error)
    }
}

async fn portal_with(cloud: Broken) -> TestPortal {
    TestPortal::with(Options { cloud: Some(Arc::new(cloud)), ..Options::default() }).await
}

#[tokio::test]
async fn every_route_tells_that_the_cloud_is_away_or_broken() {
    let away = || CloudError::Unavailable(INSIDE.to_owned());
    let broken = || CloudError::Failed(INSIDE.to_owned());
    let cases: [(MakeError, u16, ProblemKind); 2] =
        [(away, 503, ProblemKind::Unavailable), (broken, 500, ProblemKind::Internal)];
    for (error, status, kind) in cases {
        let portal = portal_with(Broken { error, status: None, instances: None }).await;
        let pair = portal.granted(USER).await;
        for request in Request::all() {
            let reply = request.call_with(&pair, &portal.nobody()).send().await;
            assert_eq!(reply.refused(status), kind, "{request:?}");
            assert!(!reply.text().contains(INSIDE), "{}", reply.text());
        }
    }
}

#[tokio::test]
async fn pages_are_told_too_but_nothing_of_acts() {
    let error = || CloudError::Unavailable(INSIDE.to_owned());
    let portal = portal_with(Broken { error, status: None, instances: None }).await;
    let user = portal.signed_in(USER).await;
    for path in ["compute/instances", "network/security-groups", "resources/counts"] {
        let reply = user.get(&format!("/api/v1/{path}")).await;
        assert_eq!(reply.refused(503), ProblemKind::Unavailable, "{path}");
        assert_eq!(reply.problem().detail, "The cloud did not answer in time. Try again in a moment.");
    }
}

#[tokio::test]
async fn waiting_for_an_instance_that_failed_is_over() {
    let error = || CloudError::Failed(INSIDE.to_owned());
    let portal = portal_with(Broken { error, status: Some(InstanceState::Error), instances: None }).await;
    let pair = portal.granted(USER).await;
    let request = Request::of("GET /restapi/instance/vmStatus");
    let reply = request.call_with(&pair, &portal.nobody()).send().await;
    assert_eq!(reply.refused(409), ProblemKind::WrongState);
    assert!(reply.json()["message"].as_str().unwrap().contains("failed"));
}

/// Begins a call of a cloud that takes its time, lets `end` happen, and then the cloud answer.
async fn answered_after<T>(gate: &Gate, call: Call, end: impl Future<Output = T>) -> Reply {
    let mut answer = tokio::spawn(call.send());
    tokio::select! {
        () = gate.reached.notified() => {}
        reply = &mut answer => panic!("answered without the cloud: {}", reply.unwrap().text()),
    }
    end.await;
    gate.open.notify_one();
    answer.await.unwrap()
}

#[tokio::test]
async fn a_read_tells_nothing_to_a_key_or_session_that_ended_meanwhile() {
    let error = || CloudError::Failed(INSIDE.to_owned());
    let gate = Gate::default();
    let portal = portal_with(Broken { error, status: None, instances: Some(gate.clone()) }).await;
    let pair = portal.granted(USER).await;
    let (reading, ending) = (portal.signed_in(USER).await, portal.signed_in(USER).await);

    let page = || reading.call("GET", "/api/v1/compute/instances");
    assert_eq!(answered_after(&gate, page(), async {}).await.status, 200);
    let reply = answered_after(&gate, page(), ending.delete("/api/v1/sessions")).await;
    assert_eq!(reply.refused(401), ProblemKind::NotSignedIn);

    let nobody = portal.nobody();
    let list = || pair.call(&nobody, "GET", "/restapi/instance/instanceList");
    assert_eq!(answered_after(&gate, list(), async {}).await.status, 200);
    let revoke = format!("/api/v1/credentials/{}/revoke", pair.id);
    let reply = answered_after(&gate, list(), ending.post(&revoke, json!({}))).await;
    assert_eq!(reply.refused(401), ProblemKind::InvalidApiKey);
}
