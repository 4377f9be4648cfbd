use sqlx::SqliteConnection;
use uuid::Uuid;

use super::changes::{Change, Effect};
use super::instance_acts::settled;
use super::{catalogue, lists, room};
use crate::cloud::{Holder, Instance, Network, NetworkAct, NewNetwork, Outcome, Refusal, Requester, Thing};
use crate::store::StoreError;
use crate::store::inventory::InventoryError;
use crate::store::sqlite::writing::Writing;

impl Writing<'_> {
    /// Makes a network with an address range of its own.
    pub(super) async fn create_network(
        &mut self,
        by: &Requester,
        new: NewNetwork,
        now: i64,
    ) -> Result<Network, InventoryError> {
        let company = by.authority.company;
        let id = self.store.new_id(now);
        let db = self.db();
        let zone = catalogue::zone(db, new.zone).await?;
        let offering = catalogue::network_offering(db, new.offering).await?;
        if let Some(group) = new.security_group
            && !lists::security_groups(db, company, Some(group)).await?.iter().any(|group| group.is_active)
        {
            return Err(InventoryError::NotFound(Thing::SecurityGroup));
        }
        room::for_one_more(db, company, Thing::Network).await?;
        let prefix = room::address_range(db, company).await?;
        sqlx::query(
            "INSERT INTO network (id, company_id, zone_id, name, cidr, gateway, kind, offering_id, is_public, domain, \
                                  status) \
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(id)
        .bind(company)
        .bind(zone.id)
        .bind(&new.name)
        .bind(format!("{prefix}0/24"))
        .bind(format!("{prefix}1"))
        .bind(offering.guest_ip_type)
        .bind(offering.id)
        .bind(new.is_public)
        .bind(domain_of(&new.name))
        .bind(Network::IMPLEMENTED)
        .execute(&mut *db)
        .await?;
        let network = lists::network(db, company, id).await?;
        if let Some(instance) = new.instance {
            let instance = lists::instance(db, company, instance).await?;
            attach(db, &network, &instance).await?;
        }
        self.record_change(by, Change::NETWORK_CREATED, (id, &network.name)).await?;
        Ok(network)
    }

    /// Acts on a network that is there.
    pub(super) async fn act_on_network(
        &mut self,
        company: Uuid,
        id: Uuid,
        act: NetworkAct,
    ) -> Result<Effect, InventoryError> {
        let db = self.db();
        let network = lists::network(db, company, id).await?;
        match act {
            NetworkAct::Attach { instance } => {
                let instance = lists::instance(db, company, instance).await?;
                attach(db, &network, &instance).await?;
            }
            NetworkAct::Detach { instance } => {
                let instance = lists::instance(db, company, instance).await?;
                if !detach(db, &network, &instance).await? {
                    return Ok(Effect::none(Network::IMPLEMENTED));
                }
            }
            NetworkAct::Delete => {
                delete(db, id).await?;
                return Ok(Effect::changed(network.name, Outcome::DELETED));
            }
        }
        Ok(Effect::changed(network.name, Network::IMPLEMENTED))
    }
}

async fn attach(
    db: &mut SqliteConnection,
    network: &Network,
    instance: &Instance,
) -> Result<(), InventoryError> {
    settled(instance)?;
    catalogue::same_zone(network.zone_id, instance.zone_id, Thing::Network)?;
    if place(db, network, instance).await?.is_some() {
        return Err(Refusal::NetworkAttached.into());
    }
    room::put_into_network(db, network, instance.id, false).await
}

/// Takes the instance out of the network, and tells whether it was in it.
async fn detach(
    db: &mut SqliteConnection,
    network: &Network,
    instance: &Instance,
) -> Result<bool, InventoryError> {
    let Some(is_default) = place(db, network, instance).await? else { return Ok(false) };
    settled(instance)?;
    if is_default {
        return Err(Refusal::NetworkIsDefault.into());
    }
    let sql = "DELETE FROM nic WHERE instance_id = ? AND network_id = ?";
    sqlx::query(sql).bind(instance.id).bind(network.id).execute(db).await?;
    Ok(true)
}

/// Whether it is the instance's default network, if the instance is in it.
async fn place(
    db: &mut SqliteConnection,
    network: &Network,
    instance: &Instance,
) -> Result<Option<bool>, StoreError> {
    let sql = "SELECT is_default FROM nic WHERE instance_id = ? AND network_id = ?";
    Ok(sqlx::query_scalar(sql).bind(instance.id).bind(network.id).fetch_optional(db).await?)
}

/// Instances that are being destroyed do not hold it back: Terraform deletes the network milliseconds after it asked for
/// that. Nor do those that were put into it later, which lose their place in it: Terraform takes a network that was made
/// around an instance down before the instance.
async fn delete(db: &mut SqliteConnection, id: Uuid) -> Result<(), InventoryError> {
    let sql = "SELECT i.id, i.display_name FROM nic JOIN instance i ON i.id = nic.instance_id \
               WHERE nic.network_id = ? AND nic.is_default AND i.state <> 'DESTROYING' ORDER BY i.id LIMIT 1";
    let user: Option<(Uuid, String)> = sqlx::query_as(sql).bind(id).fetch_optional(&mut *db).await?;
    if let Some((id, name)) = user {
        return Err(Refusal::NetworkInUse(Holder { id, name }).into());
    }
    sqlx::query("DELETE FROM network WHERE id = ?").bind(id).execute(db).await?;
    Ok(())
}

/// A DNS domain for what is in a network of this name.
fn domain_of(name: &str) -> String {
    let label: String = name
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' })
        .take(63)
        .collect();
    match label.trim_matches('-') {
        "" => "network.internal".to_owned(),
        label => format!("{label}.internal"),
    }
}
