use latchkey_contract::activity::Act;
use latchkey_contract::event::LiveEvent;
use sqlx::{Sqlite, SqliteConnection, Transaction};
use uuid::Uuid;

use super::authorize::{Actor, Authorize, Upkeep};
use super::{SqliteStore, events};
use crate::store::StoreError;
use crate::store::authority::{AuthorityError, OperatorAuthority};
use crate::store::events::Audience;

/// One act in the making: a transaction that holds the database's only write lock, and whose authority was checked under
/// it. Dropped, it has never been.
pub(super) struct Writing<'a> {
    tx: Transaction<'static, Sqlite>,
    pub(super) store: &'a SqliteStore,
    /// The author of the act, and its instant.
    pub(super) by: Actor,
}

/// An entry of the audit log.
pub(super) struct Entry<'a> {
    pub(super) act: Act,
    /// The account that it was done to.
    pub(super) subject: Uuid,
    /// Another author than that of the transaction.
    pub(super) by: Option<&'a Actor>,
    pub(super) api_key: Option<&'a str>,
    pub(super) reason: Option<&'a str>,
    /// Id and name of the resource that it was done to.
    pub(super) resource: Option<(Uuid, &'a str)>,
}

impl<'a> Entry<'a> {
    pub(super) fn new(act: Act, subject: Uuid) -> Self {
        Self { act, subject, by: None, api_key: None, reason: None, resource: None }
    }

    pub(super) fn by(self, by: &'a Actor) -> Self {
        Self { by: Some(by), ..self }
    }

    pub(super) fn reason(self, reason: Option<&'a str>) -> Self {
        Self { reason, ..self }
    }

    pub(super) fn api_key(self, api_key: &'a str) -> Self {
        Self { api_key: Some(api_key), ..self }
    }

    pub(super) fn resource(self, id: Uuid, name: &'a str) -> Self {
        Self { resource: Some((id, name)), ..self }
    }
}

impl SqliteStore {
    /// Takes the write lock and checks the authority under it.
    pub(super) async fn begin(&self, by: &impl Authorize) -> Result<Writing<'_>, AuthorityError> {
        let mut tx = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let by = by.authorize(&mut tx, self.clock.now()).await?;
        Ok(Writing { tx, store: self, by })
    }

    pub(super) async fn begin_as_operator(&self, by: OperatorAuthority) -> Result<Writing<'_>, StoreError> {
        self.begin(&by).await.map_err(unconditional)
    }

    /// Begins what the server does of its own accord.
    pub(super) async fn begin_upkeep(&self) -> Result<Writing<'_>, StoreError> {
        self.begin(&Upkeep).await.map_err(unconditional)
    }
}

/// The operator and the server may do everything: only the database can fail them.
fn unconditional(error: AuthorityError) -> StoreError {
    match error {
        AuthorityError::Store(error) => error,
        other => StoreError::Corrupt(other.to_string()),
    }
}

impl Writing<'_> {
    pub(super) fn db(&mut self) -> &mut SqliteConnection {
        &mut self.tx
    }

    /// The instant of the act, UTC milliseconds.
    pub(super) fn at(&self) -> i64 {
        self.by.at
    }

    /// Adds an entry to the audit log and tells those whose activity it is.
    pub(super) async fn record(&mut self, entry: Entry<'_>) -> Result<(), StoreError> {
        self.append_to_chain(&entry).await?;
        let author = entry.by.unwrap_or(&self.by).user_id;
        self.tell(Audience::User(entry.subject), &LiveEvent::ActivityAdded).await?;
        match author {
            Some(author) if author != entry.subject => {
                self.tell(Audience::User(author), &LiveEvent::ActivityAdded).await
            }
            _ => Ok(()),
        }
    }

    /// Adds a live event, which event streams pass on once this act is committed.
    pub(super) async fn tell(&mut self, audience: Audience, event: &LiveEvent) -> Result<(), StoreError> {
        let (user, company) = events::ids(audience);
        let body = serde_json::to_string(event).map_err(|error| StoreError::Corrupt(error.to_string()))?;
        sqlx::query("INSERT INTO event (at, user_id, company_id, body) VALUES (?, ?, ?, ?)")
            .bind(self.at())
            .bind(user)
            .bind(company)
            .bind(body)
            .execute(self.db())
            .await?;
        Ok(())
    }

    /// Commits what nobody is told of.
    pub(super) async fn commit_quietly(self) -> Result<(), StoreError> {
        Ok(self.tx.commit().await?)
    }

    /// In a task of its own: a caller that hangs up now can no longer undo the act, and must not leave it untold.
    pub(super) async fn commit(self) -> Result<(), StoreError> {
        let Self { tx, store, .. } = self;
        let committed = store.committed.clone();
        let task = tokio::spawn(async move {
            tx.commit().await?;
            committed.send_modify(|acts| *acts = acts.wrapping_add(1));
            Ok(())
        });
        task.await.unwrap_or(Err(StoreError::Database(sqlx::Error::WorkerCrashed)))
    }
}
