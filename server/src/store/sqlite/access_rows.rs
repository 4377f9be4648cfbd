//! Rows of requests and grants, and the statements that read them.

use latchkey_contract::admin::{AccessRequest, Decision, UserAccess};
use latchkey_contract::api_access::{AccessState, AccessStatus};
use sqlx::{FromRow, SqliteConnection};
use uuid::Uuid;

use super::words::read_word;
use crate::clock::timestamp;
use crate::store::StoreError;

#[derive(FromRow)]
pub(super) struct RequestRow {
    pub(super) id: Uuid,
    version: u32,
    state: String,
    user_id: Uuid,
    first_name: String,
    last_name: String,
    email: String,
    company_name: String,
    sent_at: i64,
    reason: Option<String>,
    decided_by: Option<String>,
    decided_at: Option<i64>,
    decision_reason: Option<String>,
}

/// `SELECT` of a [`RequestRow`], followed by what narrows it.
macro_rules! select_request {
    ($rest:literal) => {
        concat!(
            "SELECT r.id, r.version, r.state, r.user_id, a.first_name, a.last_name, a.email, ",
            "c.name AS company_name, r.sent_at, r.reason, r.decided_by, r.decided_at, r.decision_reason ",
            "FROM access_request r JOIN account a ON a.id = r.user_id JOIN company c ON c.id = a.company_id ",
            $rest
        )
    };
}

#[derive(FromRow)]
pub(super) struct UserAccessRow {
    pub(super) user_id: Uuid,
    version: u32,
    first_name: String,
    last_name: String,
    email: String,
    company_name: String,
    state: String,
    active_keys: u32,
    decided_by: Option<String>,
    decided_at: Option<i64>,
    reason: Option<String>,
}

/// `SELECT` of a [`UserAccessRow`], followed by what narrows it.
macro_rules! select_user_access {
    ($rest:literal) => {
        concat!(
            "SELECT x.user_id, x.version, a.first_name, a.last_name, a.email, c.name AS company_name, x.state, ",
            "(SELECT COUNT(*) FROM credential k WHERE k.user_id = x.user_id AND k.revoked_at IS NULL) ",
            "AS active_keys, x.decided_by, x.decided_at, x.reason ",
            "FROM api_access x JOIN account a ON a.id = x.user_id JOIN company c ON c.id = a.company_id ",
            $rest
        )
    };
}

pub(super) use {select_request, select_user_access};

/// A user's own access, with the request that is pending.
#[derive(FromRow)]
struct StatusRow {
    state: String,
    decided_by: Option<String>,
    decided_at: Option<i64>,
    reason: Option<String>,
    request_id: Option<Uuid>,
    sent_at: Option<i64>,
    request_reason: Option<String>,
}

impl TryFrom<RequestRow> for AccessRequest {
    type Error = StoreError;

    fn try_from(row: RequestRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id,
            version: row.version,
            state: read_word(&row.state)?,
            user_id: row.user_id,
            user_name: full_name(&row.first_name, &row.last_name),
            user_email: row.email,
            company_name: row.company_name,
            sent_at: timestamp(row.sent_at),
            reason: row.reason,
            decision: decision(row.decided_by, row.decided_at, row.decision_reason),
        })
    }
}

impl TryFrom<UserAccessRow> for UserAccess {
    type Error = StoreError;

    fn try_from(row: UserAccessRow) -> Result<Self, StoreError> {
        Ok(Self {
            user_id: row.user_id,
            version: row.version,
            user_name: full_name(&row.first_name, &row.last_name),
            user_email: row.email,
            company_name: row.company_name,
            state: read_word(&row.state)?,
            active_keys: row.active_keys,
            decision: decision(row.decided_by, row.decided_at, row.reason),
        })
    }
}

impl TryFrom<StatusRow> for AccessStatus {
    type Error = StoreError;

    fn try_from(row: StatusRow) -> Result<Self, StoreError> {
        let state: AccessState = read_word(&row.state)?;
        let incomplete =
            || StoreError::Corrupt(format!("API access is {state:?} without what belongs to it"));
        if state == AccessState::Disabled {
            return Ok(Self::Disabled);
        }
        if state == AccessState::Pending {
            let (request_id, sent_at) = row.request_id.zip(row.sent_at).ok_or_else(incomplete)?;
            return Ok(Self::Pending { request_id, sent_at: timestamp(sent_at), reason: row.request_reason });
        }
        let (decided_by, decided_at) = row.decided_by.zip(row.decided_at).ok_or_else(incomplete)?;
        let decided_at = timestamp(decided_at);
        let reason = row.reason.unwrap_or_default();
        Ok(match state {
            AccessState::Approved => Self::Approved { decided_by, decided_at },
            AccessState::Suspended => Self::Suspended { decided_by, decided_at, reason },
            _ => Self::Denied { decided_by, decided_at, reason },
        })
    }
}

pub(super) async fn find_request(
    db: &mut SqliteConnection,
    id: Uuid,
) -> Result<Option<AccessRequest>, StoreError> {
    let row: Option<RequestRow> =
        sqlx::query_as(select_request!("WHERE r.id = ?")).bind(id).fetch_optional(db).await?;
    row.map(AccessRequest::try_from).transpose()
}

pub(super) async fn find_user_access(
    db: &mut SqliteConnection,
    user: Uuid,
) -> Result<Option<UserAccess>, StoreError> {
    let row: Option<UserAccessRow> =
        sqlx::query_as(select_user_access!("WHERE x.user_id = ?")).bind(user).fetch_optional(db).await?;
    row.map(UserAccess::try_from).transpose()
}

/// `None` for administrators, who have no API access of their own.
pub(super) async fn find_status(
    db: &mut SqliteConnection,
    user: Uuid,
) -> Result<Option<AccessStatus>, StoreError> {
    let row: Option<StatusRow> = sqlx::query_as(
        "SELECT x.state, x.decided_by, x.decided_at, x.reason, r.id AS request_id, r.sent_at, \
                r.reason AS request_reason \
         FROM api_access x LEFT JOIN access_request r ON r.user_id = x.user_id AND r.state = 'pending' \
         WHERE x.user_id = ?",
    )
    .bind(user)
    .fetch_optional(db)
    .await?;
    row.map(AccessStatus::try_from).transpose()
}

pub(super) fn full_name(first: &str, last: &str) -> String {
    format!("{first} {last}").trim().to_owned()
}

fn decision(by: Option<String>, at: Option<i64>, reason: Option<String>) -> Option<Decision> {
    by.zip(at).map(|(decided_by, at)| Decision { decided_by, decided_at: timestamp(at), reason })
}
