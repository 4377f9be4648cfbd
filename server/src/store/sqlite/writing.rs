use latchkey_contract::activity::Act;
use latchkey_contract::event::LiveEvent;
use sqlx::{Sqlite, SqliteConnection, Transaction};
use uuid::Uuid;

use super::{SqliteStore, events};
use crate::store::StoreError;
use crate::store::audit::Actor;
use crate::store::events::Audience;

/// One act in the making: a transaction that holds the database's only write lock. Dropped, it has never been.
pub(super) struct Writing<'a> {
    tx: Transaction<'static, Sqlite>,
    pub(super) store: &'a SqliteStore,
}

/// What the audit log is told of an act.
pub(super) struct Entry<'a> {
    pub(super) act: Act,
    /// The account that it was done to.
    pub(super) subject: Uuid,
    pub(super) by: &'a Actor,
    pub(super) api_key: Option<&'a str>,
    pub(super) reason: Option<&'a str>,
    /// Id and name of the resource that it was done to.
    pub(super) resource: Option<(Uuid, &'a str)>,
}

impl<'a> Entry<'a> {
    pub(super) fn new(act: Act, subject: Uuid, by: &'a Actor) -> Self {
        Self { act, subject, by, api_key: None, reason: None, resource: None }
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
    pub(super) async fn begin(&self) -> Result<Writing<'_>, StoreError> {
        Ok(Writing { tx: self.writer.begin_with("BEGIN IMMEDIATE").await?, store: self })
    }
}

impl Writing<'_> {
    pub(super) fn db(&mut self) -> &mut SqliteConnection {
        &mut self.tx
    }

    /// Adds an entry to the audit log and tells those whose activity it is.
    pub(super) async fn record(&mut self, entry: Entry<'_>) -> Result<(), StoreError> {
        self.append_to_chain(&entry).await?;
        let at = entry.by.at;
        self.tell(Audience::User(entry.subject), &LiveEvent::ActivityAdded, at).await?;
        match entry.by.user_id {
            Some(actor) if actor != entry.subject => {
                self.tell(Audience::User(actor), &LiveEvent::ActivityAdded, at).await
            }
            _ => Ok(()),
        }
    }

    /// Adds a live event, which event streams pass on once this act is committed.
    pub(super) async fn tell(
        &mut self,
        audience: Audience,
        event: &LiveEvent,
        at: i64,
    ) -> Result<(), StoreError> {
        let (user, company) = events::ids(audience);
        let body = serde_json::to_string(event).map_err(|error| StoreError::Corrupt(error.to_string()))?;
        sqlx::query("INSERT INTO event (at, user_id, company_id, body) VALUES (?, ?, ?, ?)")
            .bind(at)
            .bind(user)
            .bind(company)
            .bind(body)
            .execute(self.db())
            .await?;
        Ok(())
    }

    /// In a task of its own: a caller that hangs up now can no longer undo the act, and must not leave it untold.
    pub(super) async fn commit(self) -> Result<(), StoreError> {
        let Self { tx, store } = self;
        let committed = store.committed.clone();
        let task = tokio::spawn(async move {
            tx.commit().await?;
            committed.send_modify(|acts| *acts = acts.wrapping_add(1));
            Ok(())
        });
        task.await.unwrap_or(Err(StoreError::Database(sqlx::Error::WorkerCrashed)))
    }
}
