//! Requests and users as an administrator sees them, for stories and tests.

use latchkey_contract::admin::{AccessRequest, Decision, RequestState, UserAccess};
use latchkey_contract::api_access::AccessState;
use latchkey_contract::problem::Current;
use latchkey_contract::{Page, Problem, ProblemKind, Timestamp};
use uuid::Uuid;

use crate::api::fake::problem;

pub const REQUESTS: &str = "/api/v1/admin/api-requests";
pub const USERS: &str = "/api/v1/admin/users";

/// The address of something done to a request of [`request`].
pub fn request_act(number: u8, act: &str) -> String {
    format!("{REQUESTS}/{}/{act}", id(0xa0, number))
}

/// The address of something done to a user of [`user`].
pub fn user_act(number: u8, act: &str) -> String {
    format!("{USERS}/{}/api-access/{act}", id(0xb0, number))
}

/// A later one has a higher number.
fn id(kind: u8, number: u8) -> Uuid {
    Uuid::from_u128(0x0195_75b2_7c00_7000_8000_0000_0000_0000 | u128::from(kind) << 8 | u128::from(number))
}

fn at(minute: u8) -> Timestamp {
    Timestamp(format!("2026-03-02T08:{minute:02}:00.000Z"))
}

/// A pending request.
pub fn request(number: u8, user: &str, company: &str, reason: Option<&str>) -> AccessRequest {
    AccessRequest {
        id: id(0xa0, number),
        version: 1,
        state: RequestState::Pending,
        user_id: id(0xb0, number),
        user_name: user.to_owned(),
        user_email: email(user),
        company_name: company.to_owned(),
        sent_at: at(number),
        reason: reason.map(str::to_owned),
        decision: None,
    }
}

/// The request as Robin Park left it.
pub fn decided(request: AccessRequest, state: RequestState, reason: Option<&str>) -> AccessRequest {
    AccessRequest { version: request.version + 1, state, decision: Some(by_robin(reason)), ..request }
}

/// Three people wait; one of them has a long name.
pub fn queue() -> Page<AccessRequest> {
    let items = vec![
        request(
            30,
            "Aiko Tanaka",
            "Northwind Cloud Hosting and Managed Services GmbH & Co. KG",
            Some("Terraform for the shop."),
        ),
        request(
            20,
            "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Maximilian Alexander",
            "Demo Ltd",
            Some(
                "Nightly inventory reports: a job lists all instances and volumes at 02:00 and mails the difference to the team. It only reads.",
            ),
        ),
        request(10, "Uma Userton", "Demo Ltd", None),
    ];
    Page { items, next: None }
}

/// One request in each state.
pub fn history() -> Page<AccessRequest> {
    let waiting = request(30, "Aiko Tanaka", "Other Ltd", Some("Terraform for the shop."));
    let approved =
        decided(request(20, "Uma Userton", "Demo Ltd", Some("Backups.")), RequestState::Approved, None);
    let why = "Please name the system that will hold the key, then ask again.";
    let denied = decided(request(15, "Chris Colleague", "Demo Ltd", None), RequestState::Denied, Some(why));
    let mut withdrawn = decided(request(10, "Uma Userton", "Demo Ltd", None), RequestState::Withdrawn, None);
    withdrawn.decision = None;
    Page { items: vec![waiting, approved, denied, withdrawn], next: None }
}

pub fn user(number: u8, name: &str, company: &str, state: AccessState) -> UserAccess {
    let decision = match state {
        AccessState::Disabled | AccessState::Pending => None,
        AccessState::Approved => Some(by_robin(None)),
        AccessState::Denied => Some(by_robin(Some("Please name the system that will hold the key."))),
        AccessState::Suspended => Some(by_robin(Some("The key was seen in a public repository."))),
    };
    UserAccess {
        user_id: id(0xb0, number),
        version: 1,
        user_name: name.to_owned(),
        user_email: email(name),
        company_name: company.to_owned(),
        state,
        active_keys: u32::from(state.was_granted()),
        decision,
    }
}

/// One user in each state.
pub fn users() -> Page<UserAccess> {
    let items = vec![
        user(
            5,
            "Aiko Tanaka",
            "Northwind Cloud Hosting and Managed Services GmbH & Co. KG",
            AccessState::Pending,
        ),
        user(4, "Uma Userton", "Demo Ltd", AccessState::Approved),
        user(3, "Chris Colleague", "Demo Ltd", AccessState::Suspended),
        user(
            2,
            "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Maximilian",
            "Demo Ltd",
            AccessState::Denied,
        ),
        user(1, "Sam Stranger", "Other Ltd", AccessState::Disabled),
    ];
    Page { items, next: None }
}

/// What the backend answers to somebody who came second.
pub fn conflict(current: Current) -> Problem {
    Problem { current: Some(current), ..problem(409, ProblemKind::VersionConflict) }
}

fn by_robin(reason: Option<&str>) -> Decision {
    Decision { decided_by: "Robin Park".to_owned(), decided_at: at(45), reason: reason.map(str::to_owned) }
}

fn email(name: &str) -> String {
    format!("{}@demo.example", name.to_lowercase().replace(' ', "."))
}
