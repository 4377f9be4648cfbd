use serde_json::{Value, json};

use crate::harness::{Call, Caller, KeyPair};

/// The demo data's fixed ids.
pub(crate) fn demo_id(number: u16) -> String {
    uuid::Uuid::from_u128(0x0195_4d10_0000_7000_8000_0000_0000_0000 | u128::from(number)).to_string()
}

/// The demo's thing of Other Ltd that is of the same kind as this one of Demo Ltd. None for what the cloud offers.
pub(super) fn foreign(id: &str) -> Option<String> {
    let own = (1..2000).find(|number| demo_id(*number) == id)?;
    Some(demo_id(match own {
        11..=14 => 21,
        71..=72 => 2701,
        1201..=1204 => 2201,
        1301..=1306 => 2302,
        1401..=1402 => 2401,
        _ => return None,
    }))
}

/// A call that works on the demo data, of one operation of the document.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(super) method: &'static str,
    /// With `{id}` in it where there is one.
    pub(super) path: &'static str,
    pub(super) id: Option<String>,
    pub(super) query: Vec<(&'static str, String)>,
    pub(super) body: Option<Value>,
}

impl Request {
    /// Every operation of `/restapi`.
    pub(crate) fn all() -> Vec<Self> {
        let get = |path| Self { method: "GET", path, id: None, query: Vec::new(), body: None };
        let post = |path, body| Self { method: "POST", body: Some(body), ..get(path) };
        let delete = |path, number| Self { method: "DELETE", id: Some(demo_id(number)), ..get(path) };
        let instance = |path, number| get(path).with("uuid", demo_id(number));
        vec![
            get("/restapi/zone/zonelist"),
            get("/restapi/compute/computeOfferingList"),
            get("/restapi/storage/storageOfferingList"),
            get("/restapi/template/templateList"),
            get("/restapi/networkoffering/networkOfferingList"),
            get("/restapi/networkoffering/vpcNetworkOfferingList"),
            get("/restapi/network/networkList"),
            get("/restapi/instance/instanceList"),
            get("/restapi/sshkey/sshkeyList"),
            get("/restapi/securitygroup/securityList"),
            get("/restapi/volume/volumeList"),
            get("/restapi/vmsnapshot/vmsnapshotList"),
            post(
                "/restapi/instance/createInstance",
                json!({"name": "web-3", "computeOfferingUuid": demo_id(31), "templateUuid": demo_id(51),
                    "networkUuid": demo_id(11), "zoneUuid": demo_id(1), "diskSize": 0}),
            ),
            instance("/restapi/instance/vmStatus", 1201),
            Self {
                method: "PUT",
                ..post(
                    "/restapi/instance/updateInstanceName",
                    json!({"uuid": demo_id(1201), "displayName": "Front page"}),
                )
            },
            instance("/restapi/instance/resizeVm", 1201)
                .with("offeringUuid", demo_id(32))
                .with("memory", String::new())
                .with("cpuCore", String::new()),
            instance("/restapi/instance/startInstance", 1204),
            instance("/restapi/instance/stopInstance", 1201).with("forceStop", "true".to_owned()),
            instance("/restapi/instance/destroyInstance", 1202).with("expunge", "true".to_owned()),
            instance("/restapi/instance/resetSSHkey", 1201).with("sshUuid", demo_id(72)),
            instance("/restapi/instance/attachIso", 1201).with("isoUuid", demo_id(53)),
            instance("/restapi/instance/detachIso", 1204).with("isoUuid", demo_id(55)),
            post(
                "/restapi/instance/attachNetwork",
                json!({"networkUuid": demo_id(12), "uuid": demo_id(1201)}),
            ),
            post(
                "/restapi/instance/detachNetwork",
                json!({"networkUuid": demo_id(11), "uuid": demo_id(1203)}),
            ),
            Self {
                query: vec![("isPublic", "true".to_owned())],
                ..post(
                    "/restapi/network/createNetwork",
                    json!({"name": "test", "networkOfferingUuid": demo_id(61), "zoneUuid": demo_id(1)}),
                )
            },
            delete("/restapi/network/deleteNetwork/{id}", 14),
            post(
                "/restapi/volume/createVolume",
                json!({"name": "data", "diskSize": 10, "storageOfferingUuid": demo_id(41), "zoneUuid": demo_id(1)}),
            ),
            instance("/restapi/volume/attachVolume", 1306).with("instanceUuid", demo_id(1204)),
            instance("/restapi/volume/detachVolume", 1305),
            delete("/restapi/volume/deleteVolume/{id}", 1306),
            post(
                "/restapi/vmsnapshot/createVmSnapshot",
                json!({"name": "before", "description": "", "snapshotMemory": false,
                    "virtualmachineUuid": demo_id(1201), "zoneUuid": demo_id(1)}),
            ),
            delete("/restapi/vmsnapshot/deleteVmSnapshot/{id}", 1401),
        ]
    }

    /// The request of an operation that is called `GET /restapi/…`.
    pub(crate) fn of(operation: &str) -> Self {
        Self::all().into_iter().find(|request| request.operation() == operation).unwrap()
    }

    pub(super) fn operation(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// Whether it is a GET that changes something.
    pub(super) fn acts_by_get(&self) -> bool {
        self.method == "GET" && !self.query.is_empty() && !self.path.ends_with("/vmStatus")
    }

    fn with(mut self, name: &'static str, value: String) -> Self {
        self.query.push((name, value));
        self
    }

    /// Without keys.
    pub(super) fn call(&self, caller: &Caller) -> Call {
        self.call_as(self.method, caller)
    }

    pub(super) fn call_as(&self, method: &str, caller: &Caller) -> Call {
        let query: Vec<_> = self.query.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let path = self.path.replace("{id}", self.id.as_deref().unwrap_or_default());
        let call = caller.call(method, &format!("{path}?{}", query.join("&")));
        match &self.body {
            Some(body) => call.json(body),
            None => call,
        }
    }

    /// With this pair of keys.
    pub(crate) fn call_with(&self, pair: &KeyPair, caller: &Caller) -> Call {
        self.call(caller).header("apikey", &pair.api_key).header("secretkey", &pair.secret_key)
    }

    /// The same request once for each id in it, with that id exchanged where `other` knows another one.
    pub(super) fn with_each_id(&self, other: impl Fn(&str) -> Option<String>) -> Vec<Self> {
        let mut changed = Vec::new();
        if let Some(id) = self.id.as_deref().and_then(&other) {
            changed.push(Self { id: Some(id), ..self.clone() });
        }
        for (place, (_, value)) in self.query.iter().enumerate() {
            if let Some(id) = is_id(value).then(|| other(value)).flatten() {
                let mut request = self.clone();
                request.query[place].1 = id;
                changed.push(request);
            }
        }
        for (name, value) in self.body.iter().flat_map(|body| body.as_object().unwrap()) {
            let value = value.as_str().unwrap_or_default();
            if let Some(id) = is_id(value).then(|| other(value)).flatten() {
                let mut request = self.clone();
                request.body.as_mut().unwrap()[name] = json!(id);
                changed.push(request);
            }
        }
        changed
    }
}

fn is_id(value: &str) -> bool {
    value.parse::<uuid::Uuid>().is_ok()
}
