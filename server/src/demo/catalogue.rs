use uuid::Uuid;

use super::id;
use crate::cloud::{Catalogue, ComputeOffering, NetworkOffering, StorageOffering, Template, Zone};

pub(super) const FIRST_ZONE: Uuid = id(1);
pub(super) const SECOND_ZONE: Uuid = id(2);
pub(super) const SMALL: Uuid = id(31);
pub(super) const MEDIUM: Uuid = id(32);
pub(super) const LARGE: Uuid = id(33);
const CUSTOM: Uuid = id(34);
pub(super) const STANDARD_SSD: Uuid = id(41);
pub(super) const FAST_SSD: Uuid = id(42);
const FIXED: Uuid = id(43);
pub(super) const UBUNTU: Uuid = id(51);
pub(super) const DEBIAN: Uuid = id(52);
pub(super) const DEBIAN_IN_SECOND: Uuid = id(54);
pub(super) const RESCUE_IN_SECOND: Uuid = id(55);
pub(super) const ISOLATED: Uuid = id(61);

/// What the demo's cloud offers.
pub(super) fn catalogue() -> Catalogue {
    Catalogue {
        zones: vec![
            Zone { id: FIRST_ZONE, name: "London 1".to_owned(), is_active: true },
            Zone { id: SECOND_ZONE, name: "Leeds 1".to_owned(), is_active: true },
        ],
        compute_offerings: vec![
            compute(SMALL, "Small", 2, 4096),
            compute(MEDIUM, "Medium", 4, 16_384),
            compute(LARGE, "Large", 8, 8192),
            compute(CUSTOM, "Custom", 0, 0),
        ],
        storage_offerings: vec![
            storage(STANDARD_SSD, "Standard SSD", "shared", 0),
            storage(FAST_SSD, "Fast SSD", "local", 0),
            storage(FIXED, "Fast SSD 20 GB", "local", 20),
        ],
        templates: vec![
            template(UBUNTU, (FIRST_ZONE, "London 1"), "Ubuntu 24.04", "Ubuntu", 20),
            template(DEBIAN, (FIRST_ZONE, "London 1"), "Debian 12", "Debian", 10),
            iso(id(53), (FIRST_ZONE, "London 1")),
            template(DEBIAN_IN_SECOND, (SECOND_ZONE, "Leeds 1"), "Debian 12", "Debian", 10),
            iso(RESCUE_IN_SECOND, (SECOND_ZONE, "Leeds 1")),
        ],
        network_offerings: vec![
            network(ISOLATED, "Isolated network", "Required", false),
            network(id(62), "Isolated network without services", "Optional", false),
            network(id(63), "VPC tier", "Optional", true),
        ],
    }
}

/// No cores and no memory: the caller chooses.
fn compute(id: Uuid, name: &str, cpu_cores: i64, memory_mb: i64) -> ComputeOffering {
    let display_text = match (cpu_cores, memory_mb) {
        (0, 0) => "Cores and memory as you choose".to_owned(),
        (cores, memory) => format!("{cores} cores, {} GB", memory / 1024),
    };
    ComputeOffering {
        id,
        name: name.to_owned(),
        display_text,
        cpu_cores,
        clock_mhz: 2400,
        memory_mb,
        storage_type: "shared".to_owned(),
        is_active: true,
    }
}

/// No gigabytes: the caller chooses.
fn storage(id: Uuid, name: &str, storage_type: &str, disk_gb: i64) -> StorageOffering {
    let description = match disk_gb {
        0 => "Any size".to_owned(),
        fixed => format!("{fixed} GB"),
    };
    StorageOffering {
        id,
        name: name.to_owned(),
        description,
        storage_type: storage_type.to_owned(),
        disk_gb,
        is_custom: disk_gb == 0,
        is_active: true,
    }
}

fn template(id: Uuid, (zone_id, zone): (Uuid, &str), name: &str, os: &str, disk_gb: i64) -> Template {
    Template {
        id,
        zone_id,
        zone_name: zone.to_owned(),
        name: name.to_owned(),
        description: format!("{name}, 64 bit, with cloud-init"),
        os_category: os.to_owned(),
        format: "QCOW2".to_owned(),
        disk_gb,
        cost: "0".to_owned(),
        is_active: true,
    }
}

fn iso(id: Uuid, zone: (Uuid, &str)) -> Template {
    Template {
        description: "A disc for repairs".to_owned(),
        format: Template::ISO.to_owned(),
        ..template(id, zone, "Rescue disc", "Debian", 0)
    }
}

fn network(id: Uuid, name: &str, availability: &str, for_vpc: bool) -> NetworkOffering {
    NetworkOffering {
        id,
        name: name.to_owned(),
        display_text: name.to_owned(),
        availability: availability.to_owned(),
        guest_ip_type: "Isolated".to_owned(),
        is_trial: false,
        for_vpc,
        is_active: true,
    }
}
