//! A disk that fails and recovers under the real program. A library that is preloaded into it refuses the writes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;
use tempfile::TempDir;

use super::http::call;
use super::keys::Keys;
use super::program::{PASSWORD, Program};

const SOURCE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/killed/failing_disk.c");
/// Until when the program serves again once its disk does.
const RECOVERY: Duration = Duration::from_secs(1);

const NO_SPACE: &str = "28";
const IO_ERROR: &str = "5";

struct Disk {
    library: PathBuf,
    fault: PathBuf,
}

impl Disk {
    fn new(dir: &Path) -> Self {
        let library = dir.join("failing_disk.so");
        let built =
            Command::new("cc").args(["-shared", "-fPIC", "-o"]).arg(&library).args([SOURCE, "-ldl"]).status();
        assert!(built.unwrap().success(), "cc, which builds SQLite too, builds {SOURCE}");
        Self { library, fault: dir.join("fault") }
    }

    fn start(&self, dir: &Path) -> Program {
        Program::start_with(dir, &[("LD_PRELOAD", &self.library), ("FAILING_DISK", &self.fault)])
    }

    fn fail(&self, error: &str) {
        fs::write(&self.fault, error).unwrap();
    }

    fn recover(&self) {
        fs::remove_file(&self.fault).unwrap();
    }
}

#[test]
fn recovers_from_a_full_disk() {
    recovers_from(NO_SPACE);
}

#[test]
fn recovers_from_a_broken_disk() {
    recovers_from(IO_ERROR);
}

fn recovers_from(error: &str) {
    let dir = TempDir::new().unwrap();
    let disk = Disk::new(dir.path());
    let program = disk.start(dir.path());
    let keys = Keys::of_user(&program);
    assert_eq!(health(&program), 200);
    assert_eq!(zones(&program, &keys), 200);

    disk.fail(error);
    thread::sleep(RECOVERY);
    assert_eq!(health(&program), 503);
    for _ in 0..3 {
        assert!(sign_in(&program) >= 500);
        assert!(keys.revoke(&program) >= 500);
        assert_eq!(health(&program), 503);
    }

    disk.recover();
    let recovered = Instant::now();
    while health(&program) != 200 {
        assert!(recovered.elapsed() < RECOVERY + Duration::from_millis(200), "healthy within a second");
        thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(sign_in(&program), 200);
    assert_eq!(keys.revoke(&program), 200);
    assert_eq!(zones(&program, &keys), 401, "a revoked key is refused");
}

fn health(program: &Program) -> u16 {
    call(program.address, "GET", "/healthz", &[], None).unwrap().status
}

fn sign_in(program: &Program) -> u16 {
    let who = json!({"email": "admin@demo.example", "password": PASSWORD});
    let headers = [("sec-fetch-site", "same-origin")];
    call(program.address, "POST", "/api/v1/session", &headers, Some(&who)).unwrap().status
}

fn zones(program: &Program, keys: &Keys) -> u16 {
    let headers = [("apikey", keys.api_key.as_str()), ("secretkey", &keys.secret_key)];
    call(program.address, "GET", "/restapi/zone/zonelist", &headers, None).unwrap().status
}
