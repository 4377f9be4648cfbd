use latchkey_contract::Page;
use latchkey_contract::compute::{Instance, SshKey, VmSnapshot, Volume};
use latchkey_contract::network::{Network, SecurityGroup};
use latchkey_contract::resource::{ResourceCounts, ResourceSort, SampleIds, SortOrder};
use serde::de::DeserializeOwned;

use super::client::with_query;
use super::{Api, ApiError};

/// Which part of a list of resources is wanted, and in what order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Part of a name, an id or another text of the list; empty for everything.
    pub search: String,
    pub sort: ResourceSort,
    pub order: SortOrder,
    /// The `next` of the page before.
    pub cursor: Option<String>,
}

/// What the caller's company has. Administrators belong to no company: `forbidden`.
impl Api {
    pub async fn instances(self, wanted: Wanted) -> Result<Page<Instance>, ApiError> {
        self.resources("/api/v1/compute/instances", &wanted).await
    }

    pub async fn volumes(self, wanted: Wanted) -> Result<Page<Volume>, ApiError> {
        self.resources("/api/v1/compute/volumes", &wanted).await
    }

    pub async fn vm_snapshots(self, wanted: Wanted) -> Result<Page<VmSnapshot>, ApiError> {
        self.resources("/api/v1/compute/vm-snapshots", &wanted).await
    }

    pub async fn ssh_keys(self, wanted: Wanted) -> Result<Page<SshKey>, ApiError> {
        self.resources("/api/v1/compute/ssh-keys", &wanted).await
    }

    pub async fn networks(self, wanted: Wanted) -> Result<Page<Network>, ApiError> {
        self.resources("/api/v1/network/networks", &wanted).await
    }

    pub async fn security_groups(self, wanted: Wanted) -> Result<Page<SecurityGroup>, ApiError> {
        self.resources("/api/v1/network/security-groups", &wanted).await
    }

    /// How many of each kind there are.
    pub async fn resource_counts(self) -> Result<ResourceCounts, ApiError> {
        self.get("/api/v1/resources/counts".into()).await
    }

    /// Ids that exist, for examples.
    pub async fn sample_ids(self) -> Result<SampleIds, ApiError> {
        self.get("/api/v1/resources/samples".into()).await
    }

    async fn resources<T: DeserializeOwned>(self, path: &str, wanted: &Wanted) -> Result<Page<T>, ApiError> {
        let Wanted { search, sort, order, cursor } = wanted;
        let sort = match sort {
            ResourceSort::Name => "name",
            ResourceSort::State => "state",
            ResourceSort::LastChange => "last_change",
        };
        let order = match order {
            SortOrder::Ascending => "ascending",
            SortOrder::Descending => "descending",
        };
        let search = Some(search.trim()).filter(|search| !search.is_empty());
        let parameters =
            [("search", search), ("sort", Some(sort)), ("order", Some(order)), ("cursor", cursor.as_deref())];
        self.get(with_query(path, &parameters)).await
    }
}
