use latchkey_contract::Timestamp;
use latchkey_contract::compute::{Instance, SshKey, VmSnapshot, Volume};
use latchkey_contract::network::{Network, SecurityGroup};
use latchkey_contract::resource::{LastChange, ResourceState};
use uuid::Uuid;

use crate::text;

/// A resource as its list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub id: Uuid,
    pub name: String,
    pub state: ResourceState,
    /// One for each column between the state and the last change.
    pub facts: Vec<Fact>,
    pub last_change: Option<LastChange>,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// Each text is a line of its own.
    Said(Vec<String>),
    /// What people wrote.
    Prose(String),
    At(Timestamp),
}

/// What can be shown as a [`Line`].
pub trait Lines {
    fn line(self) -> Line;
}

impl Lines for Instance {
    fn line(self) -> Line {
        let size = vec![
            cores(self.cpu_cores),
            memory(self.memory_mb),
            text!(resources.gb_disk, count = self.disk_gb),
        ];
        let network: Vec<String> = self.network.into_iter().chain(self.private_ip).collect();
        let facts = vec![
            Fact::Said(size),
            said(self.template),
            if network.is_empty() { said(text!(resources.none)) } else { Fact::Said(network) },
            said(self.zone),
        ];
        Line { id: self.id, name: self.name, state: self.state, facts, last_change: self.last_change }
    }
}

impl Lines for Volume {
    fn line(self) -> Line {
        let kind = if self.is_root { text!(resources.root_disk) } else { text!(resources.data_disk) };
        let facts = vec![
            said(text!(resources.gb, count = self.size_gb)),
            Fact::Said(vec![kind.to_owned(), self.offering]),
            said(self.instance.unwrap_or_else(|| text!(resources.not_attached).to_owned())),
            said(self.zone),
        ];
        Line { id: self.id, name: self.name, state: self.state, facts, last_change: self.last_change }
    }
}

impl Lines for VmSnapshot {
    fn line(self) -> Line {
        let instance = self.instance.unwrap_or_else(|| text!(resources.none).to_owned());
        let current = self.is_current.then(|| text!(resources.current).to_owned());
        let memory =
            if self.has_memory { text!(resources.with_memory) } else { text!(resources.without_memory) };
        let facts = vec![
            Fact::Said([instance].into_iter().chain(current).collect()),
            said(memory),
            Fact::At(self.created_at),
            said(self.zone),
        ];
        Line { id: self.id, name: self.name, state: self.state, facts, last_change: self.last_change }
    }
}

impl Lines for SshKey {
    fn line(self) -> Line {
        let facts = Vec::new();
        Line { id: self.id, name: self.name, state: self.state, facts, last_change: self.last_change }
    }
}

impl Lines for Network {
    fn line(self) -> Line {
        let facts = vec![said(self.cidr), said(self.gateway), said(self.kind), said(self.zone)];
        Line { id: self.id, name: self.name, state: self.state, facts, last_change: self.last_change }
    }
}

impl Lines for SecurityGroup {
    fn line(self) -> Line {
        let rules = text!(resources.rules_count, ingress = self.ingress_rules, egress = self.egress_rules);
        let facts = vec![Fact::Prose(self.description), said(rules)];
        Line { id: self.id, name: self.name, state: self.state, facts, last_change: self.last_change }
    }
}

fn said(text: impl Into<String>) -> Fact {
    Fact::Said(vec![text.into()])
}

fn cores(count: u32) -> String {
    match count {
        1 => text!(resources.cores_one).to_owned(),
        _ => text!(resources.cores_several, count = count),
    }
}

fn memory(mb: u32) -> String {
    match mb % 1024 {
        0 => text!(resources.gb_memory, count = mb / 1024),
        _ => text!(resources.mb, count = mb),
    }
}
