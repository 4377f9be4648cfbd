//! What the caller's company has in the cloud, for the pages that show it. They read only: acting is what keys are for.

mod counts;
mod instances;
mod list_query;
mod listed;
mod networks;
mod samples;
mod security_groups;
mod ssh_keys;
mod vm_snapshots;
mod volumes;

use std::collections::HashMap;

use latchkey_contract::ProblemKind;
use utoipa_axum::router::OpenApiRouter;
use uuid::Uuid;

use crate::cloud::{CloudError, Filter, Tenant};
use crate::http::Portal;
use crate::http::problem::ApiError;
use crate::http::restapi::in_time;
use crate::http::signed_in::CompanyUser;

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new()
        .merge(instances::router())
        .merge(volumes::router())
        .merge(vm_snapshots::router())
        .merge(ssh_keys::router())
        .merge(networks::router())
        .merge(security_groups::router())
        .merge(counts::router())
        .merge(samples::router())
}

fn tenant(user: &CompanyUser) -> Tenant {
    Tenant { company: user.company.id, user: user.account().id }
}

/// What the cloud answers, if it does so in time.
async fn read<T>(call: impl Future<Output = Result<T, CloudError>>) -> Result<T, ApiError> {
    in_time(call).await.map_err(|error| match error.kind {
        ProblemKind::Unavailable => ApiError::new(
            ProblemKind::Unavailable,
            "The cloud did not answer in time. Try again in a moment.",
        ),
        _ => error,
    })
}

/// The names of all zones.
async fn zone_names(portal: &Portal) -> Result<HashMap<Uuid, String>, ApiError> {
    let zones = read(portal.cloud.zones(None)).await?;
    Ok(zones.into_iter().map(|zone| (zone.id, zone.name)).collect())
}

/// The names of the company's instances, as they are shown.
async fn instance_names(portal: &Portal, tenant: Tenant) -> Result<HashMap<Uuid, String>, ApiError> {
    let instances = read(portal.cloud.instances(tenant, Filter::default())).await?;
    Ok(instances.into_iter().map(|instance| (instance.id, instance.display_name)).collect())
}

/// A size as it travels; a cloud has none that does not fit.
fn size(value: i64) -> u32 {
    u32::try_from(value).unwrap_or_default()
}
