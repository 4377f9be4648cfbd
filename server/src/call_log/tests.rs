use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use latchkey_contract::usage::CallCounts;
use tokio::sync::oneshot;
use uuid::Uuid;

use super::*;
use crate::store::StoreError;
use crate::store::api_calls::ApiCalls;

/// Remembers batches, or refuses them.
#[derive(Default)]
struct Shelf {
    batches: Mutex<Vec<Vec<ApiCall>>>,
    told: Mutex<Vec<(Uuid, i64)>>,
    refuses: Mutex<bool>,
}

impl Shelf {
    fn statuses(&self) -> Vec<u16> {
        self.batches.lock().unwrap().iter().flatten().map(|call| call.status).collect()
    }
}

#[async_trait]
impl ApiCalls for Shelf {
    async fn record_calls(&self, calls: &[ApiCall], _: i64) -> Result<(), StoreError> {
        if *self.refuses.lock().unwrap() {
            return Err(StoreError::NewerSchema);
        }
        self.batches.lock().unwrap().push(calls.to_vec());
        Ok(())
    }

    async fn call_counts(&self, _: Uuid, _: i64) -> Result<Vec<(Uuid, CallCounts)>, StoreError> {
        Ok(Vec::new())
    }

    async fn tell_of_use(&self, keys: &[(Uuid, i64)]) -> Result<(), StoreError> {
        if *self.refuses.lock().unwrap() {
            return Err(StoreError::NewerSchema);
        }
        self.told.lock().unwrap().extend_from_slice(keys);
        Ok(())
    }

    async fn purge_calls(&self, _: i64) -> Result<(), StoreError> {
        Ok(())
    }
}

fn call(status: u16, from: u32) -> ApiCall {
    ApiCall {
        credential_id: Uuid::from_u128(1),
        at: 1_772_357_400_000,
        method: "GET",
        route: "/restapi/zone/zonelist".to_owned(),
        status,
        duration_ms: 3,
        address: IpAddr::from(Ipv4Addr::from_bits(from)),
        times: 1,
    }
}

#[tokio::test]
async fn a_full_buffer_drops_and_counts() {
    let (log, mut writer) = CallLog::new(3);
    let shelf = Shelf::default();
    for status in 200..210 {
        log.record(call(status, 1));
    }
    assert_eq!(log.dropped(), 7);
    writer.write(&shelf).await;
    assert_eq!(shelf.statuses(), [200, 201, 202], "what came first is kept");
    log.record(call(200, 1));
    writer.write(&shelf).await;
    assert_eq!((shelf.statuses().len(), log.dropped()), (4, 7));
}

#[tokio::test]
async fn batches_are_bounded() {
    let (log, mut writer) = CallLog::new(BUFFERED);
    let shelf = Shelf::default();
    for _ in 0..1_234 {
        log.record(call(200, 1));
    }
    writer.write(&shelf).await;
    let lengths: Vec<_> = shelf.batches.lock().unwrap().iter().map(Vec::len).collect();
    assert_eq!(lengths, [500, 500, 234]);
}

#[tokio::test]
async fn what_the_store_refuses_is_tried_again() {
    let (log, mut writer) = CallLog::new(10);
    let shelf = Shelf::default();
    *shelf.refuses.lock().unwrap() = true;
    log.record(call(200, 1));
    writer.write(&shelf).await;
    log.record(call(201, 1));
    *shelf.refuses.lock().unwrap() = false;
    writer.write(&shelf).await;
    assert_eq!(shelf.statuses(), [200, 201]);
}

#[tokio::test]
async fn calls_that_were_held_back_become_one_row() {
    let (log, mut writer) = CallLog::new(BUFFERED);
    let shelf = Shelf::default();
    for n in 0..5_000 {
        log.record(call(429, n % 2));
        if n % 1000 == 0 {
            log.record(call(200, 1));
        }
    }
    writer.write(&shelf).await;
    let written = shelf.batches.lock().unwrap().concat();
    assert_eq!(written.len(), 7);
    assert_eq!(written.iter().filter(|call| call.status == 429).map(|call| call.times).sum::<u32>(), 5_000);
}

fn call_at(key: u128, at: i64) -> ApiCall {
    ApiCall { credential_id: Uuid::from_u128(key), at, ..call(200, 1) }
}

#[tokio::test]
async fn the_use_of_a_key_is_told_at_once_and_then_every_few_seconds() {
    let (log, mut writer) = CallLog::new(BUFFERED);
    let shelf = Shelf::default();
    for second in 0..12 {
        for _ in 0..30 {
            log.record(call_at(1, second));
        }
        writer.write(&shelf).await;
    }
    let key = Uuid::from_u128(1);
    assert_eq!(*shelf.told.lock().unwrap(), [(key, 0), (key, 5), (key, 10)]);
}

#[tokio::test]
async fn the_last_use_is_told_once_the_rest_is_over() {
    let (log, mut writer) = CallLog::new(BUFFERED);
    let shelf = Shelf::default();
    log.record(call_at(1, 10));
    writer.write(&shelf).await;
    log.record(call_at(1, 12));
    log.record(call_at(2, 11));
    for _ in 0..20 {
        writer.write(&shelf).await;
    }
    let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    assert_eq!(*shelf.told.lock().unwrap(), [(one, 10), (other, 11), (one, 12)]);
}

#[tokio::test]
async fn what_was_not_told_is_told_the_next_time() {
    let (log, mut writer) = CallLog::new(BUFFERED);
    let shelf = Shelf::default();
    *shelf.refuses.lock().unwrap() = true;
    log.record(call_at(1, 10));
    writer.write(&shelf).await;
    *shelf.refuses.lock().unwrap() = false;
    writer.write(&shelf).await;
    assert_eq!(*shelf.told.lock().unwrap(), [(Uuid::from_u128(1), 10)]);
}

#[tokio::test]
async fn a_use_is_told_before_it_ends() {
    let (log, mut writer) = CallLog::new(BUFFERED);
    let shelf = Arc::new(Shelf::default());
    log.record(call_at(1, 10));
    writer.write(&*shelf).await;
    log.record(call_at(1, 12));
    let (last_call, no_more_calls) = oneshot::channel();
    last_call.send(()).unwrap();
    writer.run(shelf.clone(), no_more_calls).await;
    assert_eq!(shelf.told.lock().unwrap().last(), Some(&(Uuid::from_u128(1), 12)));
}

#[tokio::test]
async fn the_last_calls_are_written_before_it_ends() {
    let (log, writer) = CallLog::new(BUFFERED);
    let shelf = Arc::new(Shelf::default());
    let (last_call, no_more_calls) = oneshot::channel();
    for _ in 0..600 {
        log.record(call(200, 1));
    }
    last_call.send(()).unwrap();
    writer.run(shelf.clone(), no_more_calls).await;
    assert_eq!(shelf.statuses().len(), 600);
    log.record(call(200, 1));
    assert_eq!(log.dropped(), 1, "nobody writes any more");
}
