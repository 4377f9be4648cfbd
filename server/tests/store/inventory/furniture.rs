//! A small cloud with a few resources of Dana's company.

use latchkey_server::cloud::{
    Act, Catalogue, ComputeOffering, Instance, InstanceAct, InstanceState, Network, NetworkOffering,
    NewInstance, NewNetwork, NewVmSnapshot, NewVolume, SecurityGroup, SecurityRule, Size, SshKey,
    StorageOffering, Template, Tenant, VmSnapshot, Volume, Zone,
};
use latchkey_server::store::inventory::{InventorySeed, Moment};
use uuid::Uuid;

use crate::house::{House, MORNING, TestResult, company_of};

pub(crate) const NORTH: Uuid = Uuid::from_u128(1);
pub(crate) const SOUTH: Uuid = Uuid::from_u128(2);
pub(crate) const SMALL: Uuid = Uuid::from_u128(3);
pub(crate) const DISK: Uuid = Uuid::from_u128(4);
pub(crate) const DEBIAN: Uuid = Uuid::from_u128(5);
pub(crate) const ISOLATED: Uuid = Uuid::from_u128(6);
pub(crate) const FRONT: Uuid = Uuid::from_u128(10);
pub(crate) const BACK: Uuid = Uuid::from_u128(11);
pub(crate) const WEB: Uuid = Uuid::from_u128(20);
pub(crate) const ROOT: Uuid = Uuid::from_u128(30);
pub(crate) const FREE: Uuid = Uuid::from_u128(31);

/// What takes time takes this long, in milliseconds.
pub(crate) const LATER: i64 = 1000;

pub(crate) fn at(now: i64) -> Moment {
    Moment { now, done_at: now + LATER }
}

pub(crate) fn dana(house: &House) -> Tenant {
    Tenant { company: company_of(&house.dana), user: house.dana.id }
}

pub(crate) fn otto(house: &House) -> Tenant {
    Tenant { company: company_of(&house.otto), user: house.otto.id }
}

pub(crate) async fn act(house: &House, id: Uuid, act: InstanceAct, now: i64) -> TestResult {
    house.store.act(&house.script(dana(house)), Act::Instance(id, act), at(now)).await?;
    Ok(())
}

pub(crate) async fn furnish(house: &House) -> TestResult<InventorySeed> {
    for user in [&house.dana, &house.otto] {
        house.start_script(user).await?;
    }
    house.store.offer(catalogue()).await?;
    let seed = seed();
    house.store.add_inventory(company_of(&house.dana), seed.clone()).await?;
    Ok(seed)
}

pub(crate) fn catalogue() -> Catalogue {
    let text = str::to_owned;
    Catalogue {
        zones: vec![
            Zone { id: NORTH, name: text("North"), is_active: true },
            Zone { id: SOUTH, name: text("South"), is_active: false },
        ],
        compute_offerings: vec![ComputeOffering {
            id: SMALL,
            name: text("Small"),
            display_text: text("2 cores"),
            cpu_cores: 2,
            clock_mhz: 2400,
            memory_mb: 4096,
            storage_type: text("shared"),
            is_active: true,
        }],
        storage_offerings: vec![StorageOffering {
            id: DISK,
            name: text("Fast SSD"),
            description: text("Any size"),
            storage_type: text("local"),
            disk_gb: 0,
            is_custom: true,
            is_active: true,
        }],
        templates: vec![Template {
            id: DEBIAN,
            zone_id: NORTH,
            zone_name: text("North"),
            name: text("Debian 12"),
            description: text(""),
            os_category: text("Debian"),
            format: text("QCOW2"),
            disk_gb: 10,
            cost: text("0"),
            is_active: true,
        }],
        network_offerings: vec![NetworkOffering {
            id: ISOLATED,
            name: text("Isolated"),
            display_text: text("Isolated"),
            availability: text("Required"),
            guest_ip_type: text("Isolated"),
            is_trial: false,
            for_vpc: false,
            is_active: true,
        }],
    }
}

fn seed() -> InventorySeed {
    let text = str::to_owned;
    let networks = vec![network(FRONT, NORTH), network(BACK, SOUTH)];
    let web = Instance {
        id: WEB,
        zone_id: NORTH,
        name: text("web-1"),
        display_name: text("Web 1"),
        owner_name: text("Dana Demo"),
        network_id: Some(FRONT),
        network_name: Some(text("front")),
        private_ip: Some(text("10.0.10.11")),
        compute_offering_id: Some(SMALL),
        storage_offering_id: Some(DISK),
        template_id: Some(DEBIAN),
        template_name: text("Debian 12"),
        iso_id: None,
        ssh_key_id: Some(Uuid::from_u128(40)),
        cpu_cores: 2,
        memory_mb: 4096,
        disk_gb: 40,
        state: InstanceState::Running,
    };
    InventorySeed {
        networks,
        ssh_keys: vec![SshKey {
            id: Uuid::from_u128(40),
            name: text("laptop"),
            is_active: true,
            domain_name: text("Demo Ltd"),
        }],
        security_groups: vec![SecurityGroup {
            id: Uuid::from_u128(50),
            name: text("default"),
            description: text(""),
            is_active: true,
            rules: vec![SecurityRule {
                id: 1,
                is_egress: true,
                protocol: text("TCP"),
                start_port: Some(1),
                end_port: Some(65_535),
                icmp_type: None,
                icmp_code: None,
                cidr_list: text("0.0.0.0/0"),
            }],
        }],
        instances: vec![web],
        nics: Vec::new(),
        volumes: vec![volume(ROOT, NORTH, Volume::ROOT, Some(WEB)), volume(FREE, SOUTH, Volume::DATA, None)],
        vm_snapshots: vec![VmSnapshot {
            id: Uuid::from_u128(60),
            zone_id: NORTH,
            instance_id: WEB,
            name: text("before"),
            description: text(""),
            has_memory: false,
            is_current: true,
            domain_name: text("Demo Ltd"),
            status: text(VmSnapshot::READY),
            created_at: MORNING,
        }],
    }
}

pub(crate) fn network(id: Uuid, zone_id: Uuid) -> Network {
    let prefix = format!("10.0.{}", id.as_u128());
    Network {
        id,
        zone_id,
        name: "front".to_owned(),
        cidr: format!("{prefix}.0/24"),
        gateway: format!("{prefix}.1"),
        kind: "Isolated".to_owned(),
        offering_id: Some(ISOLATED),
        domain: "front.internal".to_owned(),
        domain_name: "Demo Ltd".to_owned(),
        status: Network::IMPLEMENTED.to_owned(),
    }
}

fn volume(id: Uuid, zone_id: Uuid, kind: &str, instance_id: Option<Uuid>) -> Volume {
    Volume {
        id,
        zone_id,
        name: "disk".to_owned(),
        kind: kind.to_owned(),
        storage_offering_id: Some(DISK),
        storage_offering_name: "Fast SSD".to_owned(),
        size_gb: 40,
        instance_id,
        instance_name: instance_id.map(|_| "web-1".to_owned()),
        domain_name: "Demo Ltd".to_owned(),
        status: Volume::READY.to_owned(),
        created_at: MORNING,
    }
}

pub(crate) fn new_instance() -> NewInstance {
    NewInstance {
        name: "web-2".to_owned(),
        zone: NORTH,
        compute_offering: SMALL,
        size: Size::default(),
        template: DEBIAN,
        network: FRONT,
        storage_offering: Some(DISK),
        disk_gb: 0,
        ssh_key: Some("laptop".to_owned()),
        security_group: Some("default".to_owned()),
    }
}

pub(crate) fn new_network() -> NewNetwork {
    NewNetwork {
        name: "new".to_owned(),
        zone: NORTH,
        offering: ISOLATED,
        is_public: true,
        security_group: None,
        instance: None,
    }
}

pub(crate) fn new_volume() -> NewVolume {
    NewVolume { name: "data".to_owned(), zone: NORTH, offering: DISK, size_gb: 5 }
}

pub(crate) fn new_vm_snapshot() -> NewVmSnapshot {
    NewVmSnapshot {
        name: "now".to_owned(),
        description: "by hand".to_owned(),
        zone: NORTH,
        instance: WEB,
        with_memory: false,
    }
}
