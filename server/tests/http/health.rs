use latchkey_contract::ProblemKind;
use serde_json::json;

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
