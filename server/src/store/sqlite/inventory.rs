use async_trait::async_trait;
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::SqliteStore;
use crate::store::StoreError;
use crate::store::inventory::{Instance, Inventory, InventoryFilter, InventorySeed, Network, Volume, Zone};

/// Narrows a list to a company and, where they are given, to a zone and an id.
macro_rules! of_company {
    ($columns:literal, $table:literal) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM ",
            $table,
            " WHERE company_id = ?1 AND (?2 IS NULL OR zone_id = ?2) AND (?3 IS NULL OR id = ?3) ORDER BY id"
        )
    };
}

const INSTANCES: &str = of_company!(
    "id, zone_id, network_id, name, display_name, owner_name, network_name, template_name, cpu_cores, memory_mb, \
     disk_gb, state, private_ip",
    "instance"
);
const VOLUMES: &str = of_company!(
    "id, zone_id, name, kind, storage_offering_name, size_gb, instance_name, status, created_at",
    "volume"
);
const NETWORKS: &str = of_company!("id, zone_id, name, cidr, gateway, kind, domain, status", "network");

#[async_trait]
impl Inventory for SqliteStore {
    async fn zones(&self, id: Option<Uuid>) -> Result<Vec<Zone>, StoreError> {
        let sql = "SELECT id, name, is_active FROM zone WHERE ?1 IS NULL OR id = ?1 ORDER BY id";
        Ok(sqlx::query_as(sql).bind(id).fetch_all(&self.reader).await?)
    }

    async fn instances(&self, company: Uuid, filter: InventoryFilter) -> Result<Vec<Instance>, StoreError> {
        let query = sqlx::query_as(INSTANCES).bind(company).bind(filter.zone).bind(filter.id);
        Ok(query.fetch_all(&self.reader).await?)
    }

    async fn volumes(&self, company: Uuid, filter: InventoryFilter) -> Result<Vec<Volume>, StoreError> {
        let query = sqlx::query_as(VOLUMES).bind(company).bind(filter.zone).bind(filter.id);
        Ok(query.fetch_all(&self.reader).await?)
    }

    async fn networks(&self, company: Uuid, filter: InventoryFilter) -> Result<Vec<Network>, StoreError> {
        let query = sqlx::query_as(NETWORKS).bind(company).bind(filter.zone).bind(filter.id);
        Ok(query.fetch_all(&self.reader).await?)
    }

    async fn add_zone(&self, zone: Zone) -> Result<(), StoreError> {
        sqlx::query("INSERT INTO zone (id, name, is_active) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING")
            .bind(zone.id)
            .bind(zone.name)
            .bind(zone.is_active)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn add_inventory(&self, company: Uuid, seed: InventorySeed) -> Result<(), StoreError> {
        let mut writing = self.begin().await?;
        for network in seed.networks {
            insert_network(writing.db(), company, network).await?;
        }
        for instance in seed.instances {
            insert_instance(writing.db(), company, instance).await?;
        }
        for volume in seed.volumes {
            insert_volume(writing.db(), company, volume).await?;
        }
        writing.commit().await
    }
}

async fn insert_network(
    db: &mut SqliteConnection,
    company: Uuid,
    network: Network,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO network (id, company_id, zone_id, name, cidr, gateway, kind, domain, status) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
    )
    .bind(network.id)
    .bind(company)
    .bind(network.zone_id)
    .bind(network.name)
    .bind(network.cidr)
    .bind(network.gateway)
    .bind(network.kind)
    .bind(network.domain)
    .bind(network.status)
    .execute(db)
    .await?;
    Ok(())
}

async fn insert_instance(
    db: &mut SqliteConnection,
    company: Uuid,
    instance: Instance,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO instance (id, company_id, zone_id, network_id, name, display_name, owner_name, network_name, \
                               template_name, cpu_cores, memory_mb, disk_gb, state, private_ip) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
    )
    .bind(instance.id)
    .bind(company)
    .bind(instance.zone_id)
    .bind(instance.network_id)
    .bind(instance.name)
    .bind(instance.display_name)
    .bind(instance.owner_name)
    .bind(instance.network_name)
    .bind(instance.template_name)
    .bind(instance.cpu_cores)
    .bind(instance.memory_mb)
    .bind(instance.disk_gb)
    .bind(instance.state)
    .bind(instance.private_ip)
    .execute(db)
    .await?;
    Ok(())
}

async fn insert_volume(db: &mut SqliteConnection, company: Uuid, volume: Volume) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO volume (id, company_id, zone_id, name, kind, storage_offering_name, size_gb, instance_name, \
                             status, created_at) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
    )
    .bind(volume.id)
    .bind(company)
    .bind(volume.zone_id)
    .bind(volume.name)
    .bind(volume.kind)
    .bind(volume.storage_offering_name)
    .bind(volume.size_gb)
    .bind(volume.instance_name)
    .bind(volume.status)
    .bind(volume.created_at)
    .execute(db)
    .await?;
    Ok(())
}
