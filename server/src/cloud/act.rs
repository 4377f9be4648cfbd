use std::borrow::Cow;
use std::ops::RangeInclusive;

use uuid::Uuid;

/// An act on one thing, which the id names.
#[derive(Clone, Debug)]
pub enum Act {
    Instance(Uuid, InstanceAct),
    Network(Uuid, NetworkAct),
    Volume(Uuid, VolumeAct),
    DeleteVmSnapshot(Uuid),
}

#[derive(Clone, Debug)]
pub enum InstanceAct {
    Start,
    Stop,
    /// For good, its root disk and snapshots included; other volumes are detached.
    Destroy,
    Rename {
        display_name: String,
    },
    Resize {
        compute_offering: Uuid,
        size: Size,
    },
    AttachIso(Uuid),
    DetachIso(Uuid),
    ResetSshKey(Uuid),
}

#[derive(Clone, Copy, Debug)]
pub enum NetworkAct {
    /// Puts an instance into the network.
    Attach {
        instance: Uuid,
    },
    /// Takes an instance out of the network.
    Detach {
        instance: Uuid,
    },
    Delete,
}

#[derive(Clone, Copy, Debug)]
pub enum VolumeAct {
    Attach { instance: Uuid },
    Detach,
    Delete,
}

impl Act {
    /// The thing that it is done to.
    pub fn id(&self) -> Uuid {
        match self {
            Self::Instance(id, _)
            | Self::Network(id, _)
            | Self::Volume(id, _)
            | Self::DeleteVmSnapshot(id) => *id,
        }
    }
}

/// How large an instance is, where its offering leaves that to the caller.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    pub cpu_cores: Option<i64>,
    pub memory_mb: Option<i64>,
}

impl Size {
    /// Virtual processors that an instance may have.
    pub const CORES: RangeInclusive<i64> = 1..=128;
    /// MB that an instance may have.
    pub const MEMORY: RangeInclusive<i64> = 256..=1_048_576;
}

/// What an act has led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What was acted on.
    pub id: Uuid,
    /// A word in capitals for how it is now, e.g. `STARTING`.
    pub status: Cow<'static, str>,
}

impl Outcome {
    /// The status of what is gone.
    pub const DELETED: &str = "DELETED";
}
