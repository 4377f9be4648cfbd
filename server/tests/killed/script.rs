use std::collections::BTreeMap;
use std::io::{ErrorKind, Result};
use std::net::SocketAddr;
use std::ops::Add;

use serde_json::{Value, json};
use uuid::Uuid;

use super::dice::Dice;
use super::fate::{Fate, Kind};
use super::http::{Answer, call};
use super::keys::{Keys, text};

/// More than this many things a script does not keep.
const MOST: usize = 15;

/// A script that creates, starts, stops and destroys until nobody answers any more.
pub(crate) struct Script {
    pub(crate) address: SocketAddr,
    pub(crate) keys: Keys,
    /// What things are made of.
    pub(crate) ids: Value,
    /// Of its own things, by id.
    pub(crate) fates: BTreeMap<String, Fate>,
    pub(crate) dice: Dice,
}

/// How many acts were answered with success, and in the middle of how many the program was killed.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Done {
    pub(crate) acknowledged: u64,
    pub(crate) cut_short: u64,
}

impl Add for Done {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            acknowledged: self.acknowledged + other.acknowledged,
            cut_short: self.cut_short + other.cut_short,
        }
    }
}

impl Script {
    pub(crate) fn act_until_killed(mut self) -> (BTreeMap<String, Fate>, Done) {
        let mut done = Done::default();
        loop {
            let is_to_create = self.fates.is_empty() || (self.fates.len() < MOST && self.dice.below(3) == 0);
            let answered = if is_to_create { self.create() } else { self.change() };
            match answered {
                Ok(is_done) => done.acknowledged += u64::from(is_done),
                Err(error) => {
                    // A program that is gone already does not even refuse an act.
                    done.cut_short += u64::from(error.kind() != ErrorKind::ConnectionRefused);
                    return (self.fates, done);
                }
            }
        }
    }

    fn create(&mut self) -> Result<bool> {
        let ids = &self.ids;
        let (kind, route, list, state, order) = match self.dice.below(4) {
            0 => (
                Kind::Network,
                "network/createNetwork?isPublic=true",
                "listNetworkResponse",
                "IMPLEMENTED",
                json!({"name": "killed", "networkOfferingUuid": ids["network_offering"], "zoneUuid": ids["zone"]}),
            ),
            1 => (
                Kind::Volume,
                "volume/createVolume",
                "listVolumeResponse",
                "READY",
                json!({"name": "killed", "diskSize": 1, "zoneUuid": ids["zone"],
                    "storageOfferingUuid": ids["storage_offering"]}),
            ),
            _ => (
                Kind::Instance,
                "instance/createInstance",
                "listInstanceResponse",
                "RUNNING",
                json!({"name": format!("killed-{}", Uuid::now_v7()), "diskSize": 0, "zoneUuid": ids["zone"], "networkUuid": ids["network"],
                    "computeOfferingUuid": ids["compute_offering"], "templateUuid": ids["template"]}),
            ),
        };
        let made = self.call("POST", route, Some(&order))?;
        assert_eq!(made.status, 200, "{}", made.body);
        self.fates.insert(text(&made.body[list][0]["uuid"]), Fate::new(kind, state));
        Ok(true)
    }

    /// Whether it was done; one that is refused, for a wrong state, changes nothing.
    fn change(&mut self) -> Result<bool> {
        let at = self.dice.below(self.fates.len() as u64) as usize;
        let (id, kind) = self.fates.iter().nth(at).map(|(id, fate)| (id.clone(), fate.kind)).unwrap();
        let (method, path, state) = match (kind, self.dice.below(5)) {
            (Kind::Network, _) => ("DELETE", format!("network/deleteNetwork/{id}"), None),
            (Kind::Volume, _) => ("DELETE", format!("volume/deleteVolume/{id}"), None),
            (Kind::Instance, 0) => ("GET", format!("instance/destroyInstance?uuid={id}"), None),
            (Kind::Instance, 1 | 2) => ("GET", format!("instance/stopInstance?uuid={id}"), Some("STOPPED")),
            (Kind::Instance, _) => ("GET", format!("instance/startInstance?uuid={id}"), Some("RUNNING")),
        };
        let answer = self.call(method, &path, None);
        let fate = self.fates.get_mut(&id).unwrap();
        match answer {
            Ok(answer) if answer.status == 200 => {
                // A repeated removal succeeds and is no act.
                let is_act = state.is_some() || !fate.is_gone();
                fate.acknowledged(state);
                Ok(is_act)
            }
            // A destroyed one is gone by now, or not yet.
            Ok(answer) => {
                assert!([404, 409].contains(&answer.status), "{}", answer.body);
                Ok(false)
            }
            Err(error) => {
                fate.unanswered(state);
                Err(error)
            }
        }
    }

    fn call(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Answer> {
        let headers = [("apikey", self.keys.api_key.as_str()), ("secretkey", &self.keys.secret_key)];
        call(self.address, method, &format!("/restapi/{path}"), &headers, body)
    }
}
