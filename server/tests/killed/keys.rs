use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::http::{Answer, call};
use super::program::{PASSWORD, Program};

/// A user of the demo and the pair of keys that scripts have.
#[derive(Clone)]
pub(crate) struct Keys {
    cookie: String,
    credential_id: String,
    pub(crate) api_key: String,
    pub(crate) secret_key: String,
}

impl Keys {
    /// Signs in and has access granted, which the program does by itself.
    pub(crate) fn of_user(program: &Program) -> Self {
        let mut keys = Self {
            cookie: String::new(),
            credential_id: String::new(),
            api_key: String::new(),
            secret_key: String::new(),
        };
        let who = json!({"email": "user@demo.example", "password": PASSWORD});
        let signed_in = keys.portal(program, "POST", "session", Some(&who));
        let cookie = signed_in.head.split("set-cookie: ").nth(1).unwrap().split(';').next().unwrap();
        cookie.clone_into(&mut keys.cookie);
        let access = keys.portal(program, "POST", "api-access/request", Some(&json!({}))).body;
        let credential = &access["credentials"][0];
        keys.api_key = text(&credential["api_key"]);
        keys.credential_id = text(&credential["id"]);
        let path = format!("credentials/{}/secret/reveal", keys.credential_id);
        let revealed = keys.portal(program, "POST", &path, Some(&json!({"purpose": "copy"}))).body;
        keys.secret_key = text(&revealed["secret_key"]);
        keys
    }

    /// Ids that an instance can be created with.
    pub(crate) fn samples(&self, program: &Program) -> Value {
        self.portal(program, "GET", "resources/samples", None).body
    }

    /// The status of every instance, network and volume, by id.
    pub(crate) fn resources(&self, program: &Program) -> BTreeMap<String, String> {
        let lists = [
            ("instance/instanceList", "listInstanceResponse"),
            ("network/networkList", "listNetworkResponse"),
            ("volume/volumeList", "listVolumeResponse"),
        ];
        let items = lists.into_iter().flat_map(|(route, key)| self.list(program, route, key));
        items.map(|item| (text(&item["uuid"]), text(&item["status"]))).collect()
    }

    /// How many instances have no root disk or no address; more root disks than instances count as well.
    pub(crate) fn incomplete_instances(&self, program: &Program) -> u64 {
        let instances = self.list(program, "instance/instanceList", "listInstanceResponse");
        let volumes = self.list(program, "volume/volumeList", "listVolumeResponse");
        let roots = volumes.iter().filter(|volume| volume["volumeType"] == "ROOT").count();
        let lost = instances.iter().filter(|instance| instance["instancePrivateIp"].is_null()).count();
        (roots.abs_diff(instances.len()) + lost) as u64
    }

    fn list(&self, program: &Program, route: &str, key: &str) -> Vec<Value> {
        let headers = [("apikey", self.api_key.as_str()), ("secretkey", &self.secret_key)];
        let list = call(program.address, "GET", &format!("/restapi/{route}"), &headers, None).unwrap();
        assert_eq!(list.status, 200, "{}", list.body);
        list.body[key].as_array().unwrap().clone()
    }

    /// How many acts on resources are in the activity of the user.
    pub(crate) fn recorded_acts(&self, program: &Program) -> u64 {
        let mut acts = 0;
        let mut path = "activity?limit=200".to_owned();
        loop {
            let page = self.portal(program, "GET", &path, None).body;
            let items = page["items"].as_array().unwrap();
            let kinds = ["instance_", "network_", "volume_"];
            let is_one = |item: &&Value| kinds.iter().any(|kind| text(&item["act"]).starts_with(kind));
            acts += items.iter().filter(is_one).count() as u64;
            let Some(next) = page["next"].as_str() else { return acts };
            path = format!("activity?limit=200&cursor={next}");
        }
    }

    /// Revokes the pair. The status of the answer.
    pub(crate) fn revoke(&self, program: &Program) -> u16 {
        let path = format!("credentials/{}/revoke", self.credential_id);
        self.ask(program, "POST", &path, Some(&json!({}))).status
    }

    fn portal(&self, program: &Program, method: &str, path: &str, body: Option<&Value>) -> Answer {
        let answer = self.ask(program, method, path, body);
        assert!(answer.status < 300, "{method} {path}: {}", answer.body);
        answer
    }

    fn ask(&self, program: &Program, method: &str, path: &str, body: Option<&Value>) -> Answer {
        let headers = [("cookie", self.cookie.as_str()), ("sec-fetch-site", "same-origin")];
        call(program.address, method, &format!("/api/v1/{path}"), &headers, body).unwrap()
    }
}

pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}
