use latchkey_contract::ProblemKind;
use serde_json::json;
use sqlx::ConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;

use crate::harness::TestPortal;

#[tokio::test]
async fn it_tells_whether_the_database_answers() {
    let portal = TestPortal::start().await;
    let nobody = portal.nobody();
    let healthy = nobody.get("/healthz").await;
    assert_eq!((healthy.status, healthy.json()), (200, json!({"status": "ok"})));
    portal.store.close().await;
    assert_eq!(nobody.get("/healthz").await.refused(503), ProblemKind::Unavailable);
    assert_eq!(
        nobody.get("/restapi/zone/zonelist").await.status,
        401,
        "without a pair there is nothing to look up"
    );
}

#[tokio::test]
async fn tells_while_writing_fails() {
    let portal = TestPortal::start().await;
    let nobody = portal.nobody();
    let file = SqliteConnectOptions::new().filename(portal.dir.path().join("latchkey.db"));
    let mut hand = file.connect().await.unwrap();
    let broken =
        "CREATE TRIGGER broken BEFORE UPDATE ON write_probe BEGIN SELECT RAISE (ROLLBACK, 'broken'); END";
    sqlx::raw_sql(broken).execute(&mut hand).await.unwrap();
    let failing = nobody.get("/healthz").await;
    assert_eq!(failing.refused(503), ProblemKind::Unavailable);
    assert!(failing.text().contains("cannot be written"), "{}", failing.text());
    sqlx::raw_sql("DROP TRIGGER broken").execute(&mut hand).await.unwrap();
    portal.clock.advance(1000);
    assert_eq!(nobody.get("/healthz").await.status, 200);
}
