use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::TestResult;

/// Directories of programs for administrators, which other accounts often lack in `PATH`.
const ADMINISTRATORS: [&str; 2] = ["/usr/sbin", "/usr/local/sbin"];

/// Returns a file of `docs/operations`.
pub(crate) fn operations_file(name: &str) -> TestResult<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/operations").join(name);
    Ok(std::fs::read_to_string(file)?)
}

/// Returns a program's path, or says on standard error which check is left out.
pub(crate) fn find(program: &str, check: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let dirs = env::split_paths(&path).chain(ADMINISTRATORS.map(PathBuf::from));
    let found = dirs.map(|dir| dir.join(program)).find(|file| file.is_file());
    if found.is_none() {
        left_out(check, &format!("{program} is not installed"));
    }
    found
}

/// Says on standard error that a check was left out. Written past the test harness, which would keep it to itself.
pub(crate) fn left_out(check: &str, reason: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "LEFT OUT: {check}, because {reason}");
}

pub(crate) fn run(program: &Path, arguments: &[OsString]) -> TestResult<Output> {
    Ok(Command::new(program).args(arguments).env("LC_ALL", "C").output()?)
}

/// Standard output and standard error of a program that has ended.
pub(crate) fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
