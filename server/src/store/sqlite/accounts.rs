use async_trait::async_trait;
use latchkey_contract::activity::Act;
use latchkey_contract::event::LiveEvent;
use latchkey_contract::profile::{Profile, ProfileFields};
use latchkey_contract::session::{Account, Company, Role};
use sqlx::{FromRow, SqliteConnection};
use uuid::Uuid;

use super::SqliteStore;
use super::writing::{Entry, Writing};
use crate::email_key::email_key;
use crate::store::StoreError;
use crate::store::accounts::{
    Accounts, ChangeProfileError, ChangedProfile, CreateUserError, NewUser, ProfileAuthority, User,
};
use crate::store::authority::{AuthorityError, OperatorAuthority, PasswordAuthority};
use crate::store::events::Audience;
use crate::store::sessions::Reauthenticated;

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

impl UserRow {
    pub(super) fn id(&self) -> Uuid {
        self.id
    }
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
    async fn ensure_company(&self, name: &str, by: OperatorAuthority) -> Result<Company, StoreError> {
        let name = name.trim();
        let mut writing = self.begin_as_operator(by).await?;
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

    async fn create_user(&self, user: NewUser, by: OperatorAuthority) -> Result<Account, CreateUserError> {
        let mut writing = self.begin_as_operator(by).await?;
        let at = writing.at();
        let id = self.new_id(at);
        insert_account(writing.db(), id, &user, at).await?;
        writing.record(Entry::new(Act::AccountCreated, id)).await?;
        if user.company_id.is_some() {
            sqlx::query("INSERT INTO api_access (user_id) VALUES (?)").bind(id).execute(writing.db()).await?;
            writing.tell_administrators_of(id).await?;
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
        by: ProfileAuthority<'_>,
        version: u32,
        fields: &ProfileFields,
    ) -> Result<ChangedProfile, ChangeProfileError> {
        let mut writing = match by {
            ProfileAuthority::Session(by) => self.begin(&by).await?,
            ProfileAuthority::Password(by) => self.begin(&by).await?,
        };
        let changed = writing.change_profile(by, version, fields).await?;
        writing.commit().await?;
        Ok(changed)
    }

    async fn fill_in_profile(
        &self,
        user: Uuid,
        fields: &ProfileFields,
        by: OperatorAuthority,
    ) -> Result<(), StoreError> {
        let mut writing = self.begin_as_operator(by).await?;
        writing.fill_in_profile(user, fields).await?;
        writing.commit().await
    }

    async fn change_password(
        &self,
        by: PasswordAuthority<'_>,
        password_hash: &str,
    ) -> Result<Reauthenticated, AuthorityError> {
        let mut writing = self.begin(&by).await?;
        let user = by.session.user;
        writing.set_password(user, password_hash).await?;
        writing.end_sessions_but(user, Some(by.session.session)).await?;
        let reauthenticated = writing.reauthenticate(by).await?;
        writing.record(Entry::new(Act::PasswordChanged, user)).await?;
        writing.commit().await?;
        Ok(reauthenticated)
    }

    async fn reset_password(
        &self,
        user: Uuid,
        password_hash: &str,
        by: OperatorAuthority,
    ) -> Result<(), StoreError> {
        let mut writing = self.begin_as_operator(by).await?;
        writing.set_password(user, password_hash).await?;
        writing.end_sessions_but(user, None).await?;
        writing.record(Entry::new(Act::PasswordReset, user)).await?;
        writing.commit().await
    }

    async fn disable_user(&self, user: Uuid, by: OperatorAuthority) -> Result<(), StoreError> {
        let mut writing = self.begin_as_operator(by).await?;
        let found = find_user(writing.db(), user).await?.ok_or(sqlx::Error::RowNotFound)?;
        if found.disabled {
            return Ok(());
        }
        let at = writing.at();
        sqlx::query("UPDATE account SET disabled_at = ? WHERE id = ?")
            .bind(at)
            .bind(user)
            .execute(writing.db())
            .await?;
        writing.end_sessions_but(user, None).await?;
        writing.record(Entry::new(Act::AccountDisabled, user)).await?;
        if found.account.company.is_some() {
            writing.tell_administrators_of(user).await?;
        }
        writing.commit().await
    }

    async fn enable_user(&self, user: Uuid, by: OperatorAuthority) -> Result<(), StoreError> {
        let mut writing = self.begin_as_operator(by).await?;
        let found = find_user(writing.db(), user).await?.ok_or(sqlx::Error::RowNotFound)?;
        if !found.disabled {
            return Ok(());
        }
        sqlx::query("UPDATE account SET disabled_at = NULL WHERE id = ?")
            .bind(user)
            .execute(writing.db())
            .await?;
        writing.record(Entry::new(Act::AccountEnabled, user)).await?;
        if found.account.company.is_some() {
            writing.tell_administrators_of(user).await?;
        }
        writing.commit().await
    }
}

impl Writing<'_> {
    async fn set_password(&mut self, user: Uuid, password_hash: &str) -> Result<(), StoreError> {
        let changed = sqlx::query("UPDATE account SET password_hash = ? WHERE id = ?")
            .bind(password_hash)
            .bind(user)
            .execute(self.db())
            .await?;
        if changed.rows_affected() == 0 { Err(sqlx::Error::RowNotFound.into()) } else { Ok(()) }
    }

    /// Tells administrators that what they see of a user has changed.
    pub(super) async fn tell_administrators_of(&mut self, user: Uuid) -> Result<(), StoreError> {
        self.tell(Audience::Administrators, &LiveEvent::UserAccessChanged { user_id: user }).await
    }
}

pub(super) async fn find_user(db: &mut SqliteConnection, id: Uuid) -> Result<Option<User>, StoreError> {
    let row: Option<UserRow> =
        sqlx::query_as(select_user!("WHERE a.id = ?")).bind(id).fetch_optional(db).await?;
    Ok(row.map(User::from))
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
