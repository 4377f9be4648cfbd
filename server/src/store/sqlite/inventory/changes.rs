//! Who changed what: an entry in the audit log, and a word to the company whose lists are not true any more.

use latchkey_contract::activity::Act as Deed;
use latchkey_contract::event::LiveEvent;
use latchkey_contract::resource::ResourceKind;
use uuid::Uuid;

use crate::cloud::{Act, InstanceAct, NetworkAct, Requester, VolumeAct};
use crate::store::StoreError;
use crate::store::events::Audience;
use crate::store::sqlite::writing::{Entry, Writing};

/// What is recorded of an act.
#[derive(Clone, Copy)]
pub(super) struct Change {
    pub(super) deed: Deed,
    /// What lists are not true any more.
    pub(super) touches: &'static [ResourceKind],
}

impl Change {
    pub(super) const INSTANCE_CREATED: Self =
        Self::new(Deed::InstanceCreated, &[ResourceKind::Instance, ResourceKind::Volume]);
    pub(super) const NETWORK_CREATED: Self = Self::new(Deed::NetworkCreated, &[ResourceKind::Network]);
    pub(super) const VOLUME_CREATED: Self = Self::new(Deed::VolumeCreated, &[ResourceKind::Volume]);
    pub(super) const VM_SNAPSHOT_CREATED: Self =
        Self::new(Deed::VmSnapshotCreated, &[ResourceKind::VmSnapshot]);

    const fn new(deed: Deed, touches: &'static [ResourceKind]) -> Self {
        Self { deed, touches }
    }

    pub(super) fn of(act: &Act) -> Self {
        use ResourceKind::{Instance, Network, VmSnapshot, Volume};
        match act {
            Act::Instance(_, act) => match act {
                InstanceAct::Start => Self::new(Deed::InstanceStarted, &[Instance]),
                InstanceAct::Stop => Self::new(Deed::InstanceStopped, &[Instance]),
                InstanceAct::Destroy => Self::new(Deed::InstanceDestroyed, &[Instance, Volume]),
                InstanceAct::Rename { .. } => {
                    Self::new(Deed::InstanceRenamed, &[Instance, Volume, VmSnapshot])
                }
                InstanceAct::Resize { .. } => Self::new(Deed::InstanceResized, &[Instance]),
                InstanceAct::AttachIso(_) => Self::new(Deed::IsoAttached, &[Instance]),
                InstanceAct::DetachIso(_) => Self::new(Deed::IsoDetached, &[Instance]),
                InstanceAct::ResetSshKey(_) => Self::new(Deed::SshKeyReset, &[Instance]),
            },
            Act::Network(_, act) => match act {
                NetworkAct::Attach { .. } => Self::new(Deed::NetworkAttached, &[Network]),
                NetworkAct::Detach { .. } => Self::new(Deed::NetworkDetached, &[Network]),
                NetworkAct::Delete => Self::new(Deed::NetworkDeleted, &[Network, Instance]),
            },
            Act::Volume(_, act) => match act {
                VolumeAct::Attach { .. } => Self::new(Deed::VolumeAttached, &[Volume]),
                VolumeAct::Detach => Self::new(Deed::VolumeDetached, &[Volume]),
                VolumeAct::Delete => Self::new(Deed::VolumeDeleted, &[Volume]),
            },
            Act::DeleteVmSnapshot(_) => Self::new(Deed::VmSnapshotDeleted, &[VmSnapshot]),
        }
    }
}

impl Writing<'_> {
    /// Records that `by` changed the resource `id`, which is called `name`.
    pub(super) async fn record_change(
        &mut self,
        by: &Requester,
        change: Change,
        (id, name): (Uuid, &str),
    ) -> Result<(), StoreError> {
        self.record(Entry::new(change.deed, by.authority.user).resource(id, name)).await?;
        self.tell_of_resources(by.authority.company, change.touches).await
    }

    pub(super) async fn tell_of_resources(
        &mut self,
        company: Uuid,
        kinds: &[ResourceKind],
    ) -> Result<(), StoreError> {
        for kind in kinds {
            let event = LiveEvent::ResourcesChanged { resource: *kind };
            self.tell(Audience::Company(company), &event).await?;
        }
        Ok(())
    }
}
