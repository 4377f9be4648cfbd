//! Who may do what: every operation of the OpenAPI document, tried by everybody.

mod operations;
mod scene;

use latchkey_contract::ProblemKind;

use self::operations::{OPERATIONS, Right};
use self::scene::{Scene, Who};
use crate::harness::{KeyPair, Reply};
use crate::restapi::Request;

#[test]
fn the_table_holds_every_operation_of_the_document() {
    let mut table: Vec<_> = OPERATIONS.iter().map(|operation| operation.name.to_owned()).collect();
    let mut document: Vec<_> = crate::openapi::operations().into_iter().map(|(name, _)| name).collect();
    table.sort();
    document.sort();
    assert_eq!(table, document);
}

#[tokio::test]
async fn nobody_passes_but_those_who_may() {
    for operation in OPERATIONS {
        let scene = Scene::set().await;
        for who in Who::ALL {
            if let Some(expected) = operation.right.refusal(who) {
                let reply = operation.call(&scene, who).await;
                assert_eq!(kind(&reply), Some(expected), "{} by {who:?}: {}", operation.name, reply.text());
            }
        }
        let reply = operation.call(&scene, operation.by).await;
        assert!(
            (200..300).contains(&reply.status),
            "{} by {:?}: {}",
            operation.name,
            operation.by,
            reply.text()
        );
    }
}

#[tokio::test]
async fn refused_attempts_change_nothing() {
    for operation in OPERATIONS {
        let scene = Scene::set().await;
        let before = scene.everything().await;
        for who in Who::ALL {
            if operation.right.refusal(who).is_some() {
                operation.call(&scene, who).await;
            }
        }
        assert_eq!(scene.everything().await, before, "{}", operation.name);
    }
}

#[tokio::test]
async fn scripts_pass_by_a_right_pair_and_nothing_else() {
    let scene = Scene::set().await;
    let KeyPair { id, api_key, secret_key } = scene.pair.clone();
    for (number, operation) in
        OPERATIONS.iter().filter(|operation| operation.right == Right::Keys).enumerate()
    {
        // Each from an address of its own, or too many wrong pairs would be answered instead.
        let caller = scene.caller(Who::Owner).at(&format!("192.0.2.{number}"));
        let crossed =
            KeyPair { id: id.clone(), api_key: api_key.clone(), secret_key: scene.others.secret_key.clone() };
        let swapped = KeyPair { id: id.clone(), api_key: secret_key.clone(), secret_key: api_key.clone() };
        for pair in [crossed, swapped] {
            let reply = Request::of(operation.name).call_with(&pair, &caller).send().await;
            assert_eq!(kind(&reply), Some(ProblemKind::InvalidApiKey), "{}", operation.name);
        }
    }
}

fn kind(reply: &Reply) -> Option<ProblemKind> {
    (reply.status >= 400).then(|| reply.problem().kind)
}
