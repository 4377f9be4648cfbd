use latchkey_contract::activity::Act;
use latchkey_contract::event::LiveEvent;
use latchkey_contract::profile::{Profile, ProfileFields};
use latchkey_server::store::accounts::{ChangeProfileError, ProfileAuthority};
use latchkey_server::store::authority::AuthorityError;
use latchkey_server::store::events::Audience;
use latchkey_server::store::sessions::SessionDigest;
use uuid::Uuid;

use crate::house::{HASH, House, TestResult, TestSession, first_page};

on_every_database!(
    a_profile_keeps_what_was_entered,
    a_change_names_the_version_it_was_made_on,
    a_new_address_ends_the_other_sessions,
    a_new_address_needs_a_password_that_is_still_the_present_one,
    the_address_of_another_account_is_refused,
    a_new_name_reaches_administrators_and_their_search,
    a_change_is_told_to_the_owner_alone,
);

const NEXT: SessionDigest = SessionDigest([9; 32]);

async fn a_profile_keeps_what_was_entered(house: &House) -> TestResult {
    let entered = ProfileFields {
        first_name: "Dana".to_owned(),
        last_name: "Demo".to_owned(),
        mobile_number: "+44 20 7946 0101".to_owned(),
        secondary_phone: "+44 20 7946 0102".to_owned(),
        primary_email: "dana@demo.example".to_owned(),
        secondary_email: "dana@home.example".to_owned(),
        address: "1 Example Street\nSecond floor".to_owned(),
        country_code: "GB".to_owned(),
        state: "Greater London".to_owned(),
        city: "London".to_owned(),
        postal_code: "EC1A 1AA".to_owned(),
        time_zone: "Europe/London".to_owned(),
    };
    let padded = ProfileFields { city: "  London\t".to_owned(), ..entered.clone() };
    let changed = change(house, 1, &padded).await?;
    assert_eq!(changed, Profile { version: 2, fields: entered });
    assert_eq!(house.store.profile(house.dana.id).await?, Some(changed));
    let account = house.store.user(house.dana.id).await?.ok_or("not found")?.account;
    assert_eq!(account.time_zone.as_deref(), Some("Europe/London"));
    assert_eq!(house.store.profile(Uuid::now_v7()).await?, None);
    Ok(())
}

async fn a_change_names_the_version_it_was_made_on(house: &House) -> TestResult {
    let fields = fields(house).await?;
    change(house, 1, &fields).await?;
    for version in [0, 1, 3] {
        let refused = change(house, version, &fields).await;
        assert!(matches!(refused, Err(ChangeProfileError::VersionConflict)));
    }
    assert_eq!(change(house, 2, &fields).await?.version, 3);
    Ok(())
}

async fn a_new_address_ends_the_other_sessions(house: &House) -> TestResult {
    let [here, there] = [house.sign_in(&house.dana).await?, house.sign_in(&house.dana).await?];
    change(house, 1, &fields(house).await?).await?;
    assert!(house.is_alive(&there).await?);
    let moved = ProfileFields { primary_email: "dana@new.example".to_owned(), ..fields(house).await? };
    let by = ProfileAuthority::Password(here.password(HASH, NEXT));
    let changed = house.store.change_profile(by, 2, &moved).await?;
    assert!(changed.reauthenticated.ok_or("no new token")?.has_new_token);
    assert!(house.is_alive(&here).await?);
    assert!(!house.is_alive(&there).await?);
    assert!(house.store.session(here.authority.session, here.token).await?.is_none());
    assert!(house.store.session(here.authority.session, NEXT).await?.is_some());
    assert_eq!(house.newest_acts(&house.dana, 2).await?, [Act::EmailChanged, Act::ProfileChanged]);
    assert!(house.store.user_by_email("dana@demo.example").await?.is_none());
    assert!(house.store.user_by_email("dana@new.example").await?.is_some());
    Ok(())
}

async fn a_new_address_needs_a_password_that_is_still_the_present_one(house: &House) -> TestResult {
    let [here, there] = [house.sign_in(&house.dana).await?, house.sign_in(&house.dana).await?];
    house.store.end_session(&there.authority).await?;
    let moved = ProfileFields { primary_email: "dana@new.example".to_owned(), ..fields(house).await? };
    let session = ProfileAuthority::Session(here.authority);
    let refused = house.store.change_profile(session, 1, &moved).await;
    assert!(matches!(refused, Err(ChangeProfileError::Unconfirmed)));
    for by in [here.password("former hash", NEXT), there.password(HASH, NEXT)] {
        let refused = house.store.change_profile(ProfileAuthority::Password(by), 1, &moved).await;
        assert!(matches!(
            refused,
            Err(ChangeProfileError::Authority(
                AuthorityError::PasswordChanged | AuthorityError::SessionEnded
            ))
        ));
    }
    assert_eq!(house.store.profile(house.dana.id).await?.ok_or("gone")?.version, 1);
    let renamed = ProfileFields { last_name: "Day".to_owned(), ..fields(house).await? };
    let changed = house.store.change_profile(session, 1, &renamed).await?;
    assert_eq!(changed.profile.version, 2, "anything else needs none");
    assert!(changed.reauthenticated.is_none());
    Ok(())
}

async fn the_address_of_another_account_is_refused(house: &House) -> TestResult {
    let stolen = ProfileFields { primary_email: "Colin@demo.example".to_owned(), ..fields(house).await? };
    assert!(matches!(change(house, 1, &stolen).await, Err(ChangeProfileError::EmailTaken)));
    assert_eq!(house.store.profile(house.dana.id).await?.ok_or("gone")?.version, 1);
    Ok(())
}

async fn a_new_name_reaches_administrators_and_their_search(house: &House) -> TestResult {
    let session = house.sign_in(&house.dana).await?;
    let since = house.store.newest_event().await?;
    let renamed = ProfileFields { last_name: "Çelik".to_owned(), ..fields(house).await? };
    change_in(house, &session, 1, &renamed).await?;
    let event = LiveEvent::UserAccessChanged { user_id: house.dana.id };
    assert_eq!(house.told(since, Audience::Administrators).await?, [event]);
    let found = house.store.user_accesses(Some("ÇELIK"), first_page(10)).await?.items;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].user_name, "Dana Çelik");
    Ok(())
}

async fn a_change_is_told_to_the_owner_alone(house: &House) -> TestResult {
    let session = house.sign_in(&house.dana).await?;
    let since = house.store.newest_event().await?;
    change_in(house, &session, 1, &fields(house).await?).await?;
    let told = house.told(since, Audience::User(house.dana.id)).await?;
    assert_eq!(told, [LiveEvent::ActivityAdded, LiveEvent::ProfileChanged]);
    for audience in [Audience::User(house.colin.id), Audience::Administrators] {
        assert!(house.told(since, audience).await?.is_empty());
    }
    Ok(())
}

async fn fields(house: &House) -> TestResult<ProfileFields> {
    Ok(house.store.profile(house.dana.id).await?.ok_or("no profile")?.fields)
}

async fn change(house: &House, version: u32, fields: &ProfileFields) -> Result<Profile, ChangeProfileError> {
    let session = house.sign_in(&house.dana).await?;
    change_in(house, &session, version, fields).await
}

/// With the password, which a new address needs.
async fn change_in(
    house: &House,
    session: &TestSession,
    version: u32,
    fields: &ProfileFields,
) -> Result<Profile, ChangeProfileError> {
    let by = ProfileAuthority::Password(session.password(HASH, NEXT));
    Ok(house.store.change_profile(by, version, fields).await?.profile)
}
