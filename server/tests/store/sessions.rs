use latchkey_contract::activity::Act;
use latchkey_contract::session::SESSIONS_MAX;
use latchkey_server::store::authority::{
    AuthorityError, OperatorAuthority, SessionAuthority, StepUpAuthority,
};
use latchkey_server::store::sessions::{
    ABSOLUTE, EndSessionError, Factor, IDLE, STEP_UP, SessionDigest, StoredSession,
};
use uuid::Uuid;

use crate::house::{ADDRESS, HASH, House, MORNING, TestResult, TestSession, ended, overtaken};

on_every_database!(
    a_session_ends_when_it_was_idle_too_long,
    use_postpones_the_idle_end_but_not_the_absolute_one,
    a_step_up_is_noted_and_gives_the_session_a_new_token,
    of_two_step_ups_at_once_the_first_changes_the_token,
    a_step_up_counts_for_ten_minutes,
    a_step_up_of_the_future_counts_for_nothing,
    signing_out_ends_one_session_and_is_recorded_once,
    expired_sessions_are_removed,
    an_unknown_token_opens_nothing,
    a_session_does_not_act_for_another_user,
    a_password_that_was_replaced_while_it_was_checked_opens_nothing,
    an_account_that_was_disabled_meanwhile_gets_no_session,
    a_password_that_was_replaced_while_it_was_checked_steps_nothing_up,
    a_session_that_has_ended_meanwhile_is_not_stepped_up,
    the_oldest_session_gives_way_to_the_twenty_first,
    own_sessions_are_listed_last_seen_first,
    one_or_all_other_sessions_are_ended,
    only_own_other_sessions_are_ended,
    ending_sessions_needs_a_step_up,
);

const NEXT: SessionDigest = SessionDigest([9; 32]);

async fn a_session_ends_when_it_was_idle_too_long(house: &House) -> TestResult {
    let session = begin(house).await?;
    let begun = find(house, &session).await?.ok_or("ended")?;
    assert_eq!(begun.user.account, house.dana);
    assert_eq!((begun.last_seen_at, begun.stepped_up_at), (begun.created_at, begun.created_at));
    assert_eq!(begun.confirmed_with, Factor::Password);
    house.clock.set(begun.created_at + IDLE - 1);
    assert!(find(house, &session).await?.is_some());
    assert!(find(house, &session).await?.is_none());
    Ok(())
}

async fn use_postpones_the_idle_end_but_not_the_absolute_one(house: &House) -> TestResult {
    let session = begin(house).await?;
    let begun = find(house, &session).await?.ok_or("ended")?.created_at;
    for used in (IDLE / 2..ABSOLUTE).step_by(usize::try_from(IDLE / 2)?) {
        house.clock.set(begun + used);
        house.store.touch_session(&session.authority).await?;
        assert_eq!(find(house, &session).await?.ok_or("ended")?.last_seen_at, begun + used);
    }
    house.clock.set(begun + ABSOLUTE - 1);
    assert!(find(house, &session).await?.is_some());
    assert!(find(house, &session).await?.is_none());
    Ok(())
}

async fn a_step_up_is_noted_and_gives_the_session_a_new_token(house: &House) -> TestResult {
    let session = begin(house).await?;
    house.clock.set(MORNING + STEP_UP);
    let stepped_up = house.store.step_up_session(session.password(HASH, NEXT)).await?;
    assert!(stepped_up.has_new_token);
    let found = stepped_up.session;
    assert_eq!((found.stepped_up_at, found.last_seen_at), (MORNING + STEP_UP, MORNING + STEP_UP));
    assert!(find(house, &session).await?.is_none(), "the former token is dead");
    assert!(find(house, &TestSession { token: NEXT, ..session }).await?.is_some());
    // Calls that were authenticated before go on.
    house.store.touch_session(&session.authority).await?;
    Ok(())
}

async fn of_two_step_ups_at_once_the_first_changes_the_token(house: &House) -> TestResult {
    let session = begin(house).await?;
    house.store.step_up_session(session.password(HASH, NEXT)).await?;
    let late = house.store.step_up_session(session.password(HASH, SessionDigest([8; 32]))).await?;
    assert!(!late.has_new_token);
    assert!(find(house, &TestSession { token: NEXT, ..session }).await?.is_some());
    Ok(())
}

async fn a_step_up_counts_for_ten_minutes(house: &House) -> TestResult {
    let session = begin(house).await?;
    let begun = find(house, &session).await?.ok_or("ended")?.created_at;
    let by = StepUpAuthority(session.authority);
    house.clock.set(begun + STEP_UP - 1);
    house.store.end_other_sessions(&by).await?;
    let refused = house.store.end_other_sessions(&by).await;
    assert!(matches!(refused, Err(AuthorityError::StepUpRequired)));
    Ok(())
}

async fn a_step_up_of_the_future_counts_for_nothing(house: &House) -> TestResult {
    let session = begin(house).await?;
    house.clock.set(MORNING - 2 * STEP_UP);
    let refused = house.store.end_other_sessions(&StepUpAuthority(session.authority)).await;
    assert!(matches!(refused, Err(AuthorityError::StepUpRequired)));
    Ok(())
}

async fn signing_out_ends_one_session_and_is_recorded_once(house: &House) -> TestResult {
    let (session, other) = (begin(house).await?, begin(house).await?);
    house.store.end_session(&session.authority).await?;
    ended(house.store.end_session(&session.authority).await);
    assert!(find(house, &session).await?.is_none());
    assert!(find(house, &other).await?.is_some());
    assert_eq!(house.newest_acts(&house.dana, 3).await?, [Act::SignedOut, Act::SignedIn, Act::SignedIn]);
    Ok(())
}

async fn expired_sessions_are_removed(house: &House) -> TestResult {
    let session = begin(house).await?;
    let begun = find(house, &session).await?.ok_or("ended")?.created_at;
    house.clock.set(begun + IDLE - 1);
    house.store.purge_sessions().await?;
    house.clock.set(begun);
    assert!(find(house, &session).await?.is_some());
    house.clock.set(begun + IDLE);
    house.store.purge_sessions().await?;
    // Even at an instant at which it was alive.
    house.clock.set(begun);
    assert!(find(house, &session).await?.is_none());
    Ok(())
}

async fn an_unknown_token_opens_nothing(house: &House) -> TestResult {
    let session = begin(house).await?;
    let guess = TestSession { token: SessionDigest([6; 32]), ..session };
    assert!(find(house, &guess).await?.is_none());
    let unknown = SessionAuthority { session: Uuid::now_v7(), ..session.authority };
    ended(house.store.touch_session(&unknown).await);
    ended(house.store.end_session(&unknown).await);
    Ok(())
}

async fn a_session_does_not_act_for_another_user(house: &House) -> TestResult {
    let session = begin(house).await?;
    let borrowed = SessionAuthority { user: house.colin.id, ..session.authority };
    ended(house.store.end_session(&borrowed).await);
    assert!(house.store.living_session(&borrowed).await?.is_none());
    assert!(house.is_alive(&session).await?);
    Ok(())
}

async fn a_password_that_was_replaced_while_it_was_checked_opens_nothing(house: &House) -> TestResult {
    house.store.reset_password(house.dana.id, "new hash", OperatorAuthority).await?;
    overtaken(begin(house).await);
    assert_eq!(house.newest_acts(&house.dana, 1).await?, [Act::PasswordReset], "nobody has signed in");
    Ok(())
}

async fn an_account_that_was_disabled_meanwhile_gets_no_session(house: &House) -> TestResult {
    house.store.disable_user(house.dana.id, OperatorAuthority).await?;
    overtaken(begin(house).await);
    assert_eq!(house.newest_acts(&house.dana, 1).await?, [Act::AccountDisabled]);
    Ok(())
}

async fn a_password_that_was_replaced_while_it_was_checked_steps_nothing_up(house: &House) -> TestResult {
    let session = begin(house).await?;
    // Changed in another window of the same browser: the session goes on.
    let changed = house.store.change_password(session.password(HASH, NEXT), "new hash").await?;
    overtaken(house.store.step_up_session(session.password(HASH, NEXT)).await);
    let session = TestSession { token: NEXT, ..session };
    let found = find(house, &session).await?.ok_or("ended")?;
    assert_eq!(found.stepped_up_at, changed.session.stepped_up_at);
    house.store.step_up_session(session.password("new hash", SessionDigest([8; 32]))).await?;
    Ok(())
}

async fn a_session_that_has_ended_meanwhile_is_not_stepped_up(house: &House) -> TestResult {
    let session = begin(house).await?;
    house.store.end_session(&session.authority).await?;
    ended(house.store.step_up_session(session.password(HASH, NEXT)).await);
    Ok(())
}

async fn the_oldest_session_gives_way_to_the_twenty_first(house: &House) -> TestResult {
    let user = house.newcomer().await?;
    let mut sessions = Vec::new();
    for _ in 1..SESSIONS_MAX {
        sessions.push(house.sign_in(&user).await?);
    }
    let first = house.by(&user);
    // Used just now, and still the oldest.
    house.store.touch_session(&first).await?;
    assert!(house.store.living_session(&first).await?.is_some());
    sessions.push(house.sign_in(&user).await?);
    assert!(house.store.living_session(&first).await?.is_none());
    for session in &sessions {
        assert!(house.is_alive(session).await?);
    }
    assert_eq!(house.newest_acts(&user, 2).await?, [Act::SignedIn, Act::SessionEnded]);
    Ok(())
}

async fn own_sessions_are_listed_last_seen_first(house: &House) -> TestResult {
    let (here, there) = (house.by(&house.dana), begin(house).await?);
    house.store.touch_session(&here).await?;
    let listed = house.store.own_sessions(&here).await?;
    let ids: Vec<_> = listed.iter().map(|session| (session.id, session.is_current)).collect();
    assert_eq!(ids, [(here.session, true), (there.authority.session, false)]);
    assert_eq!((listed[1].user_agent.as_str(), &listed[1].address), ("Mozilla/5.0", &ADDRESS.to_string()));
    assert!(listed[0].last_seen_at > listed[1].last_seen_at);
    house.store.end_session(&here).await?;
    ended(house.store.own_sessions(&here).await);
    Ok(())
}

async fn one_or_all_other_sessions_are_ended(house: &House) -> TestResult {
    let by = house.stepped_up(&house.dana);
    let [first, second, third] = [begin(house).await?, begin(house).await?, begin(house).await?];
    house.store.end_own_session(&by, first.authority.session).await?;
    assert!(!house.is_alive(&first).await?);
    assert!(house.is_alive(&second).await?);
    house.store.end_other_sessions(&by).await?;
    assert!(!house.is_alive(&second).await? && !house.is_alive(&third).await?);
    assert!(house.store.living_session(&by.0).await?.is_some());
    // Nothing was left to end.
    house.store.end_other_sessions(&by).await?;
    assert_eq!(
        house.newest_acts(&house.dana, 3).await?,
        [Act::OtherSessionsEnded, Act::SessionEnded, Act::SignedIn]
    );
    Ok(())
}

async fn only_own_other_sessions_are_ended(house: &House) -> TestResult {
    let by = house.stepped_up(&house.dana);
    let colins = house.by(&house.colin);
    for id in [colins.session, by.0.session, Uuid::now_v7()] {
        let refused = house.store.end_own_session(&by, id).await;
        assert!(matches!(refused, Err(EndSessionError::NotFound)));
    }
    assert!(house.store.living_session(&colins).await?.is_some());
    Ok(())
}

async fn ending_sessions_needs_a_step_up(house: &House) -> TestResult {
    let other = begin(house).await?;
    house.clock.set(MORNING + 2 * STEP_UP);
    let by = house.stepped_up(&house.dana);
    let refused = house.store.end_own_session(&by, other.authority.session).await;
    assert!(matches!(refused, Err(EndSessionError::Authority(AuthorityError::StepUpRequired))));
    assert!(house.is_alive(&other).await?);
    Ok(())
}

async fn begin(house: &House) -> Result<TestSession, AuthorityError> {
    house.sign_in(&house.dana).await
}

async fn find(house: &House, session: &TestSession) -> TestResult<Option<StoredSession>> {
    Ok(house.store.session(session.authority.session, session.token).await?)
}
