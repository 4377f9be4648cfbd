//! What every database behind `dyn Store` must do. Each module holds plain functions and names them in
//! `on_every_database!`; a function that is not named there is dead code, which the build refuses.

/// Runs functions on a fresh house of every database that Latchkey knows.
macro_rules! on_every_database {
    ($($test:ident),* $(,)?) => {
        mod sqlite {
            $(
                #[tokio::test]
                async fn $test() -> crate::house::TestResult {
                    super::$test(&crate::house::House::on_sqlite().await?).await
                }
            )*
        }
    };
}

mod access_decisions;
mod access_lists;
mod access_states;
mod accounts;
mod activity;
mod api_calls;
mod authority_races;
mod credential_walls;
mod credentials;
mod demo;
mod events;
mod house;
mod idempotency;
mod inventory;
mod profiles;
mod sessions;
mod sqlite_audit_chain;
mod sqlite_file;
mod sqlite_restart;
mod sqlite_upgrade;
