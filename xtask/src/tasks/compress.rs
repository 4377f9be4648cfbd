//! Compressed copies beside the files of a built web app, which the server sends as they are.

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::files;

/// Kinds of files that compress well.
const KINDS: [&str; 9] = ["css", "html", "ico", "js", "json", "svg", "txt", "wasm", "webmanifest"];
/// Below this many bytes compressing gains nothing that counts.
const SMALLEST: usize = 256;

/// How hard to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effort {
    /// Done in a moment.
    Quick,
    /// As small as it gets.
    Best,
}

/// Writes `NAME.br` and `NAME.gz` beside each file of `folder` that gains by it.
pub(crate) fn folder(folder: &Path, effort: Effort) -> Result<()> {
    for file in files::walk(folder, &|_| true)? {
        if file.extension().is_none_or(|kind| !KINDS.iter().any(|it| *it == kind)) {
            continue;
        }
        let content = files::read(&file)?;
        if content.len() < SMALLEST {
            continue;
        }
        for (ending, compressed) in [("br", brotli(&content, effort)?), ("gz", gzip(&content, effort)?)] {
            if compressed.len() < content.len() {
                files::write(&with_ending(&file, ending), &compressed)?;
            }
        }
    }
    Ok(())
}

/// Whether the file is one of the compressed copies.
pub(crate) fn is_copy(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == "br" || ending == "gz")
}

/// The path of a compressed copy: `app.js` and `br` give `app.js.br`.
pub(crate) fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut path = OsString::from(file);
    path.push(".");
    path.push(ending);
    path.into()
}

fn brotli(content: &[u8], effort: Effort) -> Result<Vec<u8>> {
    let quality = if effort == Effort::Best { 11 } else { 5 };
    let parameters = BrotliEncoderParams { quality, size_hint: content.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(content: &[u8], effort: Effort) -> Result<Vec<u8>> {
    let level = if effort == Effort::Best { Compression::best() } else { Compression::default() };
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_gains_is_compressed_and_nothing_else() -> Result<()> {
        let temporary = tempfile::tempdir()?;
        let at = |name: &str| temporary.path().join(name);
        files::write(&at("snippets/app.js"), "let a = 1;\n".repeat(200).as_bytes())?;
        files::write(&at("small.css"), b"a {}")?;
        files::write(&at("photo.png"), &[0; 5000])?;
        folder(temporary.path(), Effort::Quick)?;

        assert!(at("snippets/app.js.br").is_file() && at("snippets/app.js.gz").is_file());
        assert!(!at("small.css.br").exists() && !at("photo.png.br").exists());
        let mut text = Vec::new();
        brotli::BrotliDecompress(&mut &*fs::read(at("snippets/app.js.br"))?, &mut text)?;
        assert_eq!(text, fs::read(at("snippets/app.js"))?);
        Ok(())
    }
}
