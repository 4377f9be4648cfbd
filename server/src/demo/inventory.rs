use uuid::Uuid;

use crate::clock::{DAY, HOUR};
use crate::store::inventory::{Instance, InventorySeed, Network, Volume, Zone};

pub(super) const FIRST_ZONE: Uuid = id(1);
const SECOND_ZONE: Uuid = id(2);
const FRONT: Uuid = id(11);
const BACK: Uuid = id(12);
const EDGE: Uuid = id(13);
const OFFICE: Uuid = id(21);
/// The volume that is added last.
pub(super) const LAST: Uuid = id(LAST_NUMBER);
const LAST_NUMBER: u16 = 2302;

/// Fixed ids (of version 7, as all ids are), so that adding the demo data once more changes nothing.
const fn id(number: u16) -> Uuid {
    Uuid::from_u128(0x0195_4d10_0000_7000_8000_0000_0000_0000 | number as u128)
}

pub(super) fn zones() -> [Zone; 2] {
    [
        Zone { id: FIRST_ZONE, name: "London 1".to_owned(), is_active: true },
        Zone { id: SECOND_ZONE, name: "Leeds 1".to_owned(), is_active: true },
    ]
}

/// The resources of Demo Ltd.
pub(super) fn of_demo(at: i64) -> InventorySeed {
    let networks = vec![
        network(FRONT, FIRST_ZONE, "front", "10.10.1"),
        network(BACK, FIRST_ZONE, "back", "10.10.2"),
        network(EDGE, SECOND_ZONE, "edge", "10.20.1"),
    ];
    let owner = "Dana Demo";
    let instances = vec![
        instance(1201, &networks[0], "web-1", owner, "Ubuntu 24.04", (2, 4096, 40), "RUNNING", 11),
        instance(1202, &networks[0], "web-2", owner, "Ubuntu 24.04", (2, 4096, 40), "RUNNING", 12),
        instance(1203, &networks[1], "db-1", owner, "Debian 12", (4, 16_384, 80), "RUNNING", 11),
        instance(1204, &networks[2], "batch-1", "Colin Colleague", "Debian 12", (8, 8192, 40), "STOPPED", 11),
    ];
    let mut volumes: Vec<Volume> =
        (1301..).zip(&instances).map(|(number, of)| root(number, of, at)).collect();
    volumes.push(data(1305, FIRST_ZONE, "db-1-data", 200, Some("db-1"), at - 20 * DAY));
    volumes.push(data(1306, SECOND_ZONE, "archive", 500, None, at - 6 * HOUR));
    InventorySeed { instances, volumes, networks }
}

/// The resources of Other Ltd.
pub(super) fn of_other(at: i64) -> InventorySeed {
    let networks = vec![network(OFFICE, SECOND_ZONE, "office", "10.30.1")];
    let instances =
        vec![instance(2201, &networks[0], "erp-1", "Otto Other", "Debian 12", (4, 8192, 60), "RUNNING", 11)];
    let mut volumes: Vec<Volume> =
        (2301..).zip(&instances).map(|(number, of)| root(number, of, at)).collect();
    volumes.push(data(LAST_NUMBER, SECOND_ZONE, "erp-1-data", 120, Some("erp-1"), at - 9 * DAY));
    InventorySeed { instances, volumes, networks }
}

fn network(id: Uuid, zone_id: Uuid, name: &str, prefix: &str) -> Network {
    Network {
        id,
        zone_id,
        name: name.to_owned(),
        cidr: format!("{prefix}.0/24"),
        gateway: format!("{prefix}.1"),
        kind: "Isolated".to_owned(),
        domain: format!("{name}.internal"),
        status: "IMPLEMENTED".to_owned(),
    }
}

#[expect(clippy::too_many_arguments, reason = "a row of a table")]
fn instance(
    number: u16,
    network: &Network,
    name: &str,
    owner: &str,
    template: &str,
    (cpu_cores, memory_mb, disk_gb): (i64, i64, i64),
    state: &str,
    host: u8,
) -> Instance {
    let prefix = network.gateway.trim_end_matches('1');
    Instance {
        id: id(number),
        zone_id: network.zone_id,
        network_id: network.id,
        name: name.to_owned(),
        display_name: name.to_owned(),
        owner_name: owner.to_owned(),
        network_name: network.name.clone(),
        template_name: template.to_owned(),
        cpu_cores,
        memory_mb,
        disk_gb,
        state: state.to_owned(),
        private_ip: format!("{prefix}{host}"),
    }
}

fn root(number: u16, instance: &Instance, at: i64) -> Volume {
    Volume {
        id: id(number),
        zone_id: instance.zone_id,
        name: format!("{}-root", instance.name),
        kind: "ROOT".to_owned(),
        storage_offering_name: "Standard SSD".to_owned(),
        size_gb: instance.disk_gb,
        instance_name: Some(instance.name.clone()),
        status: "READY".to_owned(),
        created_at: at - 30 * DAY,
    }
}

fn data(
    number: u16,
    zone_id: Uuid,
    name: &str,
    size_gb: i64,
    instance: Option<&str>,
    created_at: i64,
) -> Volume {
    Volume {
        id: id(number),
        zone_id,
        name: name.to_owned(),
        kind: "DATADISK".to_owned(),
        storage_offering_name: "Fast SSD".to_owned(),
        size_gb,
        instance_name: instance.map(str::to_owned),
        status: "READY".to_owned(),
        created_at,
    }
}
