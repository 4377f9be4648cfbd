//! Cuts the web app that ships into what everybody loads and chunks that come with their first page.
//!
//! The cut must be made between the compiler and wasm-bindgen, and Trunk calls both. So Trunk is given [`bind`] for its
//! wasm-bindgen, and [`place`] puts the chunks beside what Trunk made of the rest.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use wasm_split_cli_support::{Options, transform};

use super::bridge;
use crate::tools::{WASM_BINDGEN, esbuild, lean_std, wasm_opt};
use crate::{files, process, project};

/// How the name of the script that fetches chunks begins.
pub(crate) const LINK: &str = "chunks-";
/// The splitter's name for the script of the main program, until its real name is known.
const MAIN: &str = "./main.js";
/// Names of files hold this many digits of a hash, as Trunk's do.
const DIGITS: usize = 16;

/// Tells this way of cutting from every other.
pub(super) fn version() -> String {
    files::digest_of(concat!(include_str!("split.rs"), include_str!("bridge.rs")).as_bytes())
}

/// A folder with a `wasm-bindgen` that is [`bind`].
pub(super) fn programs() -> Result<PathBuf> {
    let folder = project::root().join("target/web-builds/programs");
    let script = folder.join("wasm-bindgen");
    // As Trunk.toml calls xtask. The path of this program will not do: cargo may have built it anew since it began.
    let unset = lean_std::SETTINGS.map(|(name, _)| format!("-u {name}")).join(" ");
    let text = format!(
        "#!/bin/sh\nexec env -u CARGO_TARGET_DIR -u RUSTUP_TOOLCHAIN {unset} cargo xtask bind \"$@\"\n"
    );
    files::write(&script, text.as_bytes())?;
    files::make_executable(&script)?;
    Ok(folder)
}

/// `cargo xtask bind`: wasm-bindgen, for the part that everybody loads. The arguments are those of wasm-bindgen.
pub(crate) fn bind(arguments: &[OsString]) -> Result<()> {
    let mut command = Command::new(WASM_BINDGEN.programs()?.join("wasm-bindgen"));
    let is_program = |argument: &&OsString| Path::new(argument).extension() == Some("wasm".as_ref());
    let Some(program) = arguments.iter().find(is_program) else {
        // Trunk asks for the version.
        return process::become_command(command.args(arguments));
    };
    let main = cut(Path::new(program))?;
    command.args(arguments.iter().filter(|argument| *argument != program)).arg(&main);
    // Chunks share the memory and the table of functions.
    process::run(command.arg("--keep-lld-exports"), Duration::from_secs(10 * 60))?;

    let folder = value_of("--out-dir=", arguments).context("wasm-bindgen was not told where to write")?;
    let folder = Path::new(folder);
    let name = value_of("--out-name=", arguments).context("wasm-bindgen was not told what to write")?;
    let made = |ending: &str| folder.join(format!("{name}{ending}"));
    bridge::shorten(&made(".js"), &made("_bg.wasm"), &files::read_text(&link()?)?)
}

/// What a flag is given.
fn value_of<'a>(flag: &str, arguments: &'a [OsString]) -> Option<&'a str> {
    arguments.iter().find_map(|argument| argument.to_str()?.strip_prefix(flag))
}

/// The script that fetches chunks.
fn link() -> Result<PathBuf> {
    let made = files::walk(&chunks(), &|path| !path.ends_with("main"))?;
    let script = made.into_iter().find(|path| path.extension().is_some_and(|kind| kind == "js"));
    script.context("the splitter made no script that fetches chunks")
}

/// Cuts the program apart and gives the part that everybody loads.
fn cut(program: &Path) -> Result<PathBuf> {
    let chunks = chunks();
    files::remove_folder(&chunks)?;
    let main = chunks.join("main").join(program.file_name().context("the program has no name")?);
    files::write(&main, b"")?;
    let input = files::read(program)?;
    let link = link_of(&files::digest_of(&input));
    let mut options = Options::new(&input);
    options.output_dir = &chunks;
    options.main_out_path = &main;
    options.main_module = MAIN;
    options.link_name = &link;
    transform(options).map_err(|error| anyhow!("could not cut {} apart: {error:#}", program.display()))?;
    Ok(main)
}

/// Puts the chunks into `dist`, where Trunk has put the part that everybody loads.
pub(super) fn place(dist: &Path) -> Result<()> {
    let mut renamed = vec![];
    for path in files::walk(&chunks(), &|path| !path.ends_with("main"))? {
        if path.extension().is_none_or(|kind| kind != "wasm") {
            continue;
        }
        let (name, content) = (name_of(&path), smaller(&path)?);
        let hashed = name.replace(".wasm", &format!("-{}.wasm", &files::digest_of(&content)[..DIGITS]));
        files::write(&dist.join(&hashed), &content)?;
        renamed.push((format!("./{name}"), format!("./{hashed}")));
    }
    let link = link()?;
    let link_name = name_of(&link);
    renamed.push((MAIN.to_owned(), format!("./{}", main_of(dist, &link_name)?)));
    let script = dist.join(link_name);
    files::write(&script, with_names(files::read_text(&link)?, &renamed).as_bytes())?;
    esbuild::minify(&script)
}

/// The script with each quoted name on the left replaced by the one on the right.
fn with_names(script: String, renamed: &[(String, String)]) -> String {
    renamed
        .iter()
        .fold(script, |script, (from, to)| script.replace(&format!("\"{from}\""), &format!("\"{to}\"")))
}

/// The script of the main program in `dist`: the one that imports the script that fetches chunks.
fn main_of(dist: &Path, link: &str) -> Result<String> {
    for path in files::walk(dist, &|_| true)? {
        if path.extension().is_some_and(|kind| kind == "js") && files::read_text(&path)?.contains(link) {
            return Ok(name_of(&path));
        }
    }
    Err(anyhow!("no script in {} imports {link}", dist.display()))
}

/// A chunk as wasm-opt leaves it.
fn smaller(chunk: &Path) -> Result<Vec<u8>> {
    let optimized = chunk.with_extension("opt");
    let mut command = Command::new(wasm_opt::programs()?.join("wasm-opt"));
    command.args(wasm_opt::ARGUMENTS).arg(chunk).arg("-o").arg(&optimized);
    process::run(&mut command, Duration::from_secs(10 * 60))?;
    files::read(&optimized)
}

fn link_of(digest: &str) -> String {
    format!("./{LINK}{}.js", &digest[..DIGITS])
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Where the parts are until the build is done.
fn chunks() -> PathBuf {
    project::root().join("target/web-builds/chunks")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_replaced_whole() {
        let script = r#"import "./main.js"; load("./chunk_1.wasm"); load("./chunk_11.wasm")"#.to_owned();
        let renamed = [("./main.js", "./app-1.js"), ("./chunk_1.wasm", "./chunk_1-a.wasm")]
            .map(|(from, to)| (from.to_owned(), to.to_owned()));
        let expected = r#"import "./app-1.js"; load("./chunk_1-a.wasm"); load("./chunk_11.wasm")"#;
        assert_eq!(with_names(script, &renamed), expected);
    }

    #[test]
    fn the_main_script_is_the_one_that_imports_the_link() -> Result<()> {
        let dist = tempfile::tempdir()?;
        files::write(&dist.path().join("theme-1.js"), b"document")?;
        assert!(main_of(dist.path(), "chunks-1.js").is_err());
        files::write(&dist.path().join("app-1.js"), b"import * as chunks from './chunks-1.js'")?;
        assert_eq!(main_of(dist.path(), "chunks-1.js")?, "app-1.js");
        Ok(())
    }
}
