use std::time::Duration;

use latchkey_contract::ProblemKind;
use latchkey_server::clock::MINUTE;
use latchkey_server::secrets::secret_key;
use latchkey_server::settings::Site;

use crate::harness::{Caller, KeyPair, ORIGIN, Options, Reply, TestPortal, USER};

const ZONES: &str = "/restapi/zone/zonelist";

async fn guess(caller: &Caller, api_key: &str, forwarded: &str) -> Reply {
    let secret = secret_key::generate();
    let call = caller.call("GET", ZONES).header("apikey", api_key).header("secretkey", secret.expose());
    call.header("x-forwarded-for", forwarded).send().await
}

fn forged(number: u32) -> String {
    std::net::Ipv4Addr::from_bits(0x0a00_0000 | number).to_string()
}

/// Whether the owner's call is answered, and without delay.
async fn works(pair: &KeyPair, caller: &Caller) -> bool {
    tokio::time::timeout(Duration::from_secs(1), pair.get(caller, ZONES))
        .await
        .is_ok_and(|reply| reply.status == 200)
}

#[tokio::test]
async fn ten_thousand_wrong_secrets_do_not_slow_the_owner() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let attacker = portal.nobody();
    let mut told = 0;
    for number in 0..10_000 {
        let reply = guess(&attacker, &pair.api_key, &forged(number)).await;
        told += u32::from(reply.status == 401);
        if number % 1000 == 0 {
            assert!(works(&pair, &attacker).await, "even from the attacker's own address");
        }
    }
    assert_eq!(told, 60, "then they are held back");
    let held = guess(&attacker, &pair.api_key, "10.9.9.9").await;
    assert_eq!(held.refused(429), ProblemKind::TooManyAttempts);
    assert_eq!(held.json()["code"], 429);
    assert_eq!(portal.portal.restapi_throttle.remembered(), 1, "forged addresses take no memory");
    assert!(works(&pair, &attacker).await);
    portal.clock.advance(MINUTE);
    assert_eq!(guess(&attacker, &pair.api_key, "10.9.9.9").await.status, 401);
}

#[tokio::test]
async fn behind_a_proxy_each_client_counts_for_itself_and_memory_is_bounded() {
    let site = Site {
        origins: vec![ORIGIN.to_owned()],
        secure: false,
        hsts_include_subdomains: false,
        trusted_proxies: vec!["192.0.2.0/24".parse().unwrap()],
    };
    let portal = TestPortal::with(Options { site, ..Options::default() }).await;
    let pair = portal.granted(USER).await;
    let proxy = portal.nobody();
    for number in 0..100 {
        guess(&proxy, &pair.api_key, &format!("{}, 198.51.100.7", forged(number))).await;
    }
    assert_eq!(guess(&proxy, &pair.api_key, "198.51.100.7").await.status, 429);
    assert_eq!(guess(&proxy, &pair.api_key, "198.51.100.8").await.status, 401);
    assert!(portal.portal.restapi_throttle.remembered() <= 2);
    assert!(works(&pair, &proxy).await);
}
