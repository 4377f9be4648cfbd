//! Rows as they are given: what is there already, by id, stays as it is.

use sqlx::SqliteConnection;
use uuid::Uuid;

use crate::cloud::{Instance, Network, SecurityGroup, SshKey, VmSnapshot, Volume};
use crate::store::StoreError;
use crate::store::inventory::{InventorySeed, Nic};

pub(super) async fn add_inventory(
    db: &mut SqliteConnection,
    company: Uuid,
    seed: InventorySeed,
) -> Result<(), StoreError> {
    for network in seed.networks {
        insert_network(db, company, network).await?;
    }
    for key in seed.ssh_keys {
        insert_ssh_key(db, company, key).await?;
    }
    for group in seed.security_groups {
        insert_security_group(db, company, group).await?;
    }
    for instance in seed.instances {
        insert_instance(db, company, instance).await?;
    }
    for nic in seed.nics {
        insert_nic(db, nic, false).await?;
    }
    for volume in seed.volumes {
        insert_volume(db, company, volume).await?;
    }
    for snapshot in seed.vm_snapshots {
        insert_vm_snapshot(db, company, snapshot).await?;
    }
    Ok(())
}

async fn insert_network(
    db: &mut SqliteConnection,
    company: Uuid,
    network: Network,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO network (id, company_id, zone_id, name, cidr, gateway, kind, offering_id, domain, status) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
    )
    .bind(network.id)
    .bind(company)
    .bind(network.zone_id)
    .bind(network.name)
    .bind(network.cidr)
    .bind(network.gateway)
    .bind(network.kind)
    .bind(network.offering_id)
    .bind(network.domain)
    .bind(network.status)
    .execute(db)
    .await?;
    Ok(())
}

async fn insert_ssh_key(db: &mut SqliteConnection, company: Uuid, key: SshKey) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO ssh_key (id, company_id, name, is_active) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
    )
    .bind(key.id)
    .bind(company)
    .bind(key.name)
    .bind(key.is_active)
    .execute(db)
    .await?;
    Ok(())
}

async fn insert_security_group(
    db: &mut SqliteConnection,
    company: Uuid,
    group: SecurityGroup,
) -> Result<(), StoreError> {
    let inserted = sqlx::query(
        "INSERT INTO security_group (id, company_id, name, description, is_active) VALUES (?, ?, ?, ?, ?) \
         ON CONFLICT (id) DO NOTHING",
    )
    .bind(group.id)
    .bind(company)
    .bind(group.name)
    .bind(group.description)
    .bind(group.is_active)
    .execute(&mut *db)
    .await?;
    if inserted.rows_affected() == 0 {
        return Ok(());
    }
    for rule in group.rules {
        sqlx::query(
            "INSERT INTO security_rule (id, group_id, is_egress, protocol, start_port, end_port, icmp_type, icmp_code, \
                                        cidr_list) \
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(rule.id)
        .bind(group.id)
        .bind(rule.is_egress)
        .bind(rule.protocol)
        .bind(rule.start_port)
        .bind(rule.end_port)
        .bind(rule.icmp_type)
        .bind(rule.icmp_code)
        .bind(rule.cidr_list)
        .execute(&mut *db)
        .await?;
    }
    Ok(())
}

async fn insert_instance(
    db: &mut SqliteConnection,
    company: Uuid,
    instance: Instance,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO instance (id, company_id, zone_id, name, display_name, owner_name, compute_offering_id, \
                               storage_offering_id, template_id, template_name, iso_id, ssh_key_id, cpu_cores, \
                               memory_mb, disk_gb, state) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
    )
    .bind(instance.id)
    .bind(company)
    .bind(instance.zone_id)
    .bind(instance.name)
    .bind(instance.display_name)
    .bind(instance.owner_name)
    .bind(instance.compute_offering_id)
    .bind(instance.storage_offering_id)
    .bind(instance.template_id)
    .bind(instance.template_name)
    .bind(instance.iso_id)
    .bind(instance.ssh_key_id)
    .bind(instance.cpu_cores)
    .bind(instance.memory_mb)
    .bind(instance.disk_gb)
    .bind(instance.state)
    .execute(&mut *db)
    .await?;
    if let (Some(network_id), Some(private_ip)) = (instance.network_id, instance.private_ip) {
        insert_nic(db, Nic { instance_id: instance.id, network_id, private_ip }, true).await?;
    }
    Ok(())
}

async fn insert_nic(db: &mut SqliteConnection, nic: Nic, is_default: bool) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO nic (instance_id, network_id, private_ip, is_default) VALUES (?, ?, ?, ?) \
         ON CONFLICT (instance_id, network_id) DO NOTHING",
    )
    .bind(nic.instance_id)
    .bind(nic.network_id)
    .bind(nic.private_ip)
    .bind(is_default)
    .execute(db)
    .await?;
    Ok(())
}

async fn insert_volume(db: &mut SqliteConnection, company: Uuid, volume: Volume) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO volume (id, company_id, zone_id, name, kind, storage_offering_id, storage_offering_name, size_gb, \
                             instance_id, status, created_at) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
    )
    .bind(volume.id)
    .bind(company)
    .bind(volume.zone_id)
    .bind(volume.name)
    .bind(volume.kind)
    .bind(volume.storage_offering_id)
    .bind(volume.storage_offering_name)
    .bind(volume.size_gb)
    .bind(volume.instance_id)
    .bind(volume.status)
    .bind(volume.created_at)
    .execute(db)
    .await?;
    Ok(())
}

async fn insert_vm_snapshot(
    db: &mut SqliteConnection,
    company: Uuid,
    snapshot: VmSnapshot,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO vm_snapshot (id, company_id, zone_id, instance_id, name, description, has_memory, status, \
                                  created_at) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
    )
    .bind(snapshot.id)
    .bind(company)
    .bind(snapshot.zone_id)
    .bind(snapshot.instance_id)
    .bind(snapshot.name)
    .bind(snapshot.description)
    .bind(snapshot.has_memory)
    .bind(snapshot.status)
    .bind(snapshot.created_at)
    .execute(db)
    .await?;
    Ok(())
}
