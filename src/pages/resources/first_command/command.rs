use latchkey_contract::resource::SampleIds;
use uuid::Uuid;

use crate::pages::resources::Kind;
use crate::pages::shell_command::{curl, header, header_from, word};

/// What a script sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    route: &'static str,
    /// JSON; absent for what lists only.
    body: Option<String>,
    missing: Option<Missing>,
}

/// What must be there first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    Network,
    Instance,
}

impl Order {
    /// What creates the first of `kind`. Where an id is not known, a word in capitals says what belongs there.
    pub fn of(kind: Kind, ids: &SampleIds) -> Self {
        let zone = id(ids.zone, "ZONE_UUID");
        match kind {
            Kind::Instances => Self {
                route: "instance/createInstance",
                body: Some(format!(
                    r#"{{ "name": "web-1", "diskSize": 0,
    "zoneUuid": "{zone}",
    "computeOfferingUuid": "{}",
    "templateUuid": "{}",
    "networkUuid": "{}" }}"#,
                    id(ids.compute_offering, "COMPUTE_OFFERING_UUID"),
                    id(ids.template, "TEMPLATE_UUID"),
                    id(ids.network, "NETWORK_UUID"),
                )),
                missing: ids.network.is_none().then_some(Missing::Network),
            },
            Kind::Volumes => Self {
                route: "volume/createVolume",
                body: Some(format!(
                    r#"{{ "name": "data-1", "diskSize": 10,
    "zoneUuid": "{zone}",
    "storageOfferingUuid": "{}" }}"#,
                    id(ids.storage_offering, "STORAGE_OFFERING_UUID"),
                )),
                missing: None,
            },
            Kind::VmSnapshots => Self {
                route: "vmsnapshot/createVmSnapshot",
                body: Some(format!(
                    r#"{{ "name": "before-upgrade", "description": "", "snapshotMemory": false,
    "virtualmachineUuid": "{}",
    "zoneUuid": "{}" }}"#,
                    id(ids.instance, "INSTANCE_UUID"),
                    id(ids.instance_zone, "ZONE_UUID"),
                )),
                missing: ids.instance.is_none().then_some(Missing::Instance),
            },
            Kind::Networks => Self {
                route: "network/createNetwork?isPublic=true",
                body: Some(format!(
                    r#"{{ "name": "front",
    "zoneUuid": "{zone}",
    "networkOfferingUuid": "{}" }}"#,
                    id(ids.network_offering, "NETWORK_OFFERING_UUID"),
                )),
                missing: None,
            },
            Kind::SshKeys => Self { route: "sshkey/sshkeyList", body: None, missing: None },
            Kind::SecurityGroups => Self { route: "securitygroup/securityList", body: None, missing: None },
        }
    }

    pub fn creates(&self) -> bool {
        self.body.is_some()
    }

    pub fn missing(&self) -> Option<Missing> {
        self.missing
    }

    /// The line for a POSIX shell. `restapi_url` has no slash at its end. The secret key, and an API key that is not known,
    /// stand for themselves as variables of the shell.
    pub fn command(&self, restapi_url: &str, api_key: Option<&str>) -> String {
        let api_key = api_key
            .map_or_else(|| header_from("apikey", "LATCHKEY_API_KEY"), |api_key| header("apikey", api_key));
        let secret_key = header_from("secretkey", "LATCHKEY_SECRET_KEY");
        let call = curl(&format!("{restapi_url}/{}", self.route), &api_key, &secret_key);
        match &self.body {
            Some(body) => format!("{call} \\\n  -H 'content-type: application/json' \\\n  -d {}", word(body)),
            None => call,
        }
    }
}

fn id(id: Option<Uuid>, word: &str) -> String {
    id.map_or_else(|| word.to_owned(), |id| id.to_string())
}
