use latchkey_contract::api_access::AccessState;
use latchkey_contract::event::LiveEvent;
use latchkey_server::store::events::{Audience, Replay};

use crate::house::{House, TestResult};

on_every_database!(
    events_are_repeated_from_a_position_on,
    an_event_reaches_its_audience_only,
    a_position_whose_events_are_gone_is_too_old,
    a_position_of_another_database_is_too_old,
    more_events_than_are_worth_repeating_are_too_old,
    a_commit_is_noticed_and_a_refusal_is_not,
);

async fn events_are_repeated_from_a_position_on(house: &House) -> TestResult {
    let since = house.store.newest_event().await?;
    house.bring(&house.dana, AccessState::Approved).await?;
    let audiences = [Audience::User(house.dana.id), Audience::Administrators];
    let Replay::Events(all) = house.store.events_after(since, &audiences).await? else {
        return Err("too old".into());
    };
    assert!(all.is_sorted_by(|earlier, later| earlier.id < later.id));
    assert!(all.iter().all(|event| event.id > since));
    for (index, event) in all.iter().enumerate() {
        let rest = house.store.events_after(event.id, &audiences).await?;
        assert_eq!(rest, Replay::Events(all[index + 1..].to_vec()));
    }
    let newest = house.store.newest_event().await?;
    assert_eq!(house.store.events_after(newest, &audiences).await?, Replay::Events(Vec::new()));
    assert_eq!(house.store.events_after(since, &[]).await?, Replay::Events(Vec::new()));
    Ok(())
}

async fn an_event_reaches_its_audience_only(house: &House) -> TestResult {
    let since = house.store.newest_event().await?;
    house.bring(&house.dana, AccessState::Suspended).await?;
    for stranger in [&house.colin, &house.otto, &house.bert] {
        assert!(house.told(since, Audience::User(stranger.id)).await?.is_empty());
    }
    // The administrator who decided is told of her own activity, and of nothing else of Dana's.
    let to_ada = house.told(since, Audience::User(house.ada.id)).await?;
    assert!(!to_ada.is_empty());
    assert!(to_ada.iter().all(|event| *event == LiveEvent::ActivityAdded));
    let to_administrators = house.told(since, Audience::Administrators).await?;
    assert!(to_administrators.iter().all(|event| {
        matches!(event, LiveEvent::RequestsChanged { .. } | LiveEvent::UserAccessChanged { .. })
    }));
    Ok(())
}

async fn a_position_whose_events_are_gone_is_too_old(house: &House) -> TestResult {
    let audiences = [Audience::User(house.dana.id)];
    house.bring(&house.dana, AccessState::Pending).await?;
    let seen = house.store.newest_event().await?;
    house.bring(&house.colin, AccessState::Pending).await?;
    house.store.purge_events(house.tick()).await?;
    assert_eq!(house.store.events_after(0, &audiences).await?, Replay::TooOld);
    assert_eq!(house.store.events_after(seen, &audiences).await?, Replay::TooOld);
    // All are gone, and whoever had seen them all has missed nothing.
    let newest = house.store.newest_event().await?;
    assert!(newest > seen);
    assert_eq!(house.store.events_after(newest, &audiences).await?, Replay::Events(Vec::new()));
    // What is younger stays.
    let begun = house.tick();
    house.sign_in(&house.dana).await?;
    house.store.purge_events(begun).await?;
    assert_eq!(house.told(newest, audiences[0]).await?, [LiveEvent::ActivityAdded]);
    Ok(())
}

async fn a_position_of_another_database_is_too_old(house: &House) -> TestResult {
    let newest = house.store.newest_event().await?;
    for position in [newest + 1, i64::MAX, -1, i64::MIN] {
        let replay = house.store.events_after(position, &[Audience::Administrators]).await?;
        assert_eq!(replay, Replay::TooOld, "{position}");
    }
    Ok(())
}

async fn more_events_than_are_worth_repeating_are_too_old(house: &House) -> TestResult {
    let since = house.store.newest_event().await?;
    for _ in 0..501 {
        let session = house.sign_in(&house.dana).await?;
        house.store.end_session(&session.authority).await?;
    }
    let audiences = [Audience::User(house.dana.id)];
    assert_eq!(house.store.events_after(since, &audiences).await?, Replay::TooOld);
    let Replay::Events(rest) = house.store.events_after(since + 2, &audiences).await? else {
        return Err("a thousand are worth it".into());
    };
    assert_eq!(rest.len(), 1000);
    Ok(())
}

async fn a_commit_is_noticed_and_a_refusal_is_not(house: &House) -> TestResult {
    let mut committed = house.store.committed();
    assert!(!committed.has_changed()?);
    house.bring(&house.dana, AccessState::Pending).await?;
    assert!(committed.has_changed()?);
    committed.mark_unchanged();
    let refused = house.store.request_access(&house.by(&house.dana), None, None).await;
    assert!(refused.is_err());
    assert!(!committed.has_changed()?);
    Ok(())
}
