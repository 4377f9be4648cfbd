use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::http::{Answer, call};
use super::program::{PASSWORD, Program};

/// A user of the demo and the pair of keys that scripts have.
#[derive(Clone)]
pub(crate) struct Keys {
    cookie: String,
    pub(crate) api_key: String,
    pub(crate) secret_key: String,
}

impl Keys {
    /// Signs in and has access granted, which the program does by itself.
    pub(crate) fn of_user(program: &Program) -> Self {
        let mut keys = Self { cookie: String::new(), api_key: String::new(), secret_key: String::new() };
        let who = json!({"email": "user@demo.example", "password": PASSWORD});
        let signed_in = keys.portal(program, "POST", "session", Some(&who));
        let cookie = signed_in.head.split("set-cookie: ").nth(1).unwrap().split(';').next().unwrap();
        cookie.clone_into(&mut keys.cookie);
        let access = keys.portal(program, "POST", "api-access/request", Some(&json!({}))).body;
        let credential = &access["credentials"][0];
        keys.api_key = text(&credential["api_key"]);
        let path = format!("credentials/{}/secret/reveal", text(&credential["id"]));
        let revealed = keys.portal(program, "POST", &path, Some(&json!({"purpose": "copy"}))).body;
        keys.secret_key = text(&revealed["secret_key"]);
        keys
    }

    /// Ids that an instance can be created with.
    pub(crate) fn samples(&self, program: &Program) -> Value {
        self.portal(program, "GET", "resources/samples", None).body
    }

    /// The state of every instance, by id.
    pub(crate) fn instances(&self, program: &Program) -> BTreeMap<String, String> {
        let headers = [("apikey", self.api_key.as_str()), ("secretkey", &self.secret_key)];
        let path = "/restapi/instance/instanceList";
        let list = call(program.address, "GET", path, &headers, None).unwrap();
        assert_eq!(list.status, 200, "{}", list.body);
        let items = list.body["listInstanceResponse"].as_array().unwrap();
        items.iter().map(|item| (text(&item["uuid"]), text(&item["state"]))).collect()
    }

    /// How many acts on instances are in the activity of the user.
    pub(crate) fn recorded_acts(&self, program: &Program) -> u64 {
        let mut acts = 0;
        let mut path = "activity?limit=200".to_owned();
        loop {
            let page = self.portal(program, "GET", &path, None).body;
            let items = page["items"].as_array().unwrap();
            acts += items.iter().filter(|item| text(&item["act"]).starts_with("instance_")).count() as u64;
            let Some(next) = page["next"].as_str() else { return acts };
            path = format!("activity?limit=200&cursor={next}");
        }
    }

    fn portal(&self, program: &Program, method: &str, path: &str, body: Option<&Value>) -> Answer {
        let headers = [("cookie", self.cookie.as_str()), ("sec-fetch-site", "same-origin")];
        let answer = call(program.address, method, &format!("/api/v1/{path}"), &headers, body).unwrap();
        assert!(answer.status < 300, "{method} {path}: {}", answer.body);
        answer
    }
}

pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}
