//! The real program, killed in the middle of what scripts do: what was acknowledged is there after each restart and becomes
//! what it was to become. And the real program on a disk that fails for a while.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

mod dice;
#[cfg(target_os = "linux")]
mod failing_disk;
mod fate;
mod http;
mod keys;
mod out_of_memory;
mod program;
mod script;

use std::collections::BTreeMap;
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use self::dice::Dice;
use self::fate::Fate;
use self::keys::Keys;
use self::program::Program;
use self::script::{Done, Script};

const KILLS: u64 = 100;
/// Scripts that act at the same time, each on things of its own.
const SCRIPTS: u64 = 3;
/// Between two rounds everything under way ends within this time.
const PATIENCE: Duration = Duration::from_secs(10);

#[test]
fn a_hundred_kills_lose_nothing_that_was_acknowledged() {
    let dir = TempDir::new().unwrap();
    let program = Program::start(dir.path());
    let keys = Keys::of_user(&program);
    drop(program);
    let mut dice = Dice::new(20);
    let mut fates: Vec<BTreeMap<String, Fate>> = (0..SCRIPTS).map(|_| BTreeMap::new()).collect();
    let mut done = Done::default();
    for round in 0..KILLS {
        let program = Program::start(dir.path());
        let ids = keys.samples(&program);
        let scripts: Vec<_> = (0..SCRIPTS)
            .zip(fates)
            .map(|(number, fates)| {
                let dice = Dice::new(1 + round * SCRIPTS + number);
                Script { address: program.address, keys: keys.clone(), ids: ids.clone(), fates, dice }
            })
            .map(|script| thread::spawn(move || script.act_until_killed()))
            .collect();
        thread::sleep(Duration::from_millis(dice.below(150)));
        program.kill();
        fates = Vec::new();
        for script in scripts {
            let (own, did) = script.join().unwrap();
            fates.push(own);
            done = done + did;
        }
        let program = Program::start(dir.path());
        for fates in &mut fates {
            come_true(&program, &keys, fates, round);
        }
        program.kill();
    }
    let program = Program::start(dir.path());
    assert_eq!(keys.incomplete_instances(&program), 0);
    drop(program);
    assert!(done.acknowledged > KILLS, "{done:?}");
    assert!(done.cut_short > KILLS / 4, "the kills did come in the middle: {done:?}");
    let program = Program::start(dir.path());
    let recorded = keys.recorded_acts(&program);
    assert!(
        (done.acknowledged..=done.acknowledged + done.cut_short).contains(&recorded),
        "{recorded} acts are in the activity, of {done:?}"
    );
}

/// Waits until everything is what it was to become. What was never answered may have happened or not.
fn come_true(program: &Program, keys: &Keys, fates: &mut BTreeMap<String, Fate>, round: u64) {
    let begun = Instant::now();
    loop {
        let seen = keys.resources(program);
        let open: Vec<_> =
            fates.iter().filter(|(id, fate)| !fate.is_fulfilled(seen.get(*id).map(String::as_str))).collect();
        if open.is_empty() {
            // What is gone has come to its end; nothing more is to be said of it.
            fates.retain(|id, _| seen.contains_key(id));
            for (id, fate) in fates.iter_mut() {
                fate.acknowledged(seen.get(id).map(String::as_str));
            }
            return;
        }
        assert!(begun.elapsed() < PATIENCE, "after kill {round}: {open:?}, but there is {seen:?}");
        thread::sleep(Duration::from_millis(10));
    }
}
