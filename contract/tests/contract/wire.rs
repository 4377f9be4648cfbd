use latchkey_contract::activity::Act;
use latchkey_contract::api_access::{AccessState, AccessStatus, RequestApiAccess};
use latchkey_contract::credential::{Credential, LastUse};
use latchkey_contract::event::LiveEvent;
use latchkey_contract::resource::ResourceKind;
use latchkey_contract::session::SignIn;
use latchkey_contract::{Page, Problem, ProblemKind, Timestamp};
use serde_json::json;

#[test]
fn an_access_status_names_its_state() {
    let status = AccessStatus::Approved {
        decided_by: "Ada Admin".into(),
        decided_at: Timestamp("2026-03-01T09:30:00.000Z".into()),
    };
    let json = serde_json::to_value(&status).unwrap();
    assert_eq!(
        json,
        json!({ "state": "approved", "decided_by": "Ada Admin", "decided_at": "2026-03-01T09:30:00.000Z" })
    );
    assert_eq!(serde_json::from_value::<AccessStatus>(json).unwrap(), status);
    assert_eq!(serde_json::to_value(AccessStatus::Disabled).unwrap(), json!({ "state": "disabled" }));
    assert!(AccessState::Suspended.was_granted() && !AccessState::Denied.was_granted());
}

#[test]
fn a_problem_has_the_members_of_rfc_9457() {
    let problem = Problem {
        kind: ProblemKind::StepUpRequired,
        title: "Confirm it's you".into(),
        status: 403,
        detail: "Give your password once more.".into(),
        request_id: "r1".into(),
        errors: vec![],
        retry_after: None,
        current: None,
    };
    assert_eq!(
        serde_json::to_value(&problem).unwrap(),
        json!({
            "type": "urn:latchkey:problem:step-up-required", "title": "Confirm it's you", "status": 403,
            "detail": "Give your password once more.", "request_id": "r1"
        })
    );
}

#[test]
fn words_of_a_newer_backend_are_not_an_error() {
    let problem =
        json!({ "type": "urn:latchkey:problem:from-the-future", "title": "t", "status": 400, "detail": "d" });
    assert_eq!(serde_json::from_value::<Problem>(problem).unwrap().kind, ProblemKind::Unknown);
    assert_eq!(
        serde_json::from_value::<LiveEvent>(json!({ "kind": "from_the_future", "x": 1 })).unwrap(),
        LiveEvent::Unknown
    );
    assert_eq!(serde_json::from_value::<Act>(json!("from_the_future")).unwrap(), Act::Unknown);
}

#[test]
fn a_change_of_resources_names_their_kind() {
    let event = LiveEvent::ResourcesChanged { resource: ResourceKind::VmSnapshot };
    let json = json!({ "kind": "resources_changed", "resource": "vm_snapshot" });
    assert_eq!(serde_json::to_value(&event).unwrap(), json);
    assert_eq!(serde_json::from_value::<LiveEvent>(json).unwrap(), event);
    let newer = json!({ "kind": "resources_changed", "resource": "balloon" });
    assert_eq!(
        serde_json::from_value::<LiveEvent>(newer).unwrap(),
        LiveEvent::ResourcesChanged { resource: ResourceKind::Unknown }
    );
}

#[test]
fn a_key_that_was_never_used_has_no_last_use() {
    let json = json!({
        "id": "019575b2-7c00-7000-8000-00000000c001", "api_key": "lkp_7Hq2mXc9TzR4vKb1WnLs6JdY", "state": "active",
        "created_at": "2026-03-01T09:30:00.000Z", "secret_created_at": "2026-03-01T09:30:00.000Z",
        "secret_version": 1
    });
    let credential: Credential = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(credential.last_used, None);
    assert_eq!(serde_json::to_value(&credential).unwrap(), json);
    let at = Timestamp("2026-03-01T10:30:00.000Z".into());
    let last_used = LastUse { at, address: "192.0.2.1".into(), route: "GET /restapi/zone/zonelist".into() };
    let used = serde_json::to_value(Credential { last_used: Some(last_used), ..credential }).unwrap();
    assert_eq!(
        used["last_used"],
        json!({ "at": "2026-03-01T10:30:00.000Z", "address": "192.0.2.1", "route": "GET /restapi/zone/zonelist" })
    );
}

#[test]
fn a_body_with_an_unknown_member_is_refused() {
    assert!(serde_json::from_value::<RequestApiAccess>(json!({ "reasn": "typo" })).is_err());
    assert!(
        serde_json::from_value::<SignIn>(json!({ "email": "a", "password": "b", "admin": true })).is_err()
    );
}

#[test]
fn the_last_page_has_no_cursor() {
    let page = Page { items: vec![1, 2], next: None };
    assert_eq!(serde_json::to_value(&page).unwrap(), json!({ "items": [1, 2] }));
}
