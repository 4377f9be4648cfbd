//! Room for something new: how many a company may have, and addresses.

use std::collections::HashSet;

use sqlx::SqliteConnection;
use uuid::Uuid;

use crate::cloud::{Network, Refusal, Thing};
use crate::store::StoreError;
use crate::store::inventory::{InventoryError, MOST};

/// Hosts in a network that instances get; the ones below are the network's own.
const HOSTS: std::ops::RangeInclusive<u8> = 10..=254;

/// Refuses one more than a company may have of a kind.
pub(super) async fn for_one_more(
    db: &mut SqliteConnection,
    company: Uuid,
    thing: Thing,
) -> Result<(), InventoryError> {
    let sql = match thing {
        Thing::Network => "SELECT COUNT(*) FROM network WHERE company_id = ?",
        Thing::Instance => "SELECT COUNT(*) FROM instance WHERE company_id = ?",
        Thing::VmSnapshot => "SELECT COUNT(*) FROM vm_snapshot WHERE company_id = ?",
        _ => "SELECT COUNT(*) FROM volume WHERE company_id = ? AND kind <> 'ROOT'",
    };
    let present: i64 = sqlx::query_scalar(sql).bind(company).fetch_one(db).await?;
    if present < MOST { Ok(()) } else { Err(Refusal::TooMany { thing, most: MOST }.into()) }
}

/// An address range that none of the company's networks has, without its last byte: `10.100.0.`.
pub(super) async fn address_range(
    db: &mut SqliteConnection,
    company: Uuid,
) -> Result<String, InventoryError> {
    let sql = "SELECT gateway FROM network WHERE company_id = ?";
    let taken: HashSet<String> =
        sqlx::query_scalar(sql).bind(company).fetch_all(db).await?.into_iter().collect();
    (100..=255u8)
        .flat_map(|second| (0..=255u8).map(move |third| format!("10.{second}.{third}.")))
        .find(|prefix| !taken.contains(&format!("{prefix}1")))
        .ok_or(Refusal::TooMany { thing: Thing::Network, most: MOST }.into())
}

/// Puts an instance into a network at an address that is free there.
pub(super) async fn put_into_network(
    db: &mut SqliteConnection,
    network: &Network,
    instance: Uuid,
    is_default: bool,
) -> Result<(), InventoryError> {
    let prefix = network.gateway.trim_end_matches(|digit: char| digit.is_ascii_digit());
    let taken = addresses(db, network.id).await?;
    let free = HOSTS.map(|host| format!("{prefix}{host}")).find(|address| !taken.contains(address));
    sqlx::query("INSERT INTO nic (instance_id, network_id, private_ip, is_default) VALUES (?, ?, ?, ?)")
        .bind(instance)
        .bind(network.id)
        .bind(free.ok_or(Refusal::NetworkFull)?)
        .bind(is_default)
        .execute(db)
        .await?;
    Ok(())
}

async fn addresses(db: &mut SqliteConnection, network: Uuid) -> Result<HashSet<String>, StoreError> {
    let sql = "SELECT private_ip FROM nic WHERE network_id = ?";
    let taken: Vec<String> = sqlx::query_scalar(sql).bind(network).fetch_all(db).await?;
    Ok(taken.into_iter().collect())
}
