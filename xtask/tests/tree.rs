//! What must hold for every file of the project.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// Shows up in itself.
const THIS_FILE: &str = "xtask/tests/tree.rs";

fn root() -> Result<&'static Path> {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask lies in the root of the project")
}

/// Every file that git knows or would add, with its text. Pictures and lock files are left out.
fn texts() -> Result<Vec<(String, String)>> {
    let root = root()?;
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
        .current_dir(root)
        .output()
        .context("git lists the files of the project")?;
    ensure!(listed.status.success(), "git cannot list the files of the project");
    let names = String::from_utf8(listed.stdout)?;
    let files =
        names.split('\0').filter(|name| !name.is_empty() && !name.contains(".lock") && *name != THIS_FILE);
    Ok(files.filter_map(|name| Some((name.to_owned(), fs::read_to_string(root.join(name)).ok()?))).collect())
}

fn places_of(needles: &[&str]) -> Result<Vec<String>> {
    let mut places = Vec::new();
    for (name, text) in texts()? {
        for (number, line) in text.lines().enumerate() {
            if let Some(needle) = needles.iter().find(|needle| line.contains(**needle)) {
                places.push(format!("{name}:{}: {needle}", number + 1));
            }
        }
    }
    Ok(places)
}

#[test]
fn no_file_names_a_folder_of_somebodys_machine() -> Result<()> {
    let homes = ["home", "Users", "root", "work", "farm"].map(|name| format!("/{name}/"));
    assert_eq!(places_of(&homes.each_ref().map(String::as_str))?, Vec::<String>::new());
    Ok(())
}

#[test]
fn no_test_and_no_rule_is_switched_off() -> Result<()> {
    let switches = [
        "#[ignore",
        "test.skip(",
        "test.fixme(",
        "test.only(",
        "describe.skip(",
        "describe.only(",
        ".disableRules(",
    ];
    assert_eq!(places_of(&switches)?, Vec::<String>::new());
    Ok(())
}

#[test]
fn every_locale_says_all_that_english_says() -> Result<()> {
    let locales = root()?.join("locales");
    let english = messages(&locales.join("en"))?;
    ensure!(!english.is_empty(), "there are English messages");
    for entry in fs::read_dir(&locales)? {
        let folder = entry?.path();
        let other = messages(&folder)?;
        let differences = english.symmetric_difference(&other).collect::<Vec<_>>();
        ensure!(differences.is_empty(), "{} lacks, or has over and above: {differences:?}", folder.display());
    }
    Ok(())
}

/// `file.json` and the path of each message in it, such as `sign_in.json/title`.
fn messages(locale: &Path) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(locale)? {
        let path: PathBuf = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let json = serde_json::from_slice(&fs::read(&path)?).with_context(|| format!("{name} is JSON"))?;
        collect(&name, &json, &mut found);
    }
    Ok(found)
}

fn collect(at: &str, value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(key, member)| collect(&format!("{at}/{key}"), member, found))
        }
        _ => drop(found.insert(at.to_owned())),
    }
}
