use std::fmt;

use uuid::Uuid;

use super::{Instance, InstanceState, Thing};

/// Why a cloud did not do what it was asked for.
#[derive(Debug, thiserror::Error)]
pub enum CloudError {
    /// There is no such thing, or it is another company's.
    #[error("there is no such {0}")]
    NotFound(Thing),
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The key was revoked or its secret replaced while the call was on its way.
    #[error("the key has ended")]
    KeyEnded,
    /// The owner's API access ended while the call was on its way.
    #[error("the owner's API access is not granted")]
    AccessNotGranted,
    /// It cannot be reached, or did not answer in time.
    #[error("the cloud is not available: {0}")]
    Unavailable(String),
    #[error("the cloud failed: {0}")]
    Failed(String),
}

/// The instance that uses a resource, as a refusal names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    pub id: Uuid,
    /// Its display name.
    pub name: String,
}

impl From<Instance> for Holder {
    fn from(instance: Instance) -> Self {
        Self { id: instance.id, name: instance.display_name }
    }
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name, self.id)
    }
}

/// What does not go together, or not with how things are now. The sentences are for the caller and say what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("This instance is {0}. Wait until its status is RUNNING or STOPPED, then try again.")]
    Busy(InstanceState),
    #[error(
        "Only a STOPPED instance can be started, and this one is {0}. Stop it first, or leave it as it is."
    )]
    NotStopped(InstanceState),
    #[error(
        "Only a RUNNING instance can be stopped, and this one is {0}. Wait for it, or leave it as it is."
    )]
    NotRunning(InstanceState),
    #[error("This instance is being destroyed. Leave it alone and use another one.")]
    BeingDestroyed,
    #[error(
        "Another instance of your company has this name: {0}. Use that instance, or choose another name."
    )]
    NameTaken(Uuid),
    #[error("This {0} is in another zone. Use one that is in the same zone as the rest.")]
    AnotherZone(Thing),
    #[error("This {0} is not offered any more. Use one whose isActive is true.")]
    Inactive(Thing),
    #[error("This template is an ISO. Create the instance from another template, then attach the ISO to it.")]
    TemplateIsIso,
    #[error("There is another ISO in this instance. Detach that one first.")]
    IsoAttached,
    #[error("This ISO is not in this instance. Detach the one that is, or none.")]
    IsoNotAttached,
    #[error("This compute offering leaves the size to you. Send cpuCore and memory (MB) too.")]
    SizeNeeded,
    #[error("{field} must be a whole number from {least} to {most} with this compute offering. Correct it.")]
    SizeOutOfRange { field: &'static str, least: i64, most: i64 },
    #[error("This storage offering leaves the size to you. Send diskSize in GB, at least 1.")]
    DiskSizeNeeded,
    #[error(
        "This storage offering has disks of {0} GB only. Send that as diskSize, or use another offering."
    )]
    DiskSizeFixed(i64),
    #[error(
        "The template needs a root disk of at least {0} GB. Send a larger diskSize, or use another template."
    )]
    DiskTooSmall(i64),
    #[error("This offering is for networks of VPCs only. Use one from networkOfferingList.")]
    OfferingForVpc,
    #[error("This network has no free address. Use another one, or destroy instances that are in it.")]
    NetworkFull,
    #[error(
        "This network is in use by the instance {0}, which was created in it. Destroy that instance first."
    )]
    NetworkInUse(Holder),
    #[error("This instance is in this network already. Leave it there, or use another network.")]
    NetworkAttached,
    #[error("This instance was created in this network and stays in it. Destroy the instance instead.")]
    NetworkIsDefault,
    #[error("This volume is attached to the instance {0}. Detach it first.")]
    VolumeAttached(Holder),
    #[error("This volume is an instance's root disk and goes with it. Destroy the instance instead.")]
    VolumeIsRoot,
    #[error("Your company has as many of these as it may: {most} of the kind {thing}. Delete one first.")]
    TooMany { thing: Thing, most: i64 },
}

impl Refusal {
    /// Whether a member of what was asked for is missing, or has a value that is never taken.
    pub fn is_of_a_member(&self) -> bool {
        matches!(
            self,
            Self::SizeNeeded
                | Self::SizeOutOfRange { .. }
                | Self::DiskSizeNeeded
                | Self::DiskSizeFixed(_)
                | Self::DiskTooSmall(_)
        )
    }
}
