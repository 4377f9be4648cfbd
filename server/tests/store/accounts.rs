use latchkey_contract::activity::Act;
use latchkey_contract::event::LiveEvent;
use latchkey_contract::session::Role;
use latchkey_server::store::StoreError;
use latchkey_server::store::accounts::{CreateUserError, NewUser};
use latchkey_server::store::authority::OperatorAuthority;
use latchkey_server::store::events::Audience;
use latchkey_server::store::sessions::SessionDigest;
use uuid::Uuid;

use crate::house::{HASH, House, TestResult, TestSession, company_of, ended, first_page, overtaken};

const NEXT: SessionDigest = SessionDigest([9; 32]);

on_every_database!(
    an_account_is_found_by_its_address_in_any_case,
    an_address_belongs_to_one_account,
    a_company_is_made_once,
    administrators_belong_to_no_company,
    a_new_password_ends_the_other_sessions,
    a_password_is_not_changed_by_one_that_was_replaced_meanwhile,
    a_password_is_not_changed_from_a_session_that_has_ended,
    a_reset_password_ends_every_session,
    a_disabled_account_has_no_sessions,
    disabling_twice_is_recorded_once,
    an_enabled_account_signs_in_again,
    enabling_twice_is_recorded_once,
    nobody_can_be_changed,
);

async fn an_account_is_found_by_its_address_in_any_case(house: &House) -> TestResult {
    for email in ["dana@demo.example", "DANA@demo.Example", " dana@demo.example "] {
        let user = house.store.user_by_email(email).await?.ok_or("not found")?;
        assert_eq!(user.account, house.dana);
    }
    assert!(house.store.user_by_email("dana@demo.exampl").await?.is_none());
    let user = house.store.user(house.dana.id).await?.ok_or("not found")?;
    assert_eq!(user.account, house.dana);
    assert!(!user.disabled);
    assert!(house.store.user(Uuid::now_v7()).await?.is_none());
    assert!(house.store.has_users().await?);
    Ok(())
}

async fn an_address_belongs_to_one_account(house: &House) -> TestResult {
    let user = NewUser {
        email: "Dana@Demo.example".to_owned(),
        password_hash: String::new(),
        first_name: "Dana".to_owned(),
        last_name: "Double".to_owned(),
        role_name: "User".to_owned(),
        company_id: None,
    };
    let refused = house.store.create_user(user, OperatorAuthority).await;
    assert!(matches!(refused, Err(CreateUserError::EmailTaken)));
    Ok(())
}

async fn a_company_is_made_once(house: &House) -> TestResult {
    let company = house.store.ensure_company("  demo ltd ", OperatorAuthority).await?;
    assert_eq!(Some(company), house.dana.company);
    assert_ne!(company_of(&house.dana), company_of(&house.otto));
    Ok(())
}

async fn administrators_belong_to_no_company(house: &House) -> TestResult {
    assert_eq!((house.ada.role, &house.ada.company), (Role::Administrator, &None));
    assert_eq!(house.dana.role, Role::User);
    assert!(house.store.user_access(house.ada.id).await?.is_none());
    Ok(())
}

async fn a_new_password_ends_the_other_sessions(house: &House) -> TestResult {
    let [here, there, colins] = sessions(house).await?;
    let changed = house.store.change_password(here.password(HASH, NEXT), "new hash").await?;
    assert!(changed.has_new_token);
    assert!(house.is_alive(&here).await?);
    assert!(!house.is_alive(&there).await?);
    assert!(house.is_alive(&colins).await?);
    assert!(house.store.session(here.authority.session, here.token).await?.is_none());
    assert!(house.store.session(here.authority.session, NEXT).await?.is_some());
    let user = house.store.user(house.dana.id).await?.ok_or("not found")?;
    assert_eq!(user.password_hash, "new hash");
    let activity = house.store.activity(house.dana.id, first_page(1)).await?;
    assert_eq!(activity.items[0].act, Act::PasswordChanged);
    Ok(())
}

async fn a_password_is_not_changed_by_one_that_was_replaced_meanwhile(house: &House) -> TestResult {
    let [here, there, _] = sessions(house).await?;
    house.store.change_password(here.password(HASH, NEXT), "first hash").await?;
    overtaken(house.store.change_password(here.password(HASH, NEXT), "second hash").await);
    ended(house.store.change_password(there.password("first hash", NEXT), "second hash").await);
    assert_eq!(house.store.user(house.dana.id).await?.ok_or("not found")?.password_hash, "first hash");
    assert!(house.is_alive(&here).await?);
    Ok(())
}

async fn a_password_is_not_changed_from_a_session_that_has_ended(house: &House) -> TestResult {
    let [here, there, _] = sessions(house).await?;
    house.store.end_session(&here.authority).await?;
    ended(house.store.change_password(here.password(HASH, NEXT), "new hash").await);
    assert_eq!(house.store.user(house.dana.id).await?.ok_or("not found")?.password_hash, HASH);
    assert!(house.is_alive(&there).await?, "nothing else ends");
    assert_eq!(house.newest_acts(&house.dana, 1).await?, [Act::SignedOut]);
    Ok(())
}

async fn a_reset_password_ends_every_session(house: &House) -> TestResult {
    let [here, there, colins] = sessions(house).await?;
    let by = OperatorAuthority;
    house.store.reset_password(house.dana.id, "new hash", by).await?;
    assert!(!house.is_alive(&here).await?);
    assert!(!house.is_alive(&there).await?);
    assert!(house.is_alive(&colins).await?);
    Ok(())
}

async fn a_disabled_account_has_no_sessions(house: &House) -> TestResult {
    let [here, there, colins] = sessions(house).await?;
    let since = house.store.newest_event().await?;
    house.store.disable_user(house.dana.id, OperatorAuthority).await?;
    assert!(!house.is_alive(&here).await?);
    assert!(!house.is_alive(&there).await?);
    assert!(house.is_alive(&colins).await?);
    assert!(house.store.user(house.dana.id).await?.ok_or("not found")?.disabled);
    let changed = LiveEvent::UserAccessChanged { user_id: house.dana.id };
    assert_eq!(house.told(since, Audience::Administrators).await?, [changed]);
    Ok(())
}

async fn disabling_twice_is_recorded_once(house: &House) -> TestResult {
    for _ in 0..2 {
        house.store.disable_user(house.dana.id, OperatorAuthority).await?;
    }
    let activity = house.store.activity(house.dana.id, first_page(10)).await?.items;
    assert_eq!(activity.iter().filter(|entry| entry.act == Act::AccountDisabled).count(), 1);
    Ok(())
}

async fn an_enabled_account_signs_in_again(house: &House) -> TestResult {
    house.store.disable_user(house.dana.id, OperatorAuthority).await?;
    let since = house.store.newest_event().await?;
    house.store.enable_user(house.dana.id, OperatorAuthority).await?;
    assert!(!house.store.user(house.dana.id).await?.ok_or("not found")?.disabled);
    let session = house.sign_in(&house.dana).await?;
    assert!(house.is_alive(&session).await?);
    let changed = LiveEvent::UserAccessChanged { user_id: house.dana.id };
    assert_eq!(house.told(since, Audience::Administrators).await?, [changed]);
    Ok(())
}

async fn enabling_twice_is_recorded_once(house: &House) -> TestResult {
    house.store.enable_user(house.dana.id, OperatorAuthority).await?;
    house.store.disable_user(house.dana.id, OperatorAuthority).await?;
    for _ in 0..2 {
        house.store.enable_user(house.dana.id, OperatorAuthority).await?;
    }
    assert_eq!(house.newest_acts(&house.dana, 2).await?, [Act::AccountEnabled, Act::AccountDisabled]);
    let activity = house.store.activity(house.dana.id, first_page(10)).await?.items;
    assert_eq!(activity.iter().filter(|entry| entry.act == Act::AccountEnabled).count(), 1);
    Ok(())
}

async fn nobody_can_be_changed(house: &House) -> TestResult {
    let nobody = Uuid::now_v7();
    let by = OperatorAuthority;
    let failed = house.store.reset_password(nobody, "hash", by).await;
    assert!(matches!(failed, Err(StoreError::Database(_))));
    assert!(matches!(house.store.disable_user(nobody, by).await, Err(StoreError::Database(_))));
    assert!(matches!(house.store.enable_user(nobody, by).await, Err(StoreError::Database(_))));
    assert_eq!(house.store.first_broken_audit_entry().await?, None);
    Ok(())
}

/// Two sessions of Dana and one of Colin.
async fn sessions(house: &House) -> TestResult<[TestSession; 3]> {
    Ok([
        house.sign_in(&house.dana).await?,
        house.sign_in(&house.dana).await?,
        house.sign_in(&house.colin).await?,
    ])
}
