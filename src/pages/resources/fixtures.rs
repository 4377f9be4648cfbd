//! What a company has, for stories and tests.

use latchkey_contract::activity::Act;
use latchkey_contract::compute::{Instance, SshKey, VmSnapshot, Volume};
use latchkey_contract::network::{Network, SecurityGroup};
use latchkey_contract::resource::{LastChange, ResourceCounts, ResourceState, SampleIds};
use latchkey_contract::{Page, Timestamp};
use uuid::Uuid;

use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::pages::api_access::fixtures;

pub const INSTANCES: &str = "/api/v1/compute/instances";
pub const VOLUMES: &str = "/api/v1/compute/volumes";
pub const VM_SNAPSHOTS: &str = "/api/v1/compute/vm-snapshots";
pub const SSH_KEYS: &str = "/api/v1/compute/ssh-keys";
pub const NETWORKS: &str = "/api/v1/network/networks";
pub const SECURITY_GROUPS: &str = "/api/v1/network/security-groups";
pub const COUNTS: &str = "/api/v1/resources/counts";
pub const SAMPLES: &str = "/api/v1/resources/samples";

fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0195_4d10_0000_7000_8000_0000_0000_0000 + number)
}

pub fn change(act: Act) -> LastChange {
    LastChange {
        act,
        api_key: fixtures::API_KEY.to_owned(),
        owner: "Uma Userton".to_owned(),
        at: Timestamp("2026-03-02T08:41:00.000Z".to_owned()),
    }
}

/// One that no key ever changed.
pub fn instance(number: u128, name: &str, state: ResourceState) -> Instance {
    Instance {
        id: id(number),
        name: name.to_owned(),
        state,
        template: "Ubuntu 24.04".to_owned(),
        cpu_cores: 2,
        memory_mb: 4096,
        disk_gb: 40,
        network: Some("front".to_owned()),
        private_ip: Some(format!("10.10.1.{}", number + 10)),
        zone: "London 1".to_owned(),
        last_change: None,
    }
}

pub fn page<T>(items: Vec<T>) -> Page<T> {
    Page { items, next: None }
}

pub fn instances() -> Page<Instance> {
    page(vec![
        Instance {
            last_change: Some(change(Act::InstanceCreated)),
            ..instance(1, "build-7", ResourceState::Creating)
        },
        Instance {
            cpu_cores: 1,
            memory_mb: 1536,
            network: None,
            private_ip: None,
            last_change: Some(change(Act::InstanceDestroyed)),
            ..instance(2, "old-1", ResourceState::Destroying)
        },
        Instance {
            last_change: Some(change(Act::InstanceStopped)),
            ..instance(3, "web-1", ResourceState::Stopped)
        },
        instance(4, "web-2", ResourceState::Running),
        instance(5, "web-3", ResourceState::Error),
    ])
}

pub fn volumes() -> Page<Volume> {
    let volume = |number, name: &str, instance: Option<&str>| Volume {
        id: id(number),
        name: name.to_owned(),
        state: ResourceState::Ready,
        is_root: name.ends_with("root"),
        size_gb: 40,
        offering: "Fast SSD".to_owned(),
        instance: instance.map(str::to_owned),
        zone: "London 1".to_owned(),
        created_at: Timestamp("2026-02-01T08:00:00.000Z".to_owned()),
        last_change: instance.is_none().then(|| change(Act::VolumeDetached)),
    };
    page(vec![volume(11, "archive", None), volume(12, "web-1-root", Some("web-1"))])
}

pub fn vm_snapshots() -> Page<VmSnapshot> {
    let snapshot = |number, name: &str, state, is_current| VmSnapshot {
        id: id(number),
        name: name.to_owned(),
        description: String::new(),
        state,
        instance: Some("db-1".to_owned()),
        is_current,
        has_memory: is_current,
        zone: "London 1".to_owned(),
        created_at: Timestamp("2026-03-02T08:41:00.000Z".to_owned()),
        last_change: is_current.then(|| change(Act::VmSnapshotCreated)),
    };
    page(vec![
        snapshot(21, "after-upgrade", ResourceState::Creating, true),
        snapshot(22, "before-upgrade", ResourceState::Ready, false),
    ])
}

pub fn ssh_keys() -> Page<SshKey> {
    let key = |number, name: &str, state| SshKey {
        id: id(number),
        name: name.to_owned(),
        state,
        last_change: None,
    };
    page(vec![key(31, "laptop", ResourceState::Ready), key(32, "retired", ResourceState::Disabled)])
}

pub fn networks() -> Page<Network> {
    page(vec![Network {
        id: id(41),
        name: "front".to_owned(),
        state: ResourceState::Ready,
        cidr: "10.10.1.0/24".to_owned(),
        gateway: "10.10.1.1".to_owned(),
        kind: "Isolated".to_owned(),
        zone: "London 1".to_owned(),
        last_change: Some(change(Act::NetworkCreated)),
    }])
}

pub fn security_groups() -> Page<SecurityGroup> {
    page(vec![SecurityGroup {
        id: id(51),
        name: "web".to_owned(),
        description: "HTTP and HTTPS from everywhere".to_owned(),
        state: ResourceState::Ready,
        ingress_rules: 2,
        egress_rules: 1,
        last_change: None,
    }])
}

pub fn counts() -> ResourceCounts {
    ResourceCounts {
        instances: 5,
        running_instances: 1,
        volumes: 2,
        vm_snapshots: 2,
        ssh_keys: 2,
        networks: 1,
        security_groups: 1,
    }
}

pub fn samples() -> SampleIds {
    SampleIds {
        zone: Some(id(1)),
        compute_offering: Some(id(61)),
        template: Some(id(62)),
        storage_offering: Some(id(63)),
        network_offering: Some(id(64)),
        network: Some(id(41)),
        instance: Some(id(4)),
        instance_zone: Some(id(1)),
    }
}

/// A backend of somebody with a key, whose company has some of everything.
pub fn backend() -> FakeBackend {
    let backend = fixtures::backend(&fixtures::approved());
    backend
        .answer(Method::Get, INSTANCES, &instances())
        .answer(Method::Get, VOLUMES, &volumes())
        .answer(Method::Get, VM_SNAPSHOTS, &vm_snapshots())
        .answer(Method::Get, SSH_KEYS, &ssh_keys())
        .answer(Method::Get, NETWORKS, &networks())
        .answer(Method::Get, SECURITY_GROUPS, &security_groups())
        .answer(Method::Get, COUNTS, &counts())
        .answer(Method::Get, SAMPLES, &samples());
    backend
}

/// A backend of somebody with a key, whose company has nothing.
pub fn backend_of_nothing() -> FakeBackend {
    let backend = fixtures::backend(&fixtures::approved());
    for list in [INSTANCES, VOLUMES, VM_SNAPSHOTS, SSH_KEYS, NETWORKS, SECURITY_GROUPS] {
        backend.answer(Method::Get, list, &page(Vec::<u8>::new()));
    }
    let nothing = SampleIds { network: None, instance: None, instance_zone: None, ..samples() };
    backend.answer(Method::Get, SAMPLES, &nothing);
    backend
}
