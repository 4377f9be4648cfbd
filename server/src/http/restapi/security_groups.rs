use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::auth::ApiCaller;
use super::cloud_call::in_time;
use super::envelope::{enabled, list};
use crate::cloud::{SecurityGroup, SecurityRule};
use crate::http::Portal;
use crate::http::openapi::params::SecurityGroupListParams;
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::query::Query;

/// A set of rules on what reaches instances and what leaves them.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SecurityGroupItem {
    uuid: Uuid,
    name: String,
    description: String,
    is_active: bool,
    /// `ENABLED` or `DISABLED`.
    status: String,
    /// What is let in.
    security_group_firewall_rule: Vec<SecurityRuleItem>,
    /// What is let out.
    security_group_egress_rule: Vec<SecurityRuleItem>,
    /// Always empty: clients of this API fail on anything in it.
    security_group_port_forwarding: Vec<NoRule>,
}

/// Traffic that is let through. Numbers are texts but for `id`.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SecurityRuleItem {
    id: i64,
    /// `TCP`, `UDP` or `ICMP`.
    protocol: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_port: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_port: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    icmp_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    icmp_code: Option<String>,
    security_group_uuid: Uuid,
    /// Networks in CIDR notation, separated by commas.
    cidr_list: String,
    is_active: bool,
}

/// Never there.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NoRule {}

list! {
    /// Security groups.
    SecurityGroupList, "listSecurityGroupResponse", SecurityGroupItem
}

impl From<SecurityGroup> for SecurityGroupItem {
    fn from(group: SecurityGroup) -> Self {
        let (egress, ingress): (Vec<_>, Vec<_>) = group.rules.into_iter().partition(|rule| rule.is_egress);
        let items = |rules: Vec<SecurityRule>| rules.into_iter().map(|rule| item(rule, group.id)).collect();
        Self {
            uuid: group.id,
            name: group.name,
            description: group.description,
            is_active: group.is_active,
            status: enabled(group.is_active).to_owned(),
            security_group_firewall_rule: items(ingress),
            security_group_egress_rule: items(egress),
            security_group_port_forwarding: Vec::new(),
        }
    }
}

fn item(rule: SecurityRule, group: Uuid) -> SecurityRuleItem {
    let text = |number: Option<i64>| number.map(|number| number.to_string());
    SecurityRuleItem {
        id: rule.id,
        protocol: rule.protocol,
        start_port: text(rule.start_port),
        end_port: text(rule.end_port),
        icmp_type: text(rule.icmp_type),
        icmp_code: text(rule.icmp_code),
        security_group_uuid: group,
        cidr_list: rule.cidr_list,
        is_active: true,
    }
}

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(list_security_groups))
}

/// List security groups
///
/// The security groups of the key's company, with their rules.
#[utoipa::path(
    get, path = "/restapi/securitygroup/securityList", tag = tags::SECURITY_GROUPS, operation_id = "listSecurityGroups",
    security(("apikey" = [], "secretkey" = [])), params(SecurityGroupListParams),
    responses((status = 200, body = SecurityGroupList, description = "All security groups in one answer.",
        example = json!({"count": 1, "listSecurityGroupResponse": [{"uuid": "01954d10-0000-7000-8000-000000000052",
            "name": "web", "description": "Web pages for everybody", "isActive": true, "status": "ENABLED",
            "securityGroupFirewallRule": [{"id": 2, "protocol": "TCP", "startPort": "443", "endPort": "443",
                "securityGroupUuid": "01954d10-0000-7000-8000-000000000052", "cidrList": "0.0.0.0/0", "isActive": true}],
            "securityGroupEgressRule": [], "securityGroupPortForwarding": []}]})))
)]
async fn list_security_groups(
    State(portal): State<Portal>,
    caller: ApiCaller,
    query: Query,
) -> Result<Json<SecurityGroupList>, ApiError> {
    let groups = in_time(portal.cloud.security_groups(caller.tenant(), query.uuid("uuid")?)).await?;
    Ok(Json(groups.into_iter().collect()))
}
