//! Query parameters as the document describes them; [`crate::http::query`] reads them.

use latchkey_contract::admin::RequestState;
use latchkey_contract::resource::{ResourceSort, SortOrder};
use utoipa::IntoParams;
use uuid::Uuid;

/// Which part of a list is wanted.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the parameters")]
pub(crate) struct PageParams {
    /// The `next` of the page before; absent for the first page.
    cursor: Option<String>,
    /// Items on a page.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<u32>,
}

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the parameters")]
pub(crate) struct RequestFilterParams {
    /// Only requests in this state.
    state: Option<RequestState>,
}

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the parameters")]
pub(crate) struct UserFilterParams {
    /// Part of a name, an e-mail address or a company's name; upper and lower case are the same.
    search: Option<String>,
}

/// Narrows a list of the company's resources, and sorts it.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the parameters")]
pub(crate) struct ResourceFilterParams {
    /// Part of a name, an id or another text of the list; upper and lower case are the same.
    search: Option<String>,
    /// What the list is sorted by.
    sort: Option<ResourceSort>,
    order: Option<SortOrder>,
}

/// Narrows the list of zones.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the parameters")]
pub(crate) struct ZoneListParams {
    /// Only the zone with this id.
    uuid: Option<Uuid>,
}

/// Narrows a list of resources.
#[derive(IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
#[expect(dead_code, reason = "describes the parameters")]
pub(crate) struct ResourceListParams {
    /// Only resources in this zone.
    zone_uuid: Option<Uuid>,
    /// Only the resource with this id.
    uuid: Option<Uuid>,
}

/// Narrows a list of offerings.
#[derive(IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
#[expect(dead_code, reason = "describes the parameters")]
pub(crate) struct OfferingListParams {
    /// Only what is offered in this zone.
    zone_uuid: Option<Uuid>,
    /// Only the offering with this id.
    uuid: Option<Uuid>,
}

/// Narrows the list of network offerings of VPCs.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the parameters")]
pub(crate) struct VpcOfferingListParams {
    /// Only the offering with this id.
    uuid: Option<Uuid>,
}

/// Narrows the list of security groups.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the parameters")]
pub(crate) struct SecurityGroupListParams {
    /// Only the security group with this id.
    uuid: Option<Uuid>,
}

/// Narrows the list of instances.
#[derive(IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
#[expect(dead_code, reason = "describes the parameters")]
pub(crate) struct InstanceListParams {
    /// Only instances in this zone.
    zone_uuid: Option<Uuid>,
    /// Only the instance with this id.
    vm_uuid: Option<Uuid>,
}

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the parameters")]
pub(crate) struct EventParams {
    /// Resume after the event with this id. The header `Last-Event-ID`, which browsers send by themselves when they
    /// reconnect, goes before it.
    #[param(minimum = 0)]
    after: Option<i64>,
}
