use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use crate::TestResult;
use crate::tools::{find, left_out, operations_file, run, text};

const UNIT: &str = "latchkey.service";
/// Exposure, in tenths, that `systemd-analyze security` may find at most.
const EXPOSURE_MAX: &str = "20";

/// The unit with a program that exists.
fn unit() -> TestResult<(TempDir, PathBuf)> {
    let unit = operations_file(UNIT)?;
    let program = env!("CARGO_BIN_EXE_latchkey-server");
    let rewritten = unit.replace("ExecStart=/usr/local/bin/latchkey-server", &format!("ExecStart={program}"));
    assert_ne!(rewritten, unit, "the program is where it is rewritten");
    let dir = TempDir::new()?;
    let file = dir.path().join(UNIT);
    fs::write(&file, rewritten)?;
    Ok((dir, file))
}

#[test]
fn the_unit_confines_the_server() -> TestResult {
    let unit = operations_file(UNIT)?;
    let has = |line: &str| unit.lines().any(|found| found == line);
    for line in ["LimitCORE=0", "ProtectProc=invisible", "RestrictSUIDSGID=yes", "PrivateUsers=yes"] {
        assert!(has(line), "{line}");
    }
    for setting in ["MemoryMax=", "LimitNOFILE="] {
        assert!(unit.lines().any(|line| line.starts_with(setting) && line != setting), "{setting}");
    }
    Ok(())
}

#[test]
fn systemd_accepts_every_line_of_the_unit() -> TestResult {
    let Some(analyze) = find("systemd-analyze", "systemd-analyze verify") else { return Ok(()) };
    let (_dir, file) = unit()?;
    let output = run(&analyze, &["verify".into(), file.clone().into()])?;
    let told = text(&output);
    // It succeeds with lines that it ignores, and may complain of other units of this machine.
    let complaints: Vec<_> = told.lines().filter(|line| line.contains(UNIT)).collect();
    assert!(complaints.is_empty(), "{complaints:#?}");
    assert!(output.status.success(), "{told}");
    Ok(())
}

#[test]
fn systemd_finds_the_unit_little_exposed() -> TestResult {
    let check = "systemd-analyze security";
    let Some(analyze) = find("systemd-analyze", check) else { return Ok(()) };
    let help = text(&run(&analyze, &["--help".into()])?);
    if !help.contains("--offline") || !help.contains("--threshold") {
        left_out(check, "this version of systemd-analyze has no --offline");
        return Ok(());
    }
    let (_dir, file) = unit()?;
    let threshold = format!("--threshold={EXPOSURE_MAX}");
    let arguments = ["security".into(), "--offline=yes".into(), threshold.into(), file.into()];
    let output = run(&analyze, &arguments)?;
    assert!(output.status.success(), "{}", text(&output));
    Ok(())
}
