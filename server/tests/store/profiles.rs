use latchkey_contract::activity::Act;
use latchkey_contract::event::LiveEvent;
use latchkey_contract::profile::{Profile, ProfileFields};
use latchkey_server::store::accounts::ChangeProfileError;
use latchkey_server::store::events::Audience;
use latchkey_server::store::sessions::{Confirmation, SessionDigest};
use uuid::Uuid;

use crate::house::{HASH, House, TestResult, first_page};

on_every_database!(
    a_profile_keeps_what_was_entered,
    a_change_names_the_version_it_was_made_on,
    a_new_address_ends_the_other_sessions,
    a_new_address_needs_a_password_that_is_still_the_present_one,
    the_address_of_another_account_is_refused,
    a_new_name_reaches_administrators_and_their_search,
    a_change_is_told_to_the_owner_alone,
);

const HERE: SessionDigest = SessionDigest([1; 32]);
const THERE: SessionDigest = SessionDigest([2; 32]);
const COLINS: SessionDigest = SessionDigest([3; 32]);

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
    for digest in [HERE, THERE] {
        house.sign_in(&house.dana, digest).await?;
    }
    change(house, 1, &fields(house).await?).await?;
    assert!(house.is_alive(THERE).await?);
    let moved = ProfileFields { primary_email: "dana@new.example".to_owned(), ..fields(house).await? };
    change(house, 2, &moved).await?;
    assert!(house.is_alive(HERE).await?);
    assert!(!house.is_alive(THERE).await?);
    assert_eq!(house.newest_acts(&house.dana, 2).await?, [Act::EmailChanged, Act::ProfileChanged]);
    assert!(house.store.user_by_email("dana@demo.example").await?.is_none());
    assert!(house.store.user_by_email("dana@new.example").await?.is_some());
    Ok(())
}

async fn a_new_address_needs_a_password_that_is_still_the_present_one(house: &House) -> TestResult {
    for digest in [HERE, THERE] {
        house.sign_in(&house.dana, digest).await?;
    }
    house.sign_in(&house.colin, COLINS).await?;
    house.store.end_session(THERE, &house.by(&house.dana)).await?;
    let moved = ProfileFields { primary_email: "dana@new.example".to_owned(), ..fields(house).await? };
    let confirmations = [
        None,
        Some(Confirmation { session: HERE, password_hash: "former hash" }),
        Some(Confirmation { session: THERE, password_hash: HASH }),
        Some(Confirmation { session: COLINS, password_hash: HASH }),
    ];
    for confirmation in confirmations {
        let refused = confirmed_change(house, 1, &moved, confirmation).await;
        assert!(matches!(refused, Err(ChangeProfileError::Unconfirmed)));
    }
    assert_eq!(house.store.profile(house.dana.id).await?.ok_or("gone")?.version, 1);
    let renamed = ProfileFields { last_name: "Day".to_owned(), ..fields(house).await? };
    assert_eq!(confirmed_change(house, 1, &renamed, None).await?.version, 2, "anything else needs none");
    Ok(())
}

async fn the_address_of_another_account_is_refused(house: &House) -> TestResult {
    let stolen = ProfileFields { primary_email: "Colin@demo.example".to_owned(), ..fields(house).await? };
    assert!(matches!(change(house, 1, &stolen).await, Err(ChangeProfileError::EmailTaken)));
    assert_eq!(house.store.profile(house.dana.id).await?.ok_or("gone")?.version, 1);
    Ok(())
}

async fn a_new_name_reaches_administrators_and_their_search(house: &House) -> TestResult {
    let since = house.store.newest_event().await?;
    let renamed = ProfileFields { last_name: "Çelik".to_owned(), ..fields(house).await? };
    change(house, 1, &renamed).await?;
    let event = LiveEvent::UserAccessChanged { user_id: house.dana.id };
    assert_eq!(house.told(since, Audience::Administrators).await?, [event]);
    let found = house.store.user_accesses(Some("ÇELIK"), first_page(10)).await?.items;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].user_name, "Dana Çelik");
    Ok(())
}

async fn a_change_is_told_to_the_owner_alone(house: &House) -> TestResult {
    let since = house.store.newest_event().await?;
    change(house, 1, &fields(house).await?).await?;
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
    let confirmation = Confirmation { session: HERE, password_hash: HASH };
    confirmed_change(house, version, fields, Some(confirmation)).await
}

async fn confirmed_change(
    house: &House,
    version: u32,
    fields: &ProfileFields,
    confirmation: Option<Confirmation<'_>>,
) -> Result<Profile, ChangeProfileError> {
    house.store.change_profile(house.dana.id, version, fields, confirmation, &house.by(&house.dana)).await
}
