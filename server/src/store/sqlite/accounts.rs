use async_trait::async_trait;
use latchkey_contract::activity::Act;
use latchkey_contract::event::LiveEvent;
use latchkey_contract::profile::{Profile, ProfileFields};
use latchkey_contract::session::{Account, Company, Role};
use sqlx::{FromRow, SqliteConnection};
use uuid::Uuid;

use super::SqliteStore;
use super::writing::{Entry, Writing};
use crate::store::StoreError;
use crate::store::accounts::{Accounts, ChangeProfileError, CreateUserError, NewUser, User};
use crate::store::audit::Actor;
use crate::store::events::Audience;
use crate::store::sessions::{Confirmation, ConfirmedError, SessionDigest};

#[derive(FromRow)]
pub(super) struct UserRow {
    id: Uuid,
    email: String,
    password_hash: String,
    first_name: String,
    last_name: String,
    role_name: String,
    time_zone: String,
    disabled_at: Option<i64>,
    company_id: Option<Uuid>,
    company_name: Option<String>,
}

impl From<UserRow> for User {
    fn from(row: UserRow) -> Self {
        let company = row.company_id.zip(row.company_name).map(|(id, name)| Company { id, name });
        Self {
            account: Account {
                id: row.id,
                email: row.email,
                first_name: row.first_name,
                last_name: row.last_name,
                role: if company.is_some() { Role::User } else { Role::Administrator },
                role_name: row.role_name,
                company,
                time_zone: Some(row.time_zone).filter(|zone| !zone.is_empty()),
            },
            password_hash: row.password_hash,
            disabled: row.disabled_at.is_some(),
        }
    }
}

/// `SELECT` of a [`UserRow`], followed by what narrows it.
macro_rules! select_user {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.email, a.password_hash, a.first_name, a.last_name, a.role_name, a.time_zone, ",
            "a.disabled_at, c.id AS company_id, c.name AS company_name ",
            "FROM account a LEFT JOIN company c ON c.id = a.company_id ",
            $rest
        )
    };
}

#[async_trait]
impl Accounts for SqliteStore {
    async fn ensure_company(&self, name: &str) -> Result<Company, StoreError> {
        let name = name.trim();
        let mut writing = self.begin().await?;
        // The time of an id only orders it, and companies are not listed in that order.
        let id = Uuid::now_v7();
        sqlx::query(
            "INSERT INTO company (id, name, name_key) VALUES (?, ?, ?) ON CONFLICT (name_key) DO NOTHING",
        )
        .bind(id)
        .bind(name)
        .bind(name.to_lowercase())
        .execute(writing.db())
        .await?;
        let (id, name) = sqlx::query_as("SELECT id, name FROM company WHERE name_key = ?")
            .bind(name.to_lowercase())
            .fetch_one(writing.db())
            .await?;
        writing.commit().await?;
        Ok(Company { id, name })
    }

    async fn create_user(&self, user: NewUser, by: &Actor) -> Result<Account, CreateUserError> {
        let mut writing = self.begin().await?;
        let id = self.new_id(by.at);
        insert_account(writing.db(), id, &user, by.at).await?;
        writing.record(Entry::new(Act::AccountCreated, id, by)).await?;
        if user.company_id.is_some() {
            sqlx::query("INSERT INTO api_access (user_id) VALUES (?)").bind(id).execute(writing.db()).await?;
            writing.tell_administrators_of(id, by.at).await?;
        }
        let created = find_user(writing.db(), id).await?.ok_or(sqlx::Error::RowNotFound)?;
        writing.commit().await?;
        Ok(created.account)
    }

    async fn user(&self, id: Uuid) -> Result<Option<User>, StoreError> {
        find_user(&mut *self.reader.acquire().await?, id).await
    }

    async fn user_by_email(&self, email: &str) -> Result<Option<User>, StoreError> {
        let row: Option<UserRow> = sqlx::query_as(select_user!("WHERE a.email_key = ?"))
            .bind(email_key(email))
            .fetch_optional(&self.reader)
            .await?;
        Ok(row.map(User::from))
    }

    async fn has_users(&self) -> Result<bool, StoreError> {
        Ok(sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM account)").fetch_one(&self.reader).await?)
    }

    async fn profile(&self, user: Uuid) -> Result<Option<Profile>, StoreError> {
        super::profile::find(&mut *self.reader.acquire().await?, user).await
    }

    async fn change_profile(
        &self,
        user: Uuid,
        version: u32,
        fields: &ProfileFields,
        confirmation: Option<Confirmation<'_>>,
        by: &Actor,
    ) -> Result<Profile, ChangeProfileError> {
        let mut writing = self.begin().await?;
        let profile = writing.change_profile(user, version, fields, confirmation, by).await?;
        writing.commit().await?;
        Ok(profile)
    }

    async fn change_password(
        &self,
        confirmation: Confirmation<'_>,
        password_hash: &str,
        by: &Actor,
    ) -> Result<(), ConfirmedError> {
        let mut writing = self.begin().await?;
        let user = writing.confirmed(confirmation).await?.ok_or(ConfirmedError::Overtaken)?;
        sqlx::query("UPDATE account SET password_hash = ? WHERE id = ?")
            .bind(password_hash)
            .bind(user)
            .execute(writing.db())
            .await?;
        writing.end_sessions_but(user, Some(confirmation.session)).await?;
        writing.record(Entry::new(Act::PasswordChanged, user, by)).await?;
        Ok(writing.commit().await?)
    }

    async fn reset_password(&self, user: Uuid, password_hash: &str, by: &Actor) -> Result<(), StoreError> {
        let mut writing = self.begin().await?;
        let changed = sqlx::query("UPDATE account SET password_hash = ? WHERE id = ?")
            .bind(password_hash)
            .bind(user)
            .execute(writing.db())
            .await?;
        if changed.rows_affected() == 0 {
            return Err(sqlx::Error::RowNotFound.into());
        }
        writing.end_sessions_but(user, None).await?;
        writing.record(Entry::new(Act::PasswordReset, user, by)).await?;
        writing.commit().await
    }

    async fn disable_user(&self, user: Uuid, by: &Actor) -> Result<(), StoreError> {
        let mut writing = self.begin().await?;
        let found = find_user(writing.db(), user).await?.ok_or(sqlx::Error::RowNotFound)?;
        if found.disabled {
            return Ok(());
        }
        sqlx::query("UPDATE account SET disabled_at = ? WHERE id = ?")
            .bind(by.at)
            .bind(user)
            .execute(writing.db())
            .await?;
        writing.end_sessions_but(user, None).await?;
        writing.record(Entry::new(Act::AccountDisabled, user, by)).await?;
        if found.account.company.is_some() {
            writing.tell_administrators_of(user, by.at).await?;
        }
        writing.commit().await
    }
}

impl Writing<'_> {
    /// Whose password it is that was confirmed; nobody's if it is another one by now, or the session or the account has
    /// ended.
    pub(super) async fn confirmed(&mut self, by: Confirmation<'_>) -> Result<Option<Uuid>, StoreError> {
        let user = sqlx::query_scalar(
            "SELECT a.id FROM session s JOIN account a ON a.id = s.user_id \
             WHERE s.digest = ? AND a.password_hash = ? AND a.disabled_at IS NULL",
        )
        .bind(&by.session.0[..])
        .bind(by.password_hash)
        .fetch_optional(self.db())
        .await?;
        Ok(user)
    }

    pub(super) async fn end_sessions_but(
        &mut self,
        user: Uuid,
        keep: Option<SessionDigest>,
    ) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM session WHERE user_id = ?1 AND (?2 IS NULL OR digest <> ?2)")
            .bind(user)
            .bind(keep.map(|digest| digest.0.to_vec()))
            .execute(self.db())
            .await?;
        Ok(())
    }

    /// Tells administrators that what they see of a user has changed.
    pub(super) async fn tell_administrators_of(&mut self, user: Uuid, at: i64) -> Result<(), StoreError> {
        self.tell(Audience::Administrators, &LiveEvent::UserAccessChanged { user_id: user }, at).await
    }
}

pub(super) async fn find_user(db: &mut SqliteConnection, id: Uuid) -> Result<Option<User>, StoreError> {
    let row: Option<UserRow> =
        sqlx::query_as(select_user!("WHERE a.id = ?")).bind(id).fetch_optional(db).await?;
    Ok(row.map(User::from))
}

/// E-mail addresses are compared without case and without white space at their ends.
pub(super) fn email_key(email: &str) -> String {
    email.trim().to_lowercase()
}

pub(super) fn is_taken(error: &sqlx::Error) -> bool {
    error.as_database_error().is_some_and(|error| error.is_unique_violation())
}

async fn insert_account(
    db: &mut SqliteConnection,
    id: Uuid,
    user: &NewUser,
    at: i64,
) -> Result<(), CreateUserError> {
    sqlx::query(
        "INSERT INTO account (id, email, email_key, password_hash, first_name, last_name, role_name, company_id, \
                              created_at, search_text) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
    )
    .bind(id)
    .bind(user.email.trim())
    .bind(email_key(&user.email))
    .bind(&user.password_hash)
    .bind(user.first_name.trim())
    .bind(user.last_name.trim())
    .bind(user.role_name.trim())
    .bind(user.company_id)
    .bind(at)
    .execute(&mut *db)
    .await
    .map_err(|error| if is_taken(&error) { CreateUserError::EmailTaken } else { error.into() })?;
    Ok(super::profile::refresh_search_text(db, id).await?)
}
