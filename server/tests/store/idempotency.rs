use latchkey_server::store::idempotency::{Begin, IN_FLIGHT_AT_MOST, REMEMBERED, RequestKey};
use uuid::Uuid;

use crate::house::{House, MORNING, TestResult};

on_every_database!(
    an_answer_is_repeated_for_a_day,
    a_key_belongs_to_one_body,
    a_key_belongs_to_one_principal_and_route,
    a_request_in_flight_is_not_begun_twice,
    a_request_that_never_finished_stands_in_the_way_for_a_while_only,
    a_request_from_before_the_clock_was_set_back_stands_in_the_way_no_longer,
    an_abandoned_request_may_be_tried_again,
    old_answers_are_removed,
);

const BODY: [u8; 32] = [1; 32];
const OTHER_BODY: [u8; 32] = [2; 32];
const PRINCIPAL: Uuid = Uuid::from_u128(1);
const REQUEST: RequestKey<'_> = RequestKey { principal: PRINCIPAL, route: "POST /a", key: "k" };

async fn an_answer_is_repeated_for_a_day(house: &House) -> TestResult {
    assert_eq!(house.store.begin_request(REQUEST, BODY, MORNING).await?, Begin::Fresh);
    house.store.finish_request(REQUEST, 201, "{\"a\":1}").await?;
    let replay = Begin::Replay { status: 201, body: "{\"a\":1}".to_owned() };
    for later in [0, IN_FLIGHT_AT_MOST, REMEMBERED - 1] {
        assert_eq!(house.store.begin_request(REQUEST, BODY, MORNING + later).await?, replay);
    }
    // Neither a second end nor a failure that comes late takes it away.
    house.store.finish_request(REQUEST, 500, "").await?;
    house.store.abandon_request(REQUEST).await?;
    assert_eq!(house.store.begin_request(REQUEST, BODY, MORNING).await?, replay);
    assert_eq!(house.store.begin_request(REQUEST, BODY, MORNING + REMEMBERED).await?, Begin::Fresh);
    Ok(())
}

async fn a_key_belongs_to_one_body(house: &House) -> TestResult {
    house.store.begin_request(REQUEST, BODY, MORNING).await?;
    assert_eq!(house.store.begin_request(REQUEST, OTHER_BODY, MORNING).await?, Begin::OtherBody);
    house.store.finish_request(REQUEST, 201, "").await?;
    assert_eq!(house.store.begin_request(REQUEST, OTHER_BODY, MORNING).await?, Begin::OtherBody);
    Ok(())
}

async fn a_key_belongs_to_one_principal_and_route(house: &House) -> TestResult {
    house.store.begin_request(REQUEST, BODY, MORNING).await?;
    house.store.finish_request(REQUEST, 201, "").await?;
    for other in [
        RequestKey { principal: Uuid::from_u128(2), ..REQUEST },
        RequestKey { route: "POST /b", ..REQUEST },
        RequestKey { key: "K", ..REQUEST },
    ] {
        assert_eq!(house.store.begin_request(other, BODY, MORNING).await?, Begin::Fresh);
    }
    Ok(())
}

async fn a_request_in_flight_is_not_begun_twice(house: &House) -> TestResult {
    let (one, two) = tokio::join!(
        house.store.begin_request(REQUEST, BODY, MORNING),
        house.store.begin_request(REQUEST, BODY, MORNING),
    );
    let (one, two) = (one?, two?);
    assert!(matches!((&one, &two), (Begin::Fresh, Begin::InFlight) | (Begin::InFlight, Begin::Fresh)));
    Ok(())
}

async fn a_request_that_never_finished_stands_in_the_way_for_a_while_only(house: &House) -> TestResult {
    house.store.begin_request(REQUEST, BODY, MORNING).await?;
    let later = MORNING + IN_FLIGHT_AT_MOST;
    assert_eq!(house.store.begin_request(REQUEST, BODY, later - 1).await?, Begin::InFlight);
    assert_eq!(house.store.begin_request(REQUEST, BODY, later).await?, Begin::Fresh);
    assert_eq!(house.store.begin_request(REQUEST, BODY, later).await?, Begin::InFlight);
    Ok(())
}

async fn a_request_from_before_the_clock_was_set_back_stands_in_the_way_no_longer(
    house: &House,
) -> TestResult {
    house.store.begin_request(REQUEST, BODY, MORNING).await?;
    let a_little_earlier = MORNING - IN_FLIGHT_AT_MOST + 1;
    assert_eq!(house.store.begin_request(REQUEST, BODY, a_little_earlier).await?, Begin::InFlight);
    let much_earlier = MORNING - IN_FLIGHT_AT_MOST;
    assert_eq!(house.store.begin_request(REQUEST, BODY, much_earlier).await?, Begin::Fresh);
    house.store.finish_request(REQUEST, 201, "").await?;
    let a_day_earlier = much_earlier - REMEMBERED;
    house.store.purge_requests(a_day_earlier).await?;
    assert_eq!(house.store.begin_request(REQUEST, BODY, much_earlier).await?, Begin::Fresh);
    Ok(())
}

async fn an_abandoned_request_may_be_tried_again(house: &House) -> TestResult {
    house.store.begin_request(REQUEST, BODY, MORNING).await?;
    house.store.abandon_request(REQUEST).await?;
    assert_eq!(house.store.begin_request(REQUEST, OTHER_BODY, MORNING).await?, Begin::Fresh);
    Ok(())
}

async fn old_answers_are_removed(house: &House) -> TestResult {
    house.store.begin_request(REQUEST, BODY, MORNING).await?;
    house.store.finish_request(REQUEST, 201, "").await?;
    house.store.purge_requests(MORNING + REMEMBERED - 1).await?;
    assert!(matches!(house.store.begin_request(REQUEST, BODY, MORNING).await?, Begin::Replay { .. }));
    house.store.purge_requests(MORNING + REMEMBERED).await?;
    assert_eq!(house.store.begin_request(REQUEST, BODY, MORNING).await?, Begin::Fresh);
    Ok(())
}
