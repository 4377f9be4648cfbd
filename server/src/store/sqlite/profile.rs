use latchkey_contract::activity::Act;
use latchkey_contract::event::LiveEvent;
use latchkey_contract::profile::{Profile, ProfileFields};
use sqlx::{FromRow, SqliteConnection};
use uuid::Uuid;

use super::accounts::{find_user, is_taken};
use super::writing::{Entry, Writing};
use crate::email_key::email_key;
use crate::store::StoreError;
use crate::store::accounts::{ChangeProfileError, ChangedProfile, ProfileAuthority};
use crate::store::events::Audience;

#[derive(FromRow)]
struct ProfileRow {
    profile_version: u32,
    first_name: String,
    last_name: String,
    mobile_number: String,
    secondary_phone: String,
    email: String,
    secondary_email: String,
    address: String,
    country_code: String,
    state: String,
    city: String,
    postal_code: String,
    time_zone: String,
}

impl From<ProfileRow> for Profile {
    fn from(row: ProfileRow) -> Self {
        let fields = ProfileFields {
            first_name: row.first_name,
            last_name: row.last_name,
            mobile_number: row.mobile_number,
            secondary_phone: row.secondary_phone,
            primary_email: row.email,
            secondary_email: row.secondary_email,
            address: row.address,
            country_code: row.country_code,
            state: row.state,
            city: row.city,
            postal_code: row.postal_code,
            time_zone: row.time_zone,
        };
        Self { version: row.profile_version, fields }
    }
}

pub(super) async fn find(db: &mut SqliteConnection, user: Uuid) -> Result<Option<Profile>, StoreError> {
    let row: Option<ProfileRow> = sqlx::query_as(
        "SELECT profile_version, first_name, last_name, mobile_number, secondary_phone, email, secondary_email, \
                address, country_code, state, city, postal_code, time_zone \
         FROM account WHERE id = ?",
    )
    .bind(user)
    .fetch_optional(db)
    .await?;
    Ok(row.map(Profile::from))
}

impl Writing<'_> {
    pub(super) async fn change_profile(
        &mut self,
        by: ProfileAuthority<'_>,
        version: u32,
        fields: &ProfileFields,
    ) -> Result<ChangedProfile, ChangeProfileError> {
        let session = match by {
            ProfileAuthority::Session(by) => by,
            ProfileAuthority::Password(by) => by.session,
        };
        let user = session.user;
        let before = find(self.db(), user).await?.ok_or(sqlx::Error::RowNotFound)?;
        if before.version != version {
            return Err(ChangeProfileError::VersionConflict);
        }
        update(self.db(), user, fields)
            .await
            .map_err(|error| if is_taken(&error) { ChangeProfileError::EmailTaken } else { error.into() })?;
        let after = find(self.db(), user).await?.ok_or(sqlx::Error::RowNotFound)?;
        let mut reauthenticated = None;
        let act = if after.fields.primary_email == before.fields.primary_email {
            Act::ProfileChanged
        } else {
            let ProfileAuthority::Password(by) = by else { return Err(ChangeProfileError::Unconfirmed) };
            self.end_sessions_but(user, Some(session.session)).await?;
            reauthenticated = Some(self.reauthenticate(by).await?);
            Act::EmailChanged
        };
        self.note_profile_change(user, act, &before.fields, &after.fields).await?;
        Ok(ChangedProfile { profile: after, reauthenticated })
    }

    pub(super) async fn fill_in_profile(
        &mut self,
        user: Uuid,
        fields: &ProfileFields,
    ) -> Result<(), StoreError> {
        let before = find(self.db(), user).await?.ok_or(sqlx::Error::RowNotFound)?;
        let primary_email = before.fields.primary_email.clone();
        update(self.db(), user, &ProfileFields { primary_email, ..fields.clone() }).await?;
        let after = find(self.db(), user).await?.ok_or(sqlx::Error::RowNotFound)?;
        self.note_profile_change(user, Act::ProfileChanged, &before.fields, &after.fields).await
    }

    async fn note_profile_change(
        &mut self,
        user: Uuid,
        act: Act,
        before: &ProfileFields,
        after: &ProfileFields,
    ) -> Result<(), StoreError> {
        refresh_search_text(self.db(), user).await?;
        self.record(Entry::new(act, user)).await?;
        self.tell(Audience::User(user), &LiveEvent::ProfileChanged).await?;
        if is_shown_to_administrators(before, after)
            && find_user(self.db(), user).await?.is_some_and(|user| user.account.company.is_some())
        {
            self.tell_administrators_of(user).await?;
        }
        Ok(())
    }
}

fn is_shown_to_administrators(before: &ProfileFields, after: &ProfileFields) -> bool {
    before.primary_email != after.primary_email
        || before.first_name != after.first_name
        || before.last_name != after.last_name
}

async fn update(db: &mut SqliteConnection, user: Uuid, fields: &ProfileFields) -> Result<(), sqlx::Error> {
    let fields = fields.trimmed();
    sqlx::query(
        "UPDATE account SET profile_version = profile_version + 1, first_name = ?, last_name = ?, \
                mobile_number = ?, secondary_phone = ?, email = ?, email_key = ?, secondary_email = ?, address = ?, \
                country_code = ?, state = ?, city = ?, postal_code = ?, time_zone = ? \
         WHERE id = ?",
    )
    .bind(fields.first_name)
    .bind(fields.last_name)
    .bind(fields.mobile_number)
    .bind(fields.secondary_phone)
    .bind(&fields.primary_email)
    .bind(email_key(&fields.primary_email))
    .bind(fields.secondary_email)
    .bind(fields.address)
    .bind(fields.country_code)
    .bind(fields.state)
    .bind(fields.city)
    .bind(fields.postal_code)
    .bind(fields.time_zone)
    .bind(user)
    .execute(db)
    .await?;
    Ok(())
}

/// Keeps what a search looks through in step with name, e-mail and company. SQLite's own `lower` knows ASCII only.
pub(super) async fn refresh_search_text(db: &mut SqliteConnection, user: Uuid) -> Result<(), StoreError> {
    let Some(found) = find_user(db, user).await? else { return Ok(()) };
    let account = found.account;
    let company = account.company.as_ref().map_or("", |company| &company.name);
    let text = format!("{} {} {company}", account.full_name(), account.email).to_lowercase();
    sqlx::query("UPDATE account SET search_text = ? WHERE id = ?").bind(text).bind(user).execute(db).await?;
    Ok(())
}
