//! Who changed what: an entry in the audit log, and a word to the company whose lists are not true any more.

use latchkey_contract::activity::Act as Deed;
use latchkey_contract::event::LiveEvent;
use latchkey_contract::resource::ResourceKind;
use uuid::Uuid;

use crate::cloud::{Act, InstanceAct, NetworkAct, Requester, VolumeAct};
use crate::store::StoreError;
use crate::store::events::Audience;
use crate::store::sqlite::words::word;
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

/// The result of an act.
pub(super) struct Effect {
    /// In capitals: how the resource is afterwards.
    pub(super) status: &'static str,
    /// The name of the resource; absent where nothing changed.
    pub(super) changed: Option<String>,
}

impl Effect {
    pub(super) fn changed(name: String, status: &'static str) -> Self {
        Self { status, changed: Some(name) }
    }

    pub(super) fn none(status: &'static str) -> Self {
        Self { status, changed: None }
    }
}

/// The deed that makes what this one takes away.
fn creation(removal: Deed) -> Option<Deed> {
    match removal {
        Deed::InstanceDestroyed => Some(Deed::InstanceCreated),
        Deed::NetworkDeleted => Some(Deed::NetworkCreated),
        Deed::VolumeDeleted => Some(Deed::VolumeCreated),
        Deed::VmSnapshotDeleted => Some(Deed::VmSnapshotCreated),
        _ => None,
    }
}

impl Writing<'_> {
    /// Tells whether `removal` takes away what the company had and has no more. Snapshots go with their instance, so that
    /// only their creation may be recorded.
    pub(super) async fn is_gone(
        &mut self,
        company: Uuid,
        id: Uuid,
        removal: Deed,
    ) -> Result<bool, StoreError> {
        let Some(creation) = creation(removal) else { return Ok(false) };
        let sql = "SELECT EXISTS (SELECT 1 FROM audit_entry e JOIN account a ON a.id = e.subject_id \
                                  WHERE e.resource_id = ? AND e.act IN (?, ?) AND a.company_id = ?)";
        let known = sqlx::query_scalar(sql).bind(id).bind(word(removal)?).bind(word(creation)?).bind(company);
        Ok(known.fetch_one(self.db()).await?)
    }

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
