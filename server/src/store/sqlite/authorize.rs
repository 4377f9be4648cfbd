//! Authorities, checked in the transaction of their act.

use async_trait::async_trait;
use sqlx::{FromRow, SqliteConnection};
use uuid::Uuid;

use super::SqliteStore;
use super::access_rows::full_name;
use crate::store::authority::{
    AdministratorAuthority, Authorities, Authority, AuthorityError, KeyAuthority, OperatorAuthority,
    PasswordAuthority, SessionAuthority, StepUpAuthority,
};
use crate::store::sessions::{ABSOLUTE, IDLE, NewSession, is_stepped_up};

/// The name of the server itself in the audit log.
const PRODUCT: &str = "Latchkey";
const OPERATOR: &str = "Operator";

/// The author of an act, as the audit log records it.
#[derive(Clone, Debug)]
pub(super) struct Actor {
    /// Absent for the server itself and for the operator.
    pub(super) user_id: Option<Uuid>,
    /// As shown to people, e.g. `Ada Admin`.
    pub(super) name: String,
    pub(super) address: Option<String>,
    /// The API key that it is done with.
    pub(super) api_key: Option<String>,
    /// UTC milliseconds.
    pub(super) at: i64,
}

impl Actor {
    pub(super) fn server(at: i64) -> Self {
        Self { user_id: None, name: PRODUCT.to_owned(), address: None, api_key: None, at }
    }
}

#[async_trait]
impl Authorities for SqliteStore {
    async fn check_authority(&self, authority: &Authority) -> Result<(), AuthorityError> {
        let mut db = self.reader.acquire().await?;
        let now = self.clock.now();
        match authority {
            Authority::Session(by) => by.authorize(&mut db, now).await?,
            Authority::Administrator(by) => by.authorize(&mut db, now).await?,
            Authority::Key(by) => by.authorize(&mut db, now).await?,
        };
        Ok(())
    }
}

/// A right to act.
pub(super) trait Authorize: Sync {
    /// The author of the act, if this right holds at `now` (UTC milliseconds) in the state that `db` sees.
    fn authorize(
        &self,
        db: &mut SqliteConnection,
        now: i64,
    ) -> impl Future<Output = Result<Actor, AuthorityError>> + Send;
}

/// The server's own right to keep the database in order.
pub(super) struct Upkeep;

impl Authorize for Upkeep {
    async fn authorize(&self, _: &mut SqliteConnection, now: i64) -> Result<Actor, AuthorityError> {
        Ok(Actor::server(now))
    }
}

impl Authorize for OperatorAuthority {
    async fn authorize(&self, _: &mut SqliteConnection, now: i64) -> Result<Actor, AuthorityError> {
        Ok(Actor { name: OPERATOR.to_owned(), ..Actor::server(now) })
    }
}

/// A living session and its account.
#[derive(FromRow)]
struct LivingSession {
    first_name: String,
    last_name: String,
    password_hash: String,
    is_administrator: bool,
    stepped_up_at: i64,
}

impl SessionAuthority {
    async fn living(&self, db: &mut SqliteConnection, now: i64) -> Result<LivingSession, AuthorityError> {
        let living: Option<LivingSession> = sqlx::query_as(
            "SELECT a.first_name, a.last_name, a.password_hash, a.company_id IS NULL AS is_administrator, \
                    s.stepped_up_at \
             FROM session s JOIN account a ON a.id = s.user_id \
             WHERE s.id = ? AND s.user_id = ? AND s.last_seen_at > ? AND s.created_at > ? AND a.disabled_at IS NULL",
        )
        .bind(self.session)
        .bind(self.user)
        .bind(now - IDLE)
        .bind(now - ABSOLUTE)
        .fetch_optional(db)
        .await?;
        living.ok_or(AuthorityError::SessionEnded)
    }

    fn actor(&self, living: &LivingSession, at: i64) -> Actor {
        Actor {
            user_id: Some(self.user),
            name: full_name(&living.first_name, &living.last_name),
            address: Some(self.address.to_string()),
            api_key: None,
            at,
        }
    }
}

impl Authorize for SessionAuthority {
    async fn authorize(&self, db: &mut SqliteConnection, now: i64) -> Result<Actor, AuthorityError> {
        Ok(self.actor(&self.living(db, now).await?, now))
    }
}

impl Authorize for StepUpAuthority {
    async fn authorize(&self, db: &mut SqliteConnection, now: i64) -> Result<Actor, AuthorityError> {
        let living = self.0.living(db, now).await?;
        if !is_stepped_up(living.stepped_up_at, now) {
            return Err(AuthorityError::StepUpRequired);
        }
        Ok(self.0.actor(&living, now))
    }
}

impl Authorize for AdministratorAuthority {
    async fn authorize(&self, db: &mut SqliteConnection, now: i64) -> Result<Actor, AuthorityError> {
        let living = self.0.living(db, now).await?;
        if !living.is_administrator {
            return Err(AuthorityError::NotAdministrator);
        }
        Ok(self.0.actor(&living, now))
    }
}

impl Authorize for PasswordAuthority<'_> {
    async fn authorize(&self, db: &mut SqliteConnection, now: i64) -> Result<Actor, AuthorityError> {
        let living = self.session.living(db, now).await?;
        if living.password_hash != self.password_hash {
            return Err(AuthorityError::PasswordChanged);
        }
        Ok(self.session.actor(&living, now))
    }
}

impl Authorize for NewSession<'_> {
    async fn authorize(&self, db: &mut SqliteConnection, now: i64) -> Result<Actor, AuthorityError> {
        let sql = "SELECT first_name, last_name FROM account \
                   WHERE id = ? AND password_hash = ? AND disabled_at IS NULL";
        let account: Option<(String, String)> =
            sqlx::query_as(sql).bind(self.user).bind(self.password_hash).fetch_optional(db).await?;
        let (first_name, last_name) = account.ok_or(AuthorityError::PasswordChanged)?;
        Ok(Actor {
            user_id: Some(self.user),
            name: full_name(&first_name, &last_name),
            address: Some(self.address.to_string()),
            api_key: None,
            at: now,
        })
    }
}

/// A key whose secret has the version of the authority.
#[derive(FromRow)]
struct LivingKey {
    first_name: String,
    last_name: String,
    api_key: String,
    access_granted: bool,
}

impl Authorize for KeyAuthority {
    async fn authorize(&self, db: &mut SqliteConnection, now: i64) -> Result<Actor, AuthorityError> {
        let living: Option<LivingKey> = sqlx::query_as(
            "SELECT a.first_name, a.last_name, k.api_key, \
                    x.state = 'approved' AND a.disabled_at IS NULL AS access_granted \
             FROM credential k JOIN secret s ON s.credential_id = k.id JOIN account a ON a.id = k.user_id \
                  JOIN api_access x ON x.user_id = k.user_id \
             WHERE k.id = ? AND s.version = ? AND k.user_id = ? AND k.company_id = ? AND k.revoked_at IS NULL",
        )
        .bind(self.credential)
        .bind(self.secret_version)
        .bind(self.user)
        .bind(self.company)
        .fetch_optional(db)
        .await?;
        let living = living.ok_or(AuthorityError::KeyEnded)?;
        if !living.access_granted {
            return Err(AuthorityError::AccessNotGranted);
        }
        Ok(Actor {
            user_id: Some(self.user),
            name: full_name(&living.first_name, &living.last_name),
            address: self.address.map(|address| address.to_string()),
            api_key: Some(living.api_key),
            at: now,
        })
    }
}
