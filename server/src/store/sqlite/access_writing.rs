//! The steps that acts on API access are made of.

use latchkey_contract::activity::Act;
use latchkey_contract::admin::RequestState;
use latchkey_contract::api_access::AccessState;
use latchkey_contract::event::LiveEvent;
use uuid::Uuid;

use super::authorize::Actor;
use super::words::word;
use super::writing::{Entry, Writing};
use crate::store::StoreError;
use crate::store::credentials::NewCredential;
use crate::store::events::Audience;

impl Writing<'_> {
    /// Moves a user's access to another state and tells the user and the administrators.
    pub(super) async fn set_access(
        &mut self,
        user: Uuid,
        state: AccessState,
        decided: Option<&Actor>,
        reason: Option<&str>,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE api_access SET version = version + 1, state = ?, decided_by = ?, decided_at = ?, reason = ? \
             WHERE user_id = ?",
        )
        .bind(word(state)?)
        .bind(decided.map(|by| by.name.as_str()))
        .bind(decided.map(|by| by.at))
        .bind(reason)
        .bind(user)
        .execute(self.db())
        .await?;
        self.tell(Audience::User(user), &LiveEvent::AccessChanged { state }).await?;
        self.tell_administrators_of(user).await
    }

    /// Ends a request and tells the administrators.
    pub(super) async fn set_request(
        &mut self,
        id: Uuid,
        state: RequestState,
        decided: Option<&Actor>,
        reason: Option<&str>,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE access_request SET version = version + 1, state = ?, decided_by = ?, decided_at = ?, \
                    decision_reason = ? \
             WHERE id = ?",
        )
        .bind(word(state)?)
        .bind(decided.map(|by| by.name.as_str()))
        .bind(decided.map(|by| by.at))
        .bind(reason)
        .bind(id)
        .execute(self.db())
        .await?;
        self.tell_of_request(id).await
    }

    pub(super) async fn tell_of_request(&mut self, id: Uuid) -> Result<(), StoreError> {
        self.tell(Audience::Administrators, &LiveEvent::RequestsChanged { request_id: id }).await
    }

    /// Approves: access is granted, and `first` is stored unless the user has an active credential.
    pub(super) async fn grant(
        &mut self,
        user: Uuid,
        first: Option<NewCredential>,
        by: &Actor,
    ) -> Result<(), StoreError> {
        self.record(Entry::new(Act::AccessApproved, user).by(by)).await?;
        self.set_access(user, AccessState::Approved, Some(by), None).await?;
        match first {
            Some(first) => self.ensure_credential(user, first, by).await,
            None => Ok(()),
        }
    }
}
