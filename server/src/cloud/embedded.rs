use std::num::NonZeroU32;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use uuid::Uuid;

use super::{
    Act, Cloud, CloudError, ComputeOffering, Filter, Instance, InstanceAct, InstanceState, Network,
    NetworkOffering, NewInstance, NewNetwork, NewVmSnapshot, NewVolume, Outcome, Requester, SecurityGroup,
    SshKey, StorageOffering, Template, Tenant, Thing, VmSnapshot, Volume, Zone,
};
use crate::clock::{Clock, SECOND};
use crate::store::authority::AuthorityError;
use crate::store::inventory::{InventoryError, LONGEST_CHANGE, Moment};
use crate::store::{Store, StoreError};

/// How long to wait with what is due when the store has failed.
const TRY_AGAIN_IN: Duration = Duration::from_secs(1);

/// The cloud that comes with the portal: an inventory in its database that behaves like a cloud. What takes time is written
/// down with the instant at which it is done, so a restart changes nothing. Reading writes nothing: what is due and not yet
/// ended is shown as it will be.
pub struct EmbeddedCloud {
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
    /// The clock on the wall when [`Clock::elapsed`] began to count.
    epoch: i64,
    pace: Pace,
}

/// How long things take, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    pub create: i64,
    pub start: i64,
    pub stop: i64,
    pub destroy: i64,
    pub snapshot: i64,
}

impl Pace {
    pub const REALISTIC: Self = Self {
        create: LONGEST_CHANGE,
        start: 8 * SECOND,
        stop: 6 * SECOND,
        destroy: 5 * SECOND,
        snapshot: 4 * SECOND,
    };

    /// So many times as fast.
    pub fn times(self, factor: NonZeroU32) -> Self {
        let faster = |millis: i64| millis / i64::from(factor.get());
        Self {
            create: faster(self.create),
            start: faster(self.start),
            stop: faster(self.stop),
            destroy: faster(self.destroy),
            snapshot: faster(self.snapshot),
        }
    }

    fn of(self, act: &Act) -> i64 {
        match act {
            Act::Instance(_, InstanceAct::Start) => self.start,
            Act::Instance(_, InstanceAct::Stop) => self.stop,
            Act::Instance(_, InstanceAct::Destroy) => self.destroy,
            _ => 0,
        }
    }
}

impl EmbeddedCloud {
    pub fn new(store: Arc<dyn Store>, clock: Arc<dyn Clock>, pace: Pace) -> Self {
        let epoch = clock.now() - clock.elapsed();
        Self { store, clock, epoch, pace }
    }

    /// Brings every change to its end when it is due, without anybody asking. What became due while nobody did this ends at
    /// once. Ready after `told_to_stop`, and not in the middle of anything.
    pub async fn settle_when_due(&self, told_to_stop: impl Future<Output = ()>) {
        let mut told_to_stop = pin!(told_to_stop);
        let mut committed = self.store.committed();
        loop {
            // What is committed from here on may be due earlier, and wakes this again.
            committed.borrow_and_update();
            let next = self.settle_and_look_ahead().await;
            let wait = async {
                match next {
                    Ok(Some(due_at)) => tokio::select! {
                        () = self.clock.until(due_at - self.epoch) => {}
                        _ = committed.changed() => {}
                    },
                    Ok(None) => _ = committed.changed().await,
                    Err(error) => {
                        tracing::error!(%error, "resources did not change as they should; this is tried again in a second");
                        tokio::time::sleep(TRY_AGAIN_IN).await;
                    }
                }
            };
            tokio::select! {
                () = &mut told_to_stop => return,
                () = wait => {}
            }
        }
    }

    /// When something is due next.
    async fn settle_and_look_ahead(&self) -> Result<Option<i64>, StoreError> {
        self.settle().await?;
        self.store.next_due().await
    }

    /// Brings what has become due to its end, so that whoever acts finds it as it is now.
    async fn settle(&self) -> Result<(), StoreError> {
        self.store.settle(self.steady_now()).await
    }

    /// UTC milliseconds as they would be if nobody had set the machine's clock since the start. Changes are due by these.
    fn steady_now(&self) -> i64 {
        self.epoch + self.clock.elapsed()
    }

    fn moment(&self, takes: i64) -> Moment {
        Moment { now: self.clock.now(), done_at: self.steady_now() + takes }
    }
}

#[async_trait]
impl Cloud for EmbeddedCloud {
    async fn zones(&self, id: Option<Uuid>) -> Result<Vec<Zone>, CloudError> {
        Ok(self.store.zones(id).await?)
    }

    async fn compute_offerings(&self, filter: Filter) -> Result<Vec<ComputeOffering>, CloudError> {
        Ok(self.store.compute_offerings(filter).await?)
    }

    async fn storage_offerings(&self, filter: Filter) -> Result<Vec<StorageOffering>, CloudError> {
        Ok(self.store.storage_offerings(filter).await?)
    }

    async fn templates(&self, filter: Filter) -> Result<Vec<Template>, CloudError> {
        Ok(self.store.templates(filter).await?)
    }

    async fn network_offerings(
        &self,
        for_vpc: bool,
        filter: Filter,
    ) -> Result<Vec<NetworkOffering>, CloudError> {
        Ok(self.store.network_offerings(for_vpc, filter).await?)
    }

    async fn networks(&self, tenant: Tenant, filter: Filter) -> Result<Vec<Network>, CloudError> {
        Ok(self.store.networks(tenant.company, filter).await?)
    }

    async fn instances(&self, tenant: Tenant, filter: Filter) -> Result<Vec<Instance>, CloudError> {
        Ok(self.store.instances_at(tenant.company, filter, Some(self.steady_now())).await?)
    }

    async fn volumes(&self, tenant: Tenant, filter: Filter) -> Result<Vec<Volume>, CloudError> {
        Ok(self.store.volumes_at(tenant.company, filter, Some(self.steady_now())).await?)
    }

    async fn vm_snapshots(&self, tenant: Tenant, filter: Filter) -> Result<Vec<VmSnapshot>, CloudError> {
        Ok(self.store.vm_snapshots_at(tenant.company, filter, Some(self.steady_now())).await?)
    }

    async fn ssh_keys(&self, tenant: Tenant) -> Result<Vec<SshKey>, CloudError> {
        Ok(self.store.ssh_keys(tenant.company).await?)
    }

    async fn security_groups(
        &self,
        tenant: Tenant,
        id: Option<Uuid>,
    ) -> Result<Vec<SecurityGroup>, CloudError> {
        Ok(self.store.security_groups(tenant.company, id).await?)
    }

    async fn create_instance(&self, by: &Requester, new: NewInstance) -> Result<Instance, CloudError> {
        self.settle().await?;
        Ok(self.store.create_instance(by, new, self.moment(self.pace.create)).await?)
    }

    async fn create_network(&self, by: &Requester, new: NewNetwork) -> Result<Network, CloudError> {
        self.settle().await?;
        Ok(self.store.create_network(by, new, self.clock.now()).await?)
    }

    async fn create_volume(&self, by: &Requester, new: NewVolume) -> Result<Volume, CloudError> {
        self.settle().await?;
        Ok(self.store.create_volume(by, new, self.clock.now()).await?)
    }

    async fn create_vm_snapshot(&self, by: &Requester, new: NewVmSnapshot) -> Result<VmSnapshot, CloudError> {
        self.settle().await?;
        Ok(self.store.create_vm_snapshot(by, new, self.moment(self.pace.snapshot)).await?)
    }

    async fn act(&self, by: &Requester, act: Act) -> Result<Outcome, CloudError> {
        self.settle().await?;
        let moment = self.moment(self.pace.of(&act));
        Ok(self.store.act(by, act, moment).await?)
    }

    async fn status(&self, tenant: Tenant, instance: Uuid) -> Result<InstanceState, CloudError> {
        let state = self.store.instance_state_at(tenant.company, instance, Some(self.steady_now())).await?;
        state.ok_or(CloudError::NotFound(Thing::Instance))
    }
}

impl From<StoreError> for CloudError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Database(sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed) => {
                Self::Unavailable(error.to_string())
            }
            _ => Self::Failed(error.to_string()),
        }
    }
}

impl From<InventoryError> for CloudError {
    fn from(error: InventoryError) -> Self {
        match error {
            InventoryError::NotFound(thing) => Self::NotFound(thing),
            InventoryError::Refused(refusal) => Self::Refused(refusal),
            InventoryError::Authority(AuthorityError::Store(error)) | InventoryError::Store(error) => {
                error.into()
            }
            InventoryError::Authority(AuthorityError::AccessNotGranted) => Self::AccessNotGranted,
            InventoryError::Authority(_) => Self::KeyEnded,
        }
    }
}
