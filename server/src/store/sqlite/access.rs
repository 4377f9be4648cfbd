use async_trait::async_trait;
use latchkey_contract::Page;
use latchkey_contract::activity::Act;
use latchkey_contract::admin::{AccessRequest, RequestState, UserAccess};
use latchkey_contract::api_access::{AccessState, AccessStatus};
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::SqliteStore;
use super::access_rows::{
    RequestRow, UserAccessRow, find_request, find_status, find_user_access, select_request,
    select_user_access,
};
use super::authorize::Actor;
use super::words::word;
use super::writing::Entry;
use crate::store::access::{
    ApiAccess, ChangeAccessError, DecideError, RequestAccessError, RequestFilter, Verdict, WithdrawError,
};
use crate::store::authority::{AdministratorAuthority, SessionAuthority};
use crate::store::credentials::NewCredential;
use crate::store::{PageRequest, StoreError};

#[async_trait]
impl ApiAccess for SqliteStore {
    async fn access_status(&self, user: Uuid) -> Result<AccessStatus, StoreError> {
        let status = find_status(&mut *self.reader.acquire().await?, user).await?;
        Ok(status.unwrap_or(AccessStatus::Disabled))
    }

    async fn request_access(
        &self,
        by: &SessionAuthority,
        reason: Option<&str>,
        auto: Option<NewCredential>,
    ) -> Result<AccessRequest, RequestAccessError> {
        let mut writing = self.begin(by).await?;
        let user = by.user;
        match find_status(writing.db(), user).await? {
            Some(AccessStatus::Disabled | AccessStatus::Denied { .. }) => {}
            _ => return Err(RequestAccessError::WrongState),
        }
        let at = writing.at();
        let id = self.new_id(at);
        insert_request(writing.db(), id, user, reason, at).await?;
        writing.record(Entry::new(Act::AccessRequested, user).reason(reason)).await?;
        writing.set_access(user, AccessState::Pending, None, None).await?;
        if let Some(first) = auto {
            let product = Actor::server(at);
            writing.set_request(id, RequestState::Approved, Some(&product), None).await?;
            writing.grant(user, Some(first), &product).await?;
        } else {
            writing.tell_of_request(id).await?;
        }
        let request = find_request(writing.db(), id).await?.ok_or(sqlx::Error::RowNotFound)?;
        writing.commit().await?;
        Ok(request)
    }

    async fn withdraw_request(&self, by: &SessionAuthority) -> Result<(), WithdrawError> {
        let mut writing = self.begin(by).await?;
        let user = by.user;
        let Some(AccessStatus::Pending { request_id, .. }) = find_status(writing.db(), user).await? else {
            return Err(WithdrawError::WrongState);
        };
        writing.set_request(request_id, RequestState::Withdrawn, None, None).await?;
        writing.record(Entry::new(Act::RequestWithdrawn, user)).await?;
        writing.set_access(user, AccessState::Disabled, None, None).await?;
        Ok(writing.commit().await?)
    }

    async fn access_request(&self, id: Uuid) -> Result<Option<AccessRequest>, StoreError> {
        find_request(&mut *self.reader.acquire().await?, id).await
    }

    async fn access_requests(
        &self,
        filter: RequestFilter,
        page: PageRequest,
    ) -> Result<Page<AccessRequest>, StoreError> {
        let rows: Vec<RequestRow> = match filter.state {
            Some(state) => {
                let sql = select_request!("WHERE r.state = ? AND r.id < ? ORDER BY r.id DESC LIMIT ?");
                sqlx::query_as(sql).bind(word(state)?).bind(page.before()).bind(page.one_more())
            }
            None => {
                let sql = select_request!("WHERE r.id < ? ORDER BY r.id DESC LIMIT ?");
                sqlx::query_as(sql).bind(page.before()).bind(page.one_more())
            }
        }
        .fetch_all(&self.reader)
        .await?;
        page.page_of(rows, |row| row.id)
    }

    async fn decide_request(
        &self,
        by: &AdministratorAuthority,
        id: Uuid,
        version: u32,
        verdict: Verdict,
        first: Option<NewCredential>,
    ) -> Result<AccessRequest, DecideError> {
        let mut writing = self.begin(by).await?;
        let request = find_request(writing.db(), id).await?.ok_or(DecideError::NotFound)?;
        if request.version != version || request.state != RequestState::Pending {
            return Err(DecideError::VersionConflict(Box::new(request)));
        }
        let user = request.user_id;
        let by = writing.by.clone();
        match verdict {
            Verdict::Approve => {
                writing.set_request(id, RequestState::Approved, Some(&by), None).await?;
                writing.grant(user, first, &by).await?;
            }
            Verdict::Deny { reason } => {
                let reason = Some(reason.as_str());
                writing.set_request(id, RequestState::Denied, Some(&by), reason).await?;
                writing.record(Entry::new(Act::AccessDenied, user).reason(reason)).await?;
                writing.set_access(user, AccessState::Denied, Some(&by), reason).await?;
            }
        }
        let decided = find_request(writing.db(), id).await?.ok_or(DecideError::NotFound)?;
        writing.commit().await?;
        Ok(decided)
    }

    async fn user_accesses(
        &self,
        search: Option<&str>,
        page: PageRequest,
    ) -> Result<Page<UserAccess>, StoreError> {
        let rows: Vec<UserAccessRow> = sqlx::query_as(select_user_access!(
            "WHERE x.user_id < ? AND instr(a.search_text, ?) > 0 ORDER BY x.user_id DESC LIMIT ?"
        ))
        .bind(page.before())
        .bind(search.unwrap_or_default().trim().to_lowercase())
        .bind(page.one_more())
        .fetch_all(&self.reader)
        .await?;
        page.page_of(rows, |row| row.user_id)
    }

    async fn user_access(&self, user: Uuid) -> Result<Option<UserAccess>, StoreError> {
        find_user_access(&mut *self.reader.acquire().await?, user).await
    }

    async fn disable_access(
        &self,
        by: &AdministratorAuthority,
        user: Uuid,
        version: u32,
        reason: &str,
    ) -> Result<UserAccess, ChangeAccessError> {
        let mut writing = self.begin(by).await?;
        let access = access_to_change(writing.db(), user, version).await?;
        if access.state != AccessState::Approved {
            return Err(ChangeAccessError::WrongState(Box::new(access)));
        }
        let by = writing.by.clone();
        writing.record(Entry::new(Act::AccessDisabled, user).reason(Some(reason))).await?;
        writing.set_access(user, AccessState::Suspended, Some(&by), Some(reason)).await?;
        let changed = find_user_access(writing.db(), user).await?.ok_or(ChangeAccessError::NotFound)?;
        writing.commit().await?;
        Ok(changed)
    }

    async fn enable_access(
        &self,
        by: &AdministratorAuthority,
        user: Uuid,
        version: u32,
        first: NewCredential,
    ) -> Result<UserAccess, ChangeAccessError> {
        let mut writing = self.begin(by).await?;
        let access = access_to_change(writing.db(), user, version).await?;
        if access.state == AccessState::Approved {
            return Err(ChangeAccessError::WrongState(Box::new(access)));
        }
        let by = writing.by.clone();
        if let Some(AccessStatus::Pending { request_id, .. }) = find_status(writing.db(), user).await? {
            writing.set_request(request_id, RequestState::Approved, Some(&by), None).await?;
            writing.grant(user, Some(first), &by).await?;
        } else {
            writing.record(Entry::new(Act::AccessEnabled, user)).await?;
            writing.set_access(user, AccessState::Approved, Some(&by), None).await?;
            writing.ensure_credential(user, first, &by).await?;
        }
        let changed = find_user_access(writing.db(), user).await?.ok_or(ChangeAccessError::NotFound)?;
        writing.commit().await?;
        Ok(changed)
    }
}

async fn access_to_change(
    db: &mut SqliteConnection,
    user: Uuid,
    version: u32,
) -> Result<UserAccess, ChangeAccessError> {
    let access = find_user_access(db, user).await?.ok_or(ChangeAccessError::NotFound)?;
    if access.version == version {
        Ok(access)
    } else {
        Err(ChangeAccessError::VersionConflict(Box::new(access)))
    }
}

async fn insert_request(
    db: &mut SqliteConnection,
    id: Uuid,
    user: Uuid,
    reason: Option<&str>,
    at: i64,
) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO access_request (id, user_id, sent_at, reason) VALUES (?, ?, ?, ?)")
        .bind(id)
        .bind(user)
        .bind(at)
        .bind(reason)
        .execute(db)
        .await?;
    Ok(())
}
