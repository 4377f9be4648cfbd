use latchkey_contract::activity::Act;
use latchkey_server::store::audit::Actor;
use latchkey_server::store::sessions::{
    Confirmation, ConfirmedError, SessionDigest, SessionLimits, StoredSession,
};

use crate::house::{HASH, House, TestResult, overtaken};

on_every_database!(
    a_session_ends_when_it_was_idle_too_long,
    use_postpones_the_idle_end_but_not_the_absolute_one,
    a_session_is_stepped_up_by_its_password,
    signing_out_ends_one_session_and_is_recorded_once,
    expired_sessions_are_removed,
    an_unknown_token_opens_nothing,
    a_password_that_was_replaced_while_it_was_checked_opens_nothing,
    an_account_that_was_disabled_meanwhile_gets_no_session,
    a_password_that_was_replaced_while_it_was_checked_steps_nothing_up,
    a_session_that_has_ended_meanwhile_is_not_stepped_up,
);

const LIMITS: SessionLimits = SessionLimits { idle: 1000, absolute: 5000 };
const DIGEST: SessionDigest = SessionDigest([7; 32]);

async fn a_session_ends_when_it_was_idle_too_long(house: &House) -> TestResult {
    let begun = begin(house, DIGEST).await?;
    let session = at(house, begun + 999).await?.ok_or("ended")?;
    assert_eq!(session.user.account, house.dana);
    assert_eq!((session.created_at, session.last_seen_at, session.stepped_up_at), (begun, begun, begun));
    assert!(at(house, begun + 1000).await?.is_none());
    Ok(())
}

async fn use_postpones_the_idle_end_but_not_the_absolute_one(house: &House) -> TestResult {
    let begun = begin(house, DIGEST).await?;
    for used in (500..5000).step_by(500) {
        house.store.touch_session(DIGEST, begun + used).await?;
        assert_eq!(at(house, begun + used).await?.ok_or("ended")?.last_seen_at, begun + used);
    }
    // An older note that comes late takes nothing away.
    house.store.touch_session(DIGEST, begun + 100).await?;
    assert!(at(house, begun + 4999).await?.is_some());
    assert!(at(house, begun + 5000).await?.is_none());
    Ok(())
}

async fn a_session_is_stepped_up_by_its_password(house: &House) -> TestResult {
    let begun = begin(house, DIGEST).await?;
    house.store.step_up_session(confirmed_by(HASH), begun + 700).await?;
    let session = at(house, begun + 1500).await?.ok_or("ended")?;
    assert_eq!((session.stepped_up_at, session.last_seen_at), (begun + 700, begun + 700));
    Ok(())
}

async fn signing_out_ends_one_session_and_is_recorded_once(house: &House) -> TestResult {
    let other = SessionDigest([8; 32]);
    begin(house, DIGEST).await?;
    let begun = begin(house, other).await?;
    for _ in 0..2 {
        house.store.end_session(DIGEST, &house.by(&house.dana)).await?;
    }
    assert!(at(house, begun).await?.is_none());
    assert!(house.store.session(other, begun, LIMITS).await?.is_some());
    assert_eq!(house.newest_acts(&house.dana, 3).await?, [Act::SignedOut, Act::SignedIn, Act::SignedIn]);
    Ok(())
}

async fn expired_sessions_are_removed(house: &House) -> TestResult {
    let begun = begin(house, DIGEST).await?;
    house.store.purge_sessions(begun + 999, LIMITS).await?;
    assert!(at(house, begun).await?.is_some());
    house.store.purge_sessions(begun + 1000, LIMITS).await?;
    // Even at an instant at which it was alive.
    assert!(at(house, begun).await?.is_none());
    Ok(())
}

async fn an_unknown_token_opens_nothing(house: &House) -> TestResult {
    let begun = begin(house, DIGEST).await?;
    let guess = SessionDigest([6; 32]);
    house.store.touch_session(guess, begun).await?;
    house.store.end_session(guess, &house.by(&house.dana)).await?;
    assert!(house.store.session(guess, begun, LIMITS).await?.is_none());
    Ok(())
}

async fn a_password_that_was_replaced_while_it_was_checked_opens_nothing(house: &House) -> TestResult {
    house.store.reset_password(house.dana.id, "new hash", &Actor::operator(house.tick())).await?;
    overtaken(begin(house, DIGEST).await);
    assert!(!house.is_alive(DIGEST).await?);
    assert_eq!(house.newest_acts(&house.dana, 1).await?, [Act::PasswordReset], "nobody has signed in");
    Ok(())
}

async fn an_account_that_was_disabled_meanwhile_gets_no_session(house: &House) -> TestResult {
    house.store.disable_user(house.dana.id, &Actor::operator(house.tick())).await?;
    overtaken(begin(house, DIGEST).await);
    assert_eq!(house.newest_acts(&house.dana, 1).await?, [Act::AccountDisabled]);
    Ok(())
}

async fn a_password_that_was_replaced_while_it_was_checked_steps_nothing_up(house: &House) -> TestResult {
    let begun = begin(house, DIGEST).await?;
    // Changed in another window of the same browser: the session goes on.
    house.store.change_password(confirmed_by(HASH), "new hash", &house.by(&house.dana)).await?;
    overtaken(house.store.step_up_session(confirmed_by(HASH), begun + 700).await);
    assert_eq!(at(house, begun + 700).await?.ok_or("ended")?.stepped_up_at, begun);
    house.store.step_up_session(confirmed_by("new hash"), begun + 700).await?;
    Ok(())
}

async fn a_session_that_has_ended_meanwhile_is_not_stepped_up(house: &House) -> TestResult {
    let begun = begin(house, DIGEST).await?;
    house.store.end_session(DIGEST, &house.by(&house.dana)).await?;
    overtaken(house.store.step_up_session(confirmed_by(HASH), begun + 700).await);
    Ok(())
}

async fn begin(house: &House, digest: SessionDigest) -> Result<i64, ConfirmedError> {
    house.sign_in(&house.dana, digest).await
}

fn confirmed_by(password_hash: &str) -> Confirmation<'_> {
    Confirmation { session: DIGEST, password_hash }
}

async fn at(house: &House, now: i64) -> TestResult<Option<StoredSession>> {
    Ok(house.store.session(DIGEST, now, LIMITS).await?)
}
