use uuid::Uuid;

use super::catalogue::{
    DEBIAN, DEBIAN_IN_SECOND, FAST_SSD, FIRST_ZONE, ISOLATED, LARGE, MEDIUM, RESCUE_IN_SECOND, SECOND_ZONE,
    SMALL, STANDARD_SSD, UBUNTU,
};
use super::{accounts, id, security};
use crate::clock::{DAY, HOUR};
use crate::cloud::{Instance, InstanceState, Network, SshKey, VmSnapshot, Volume};
use crate::store::inventory::{InventorySeed, Nic};

const FRONT: Uuid = id(11);
const BACK: Uuid = id(12);
const EDGE: Uuid = id(13);
const SPARE: Uuid = id(14);
const OFFICE: Uuid = id(21);
const WEB_1: Uuid = id(1201);
const WEB_2: Uuid = id(1202);
const DB_1: Uuid = id(1203);
const BATCH_1: Uuid = id(1204);
const ERP_1: Uuid = id(2201);
const LAPTOP: Uuid = id(71);
/// What is added last. No route deletes it.
pub(super) const LAST: Uuid = id(2701);

/// The resources of Demo Ltd.
pub(super) fn of_demo(at: i64) -> InventorySeed {
    let networks = vec![
        network(FRONT, FIRST_ZONE, "front", "10.10.1"),
        network(BACK, FIRST_ZONE, "back", "10.10.2"),
        network(EDGE, SECOND_ZONE, "edge", "10.20.1"),
        network(SPARE, FIRST_ZONE, "spare", "10.10.3"),
    ];
    let instances = vec![
        instance(WEB_1, &networks[0], "web-1", (SMALL, 2, 4096), (UBUNTU, "Ubuntu 24.04"), 11),
        instance(WEB_2, &networks[0], "web-2", (SMALL, 2, 4096), (UBUNTU, "Ubuntu 24.04"), 12),
        Instance {
            disk_gb: 80,
            ..instance(DB_1, &networks[1], "db-1", (MEDIUM, 4, 16_384), (DEBIAN, "Debian 12"), 11)
        },
        Instance {
            owner_name: "Colin Colleague".to_owned(),
            iso_id: Some(RESCUE_IN_SECOND),
            state: InstanceState::Stopped,
            ..instance(
                BATCH_1,
                &networks[2],
                "batch-1",
                (LARGE, 8, 8192),
                (DEBIAN_IN_SECOND, "Debian 12"),
                11,
            )
        },
    ];
    let domain = accounts::DEMO;
    let mut volumes: Vec<Volume> =
        (1301..).zip(&instances).map(|(number, of)| root(number, of, domain, at)).collect();
    volumes.push(Volume {
        instance_id: Some(DB_1),
        instance_name: Some("db-1".to_owned()),
        ..data(1305, FIRST_ZONE, "db-1-data", 200, domain, at - 20 * DAY)
    });
    volumes.push(data(1306, SECOND_ZONE, "archive", 500, domain, at - 6 * HOUR));
    InventorySeed {
        networks,
        ssh_keys: vec![ssh_key(LAPTOP, "laptop", domain), ssh_key(id(72), "deployment", domain)],
        security_groups: security::of_demo(),
        instances,
        nics: vec![Nic { instance_id: DB_1, network_id: FRONT, private_ip: "10.10.1.13".to_owned() }],
        volumes,
        vm_snapshots: vec![
            snapshot(1401, DB_1, "before-upgrade", domain, at - 3 * DAY),
            snapshot(1402, DB_1, "after-upgrade", domain, at - 2 * DAY),
        ],
    }
}

/// The resources of Other Ltd.
pub(super) fn of_other(at: i64) -> InventorySeed {
    let domain = accounts::OTHER;
    let networks =
        vec![Network { domain_name: domain.to_owned(), ..network(OFFICE, SECOND_ZONE, "office", "10.30.1") }];
    let erp = Instance {
        owner_name: "Otto Other".to_owned(),
        ssh_key_id: None,
        disk_gb: 60,
        ..instance(ERP_1, &networks[0], "erp-1", (MEDIUM, 4, 16_384), (DEBIAN_IN_SECOND, "Debian 12"), 11)
    };
    let attached = Volume {
        instance_id: Some(ERP_1),
        instance_name: Some("erp-1".to_owned()),
        ..data(2302, SECOND_ZONE, "erp-1-data", 120, domain, at - 9 * DAY)
    };
    InventorySeed {
        networks,
        ssh_keys: vec![ssh_key(LAST, "office", domain)],
        security_groups: security::of_other(),
        volumes: vec![root(2301, &erp, domain, at), attached],
        instances: vec![erp],
        nics: Vec::new(),
        vm_snapshots: vec![VmSnapshot {
            zone_id: SECOND_ZONE,
            ..snapshot(2401, ERP_1, "end-of-year", domain, at - 60 * DAY)
        }],
    }
}

fn network(id: Uuid, zone_id: Uuid, name: &str, prefix: &str) -> Network {
    Network {
        id,
        zone_id,
        name: name.to_owned(),
        cidr: format!("{prefix}.0/24"),
        gateway: format!("{prefix}.1"),
        kind: "Isolated".to_owned(),
        offering_id: Some(ISOLATED),
        domain: format!("{name}.internal"),
        domain_name: accounts::DEMO.to_owned(),
        status: Network::IMPLEMENTED.to_owned(),
    }
}

/// One of Dana's, with 40 GB, that runs.
fn instance(
    id: Uuid,
    network: &Network,
    name: &str,
    (offering, cpu_cores, memory_mb): (Uuid, i64, i64),
    (template, template_name): (Uuid, &str),
    host: u8,
) -> Instance {
    let prefix = network.gateway.trim_end_matches('1');
    Instance {
        id,
        zone_id: network.zone_id,
        name: name.to_owned(),
        display_name: name.to_owned(),
        owner_name: "Dana Demo".to_owned(),
        network_id: Some(network.id),
        network_name: Some(network.name.clone()),
        private_ip: Some(format!("{prefix}{host}")),
        compute_offering_id: Some(offering),
        storage_offering_id: Some(STANDARD_SSD),
        template_id: Some(template),
        template_name: template_name.to_owned(),
        iso_id: None,
        ssh_key_id: Some(LAPTOP),
        cpu_cores,
        memory_mb,
        disk_gb: 40,
        state: InstanceState::Running,
    }
}

fn root(number: u16, instance: &Instance, domain: &str, at: i64) -> Volume {
    Volume {
        id: id(number),
        zone_id: instance.zone_id,
        name: format!("{}-root", instance.name),
        kind: Volume::ROOT.to_owned(),
        storage_offering_id: Some(STANDARD_SSD),
        storage_offering_name: "Standard SSD".to_owned(),
        size_gb: instance.disk_gb,
        instance_id: Some(instance.id),
        instance_name: Some(instance.name.clone()),
        domain_name: domain.to_owned(),
        status: Volume::READY.to_owned(),
        created_at: at - 30 * DAY,
    }
}

/// One that is not attached.
fn data(number: u16, zone_id: Uuid, name: &str, size_gb: i64, domain: &str, created_at: i64) -> Volume {
    Volume {
        id: id(number),
        zone_id,
        name: name.to_owned(),
        kind: Volume::DATA.to_owned(),
        storage_offering_id: Some(FAST_SSD),
        storage_offering_name: "Fast SSD".to_owned(),
        size_gb,
        instance_id: None,
        instance_name: None,
        domain_name: domain.to_owned(),
        status: Volume::READY.to_owned(),
        created_at,
    }
}

fn ssh_key(id: Uuid, name: &str, domain: &str) -> SshKey {
    SshKey { id, name: name.to_owned(), is_active: true, domain_name: domain.to_owned() }
}

fn snapshot(number: u16, instance_id: Uuid, name: &str, domain: &str, created_at: i64) -> VmSnapshot {
    VmSnapshot {
        id: id(number),
        zone_id: FIRST_ZONE,
        instance_id,
        name: name.to_owned(),
        description: "Kept until the next one".to_owned(),
        has_memory: false,
        is_current: false,
        domain_name: domain.to_owned(),
        status: VmSnapshot::READY.to_owned(),
        created_at,
    }
}
