//! What an earlier version wrote is there after an upgrade.

use latchkey_server::cloud::{Filter, InstanceState};
use latchkey_server::secrets::SealingKey;
use latchkey_server::store::inventory::Inventory;
use latchkey_server::store::sqlite::SqliteStore;
use sqlx::migrate::Migrator;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};
use tempfile::TempDir;
use uuid::Uuid;

use crate::house::{MORNING, TestResult, TickingClock};

static ALL: Migrator = sqlx::migrate!("migrations/sqlite");

/// As the demo data was before there was an embedded cloud.
const ROWS: &str = "
    INSERT INTO company (id, name, name_key) VALUES (x'0C', 'Demo Ltd', 'demo ltd');
    INSERT INTO zone (id, name, is_active) VALUES (x'00000000000000000000000000000001', 'London 1', 1);
    INSERT INTO network (id, company_id, zone_id, name, cidr, gateway, kind, domain, status)
    VALUES (x'0000000000000000000000000000000A', x'0C', x'00000000000000000000000000000001', 'front', '10.0.0.0/24',
            '10.0.0.1', 'Isolated', 'front.internal', 'IMPLEMENTED');
    INSERT INTO instance (id, company_id, zone_id, network_id, name, display_name, owner_name, network_name,
                          template_name, cpu_cores, memory_mb, disk_gb, state, private_ip)
    VALUES (x'00000000000000000000000000000014', x'0C', x'00000000000000000000000000000001',
            x'0000000000000000000000000000000A', 'web-1', 'Web 1', 'Dana Demo', 'front', 'Debian 12', 2, 4096, 40,
            'STOPPED', '10.0.0.11');
    INSERT INTO volume (id, company_id, zone_id, name, kind, storage_offering_name, size_gb, instance_name, status,
                        created_at)
    VALUES (x'0000000000000000000000000000001E', x'0C', x'00000000000000000000000000000001', 'root', 'ROOT', 'SSD', 40,
            'web-1', 'READY', 7),
           (x'0000000000000000000000000000001F', x'0C', x'00000000000000000000000000000001', 'spare', 'DATADISK', 'SSD',
            10, NULL, 'READY', 8);
";

#[tokio::test]
async fn resources_of_before_the_embedded_cloud_are_carried_over() -> TestResult {
    let dir = TempDir::new()?;
    let file = dir.path().join("latchkey.db");
    let company = Uuid::from_u128(12);
    let mut db = SqliteConnectOptions::new().filename(&file).create_if_missing(true).connect().await?;
    let earlier = ALL.iter().filter(|migration| migration.version <= 6).cloned().collect();
    Migrator::with_migrations(earlier).run(&mut db).await?;
    let rows = ROWS.replace("x'0C'", "x'0000000000000000000000000000000C'");
    sqlx::raw_sql(sqlx::AssertSqlSafe(rows)).execute(&mut db).await?;
    db.close().await?;

    let store = SqliteStore::open(&file, &SealingKey::generate()?.0, TickingClock::at(MORNING)).await?;
    let all = Filter::default();
    let networks = store.networks(company, all).await?;
    assert_eq!((networks.len(), networks[0].offering_id), (1, None));
    let instances = store.instances(company, all).await?;
    assert_eq!(
        (instances[0].network_id, instances[0].private_ip.as_deref()),
        (Some(networks[0].id), Some("10.0.0.11"))
    );
    assert_eq!(
        (instances[0].network_name.as_deref(), instances[0].state),
        (Some("front"), InstanceState::Stopped)
    );
    let volumes = store.volumes(company, all).await?;
    let attached: Vec<_> = volumes.iter().map(|volume| volume.instance_name.as_deref()).collect();
    assert_eq!(attached, [Some("web-1"), None]);
    assert_eq!(volumes[0].instance_id, Some(instances[0].id));
    Ok(())
}
