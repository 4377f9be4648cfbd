//! Which files of a built web app a browser fetches at first, and what they weigh.

use std::fs;
use std::path::Path;

use anyhow::Result;

use super::super::compress::{is_copy, with_ending};
use super::super::web_build::split::LINK;
use crate::files;

/// A file that is fetched, with its bytes as built and as sent.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Asset {
    pub(crate) name: String,
    pub(crate) raw: usize,
    pub(crate) gzip: usize,
    pub(crate) brotli: usize,
}

/// The page and every file that it names, or that a file named by it names, and so on: style sheets, scripts,
/// WebAssembly and the icons in it. Rather one file too many than one forgotten. The script that fetches chunks is loaded
/// at once, but what it names is not: no page of the cold load is in a chunk.
pub(crate) fn cold_load(dist: &Path) -> Result<Vec<Asset>> {
    let mut left = Vec::new();
    for path in files::walk(dist, &|path| !is_copy(path))? {
        let name = path.strip_prefix(dist).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        left.push((name, files::read(&path)?));
    }
    let (mut found, mut left): (Vec<_>, Vec<_>) =
        left.into_iter().partition(|(name, _)| name == "index.html");
    let mut next = 0;
    while next < found.len() {
        if is_link(&found[next].0) {
            next += 1;
            continue;
        }
        let content = without_templates(&found[next].1);
        let (named, others): (Vec<_>, Vec<_>) = left.into_iter().partition(|(name, _)| names(&content, name));
        found.extend(named);
        left = others;
        next += 1;
    }
    Ok(found.into_iter().map(|(name, content)| weigh(dist, name, content.len())).collect())
}

/// The browser leaves alone what is in a `<template>`: the style sheet of chunks comes with the first of them.
fn without_templates(content: &[u8]) -> Vec<u8> {
    let Ok(mut text) = str::from_utf8(content).map(str::to_owned) else { return content.to_vec() };
    while let Some(start) = text.find("<template") {
        let Some(length) = text[start..].find("</template>") else { break };
        text.replace_range(start..start + length + "</template>".len(), "");
    }
    text.into_bytes()
}

fn is_link(name: &str) -> bool {
    name.starts_with(LINK)
}

fn names(content: &[u8], name: &str) -> bool {
    content.windows(name.len()).any(|part| part == name.as_bytes())
}

/// A file without a compressed copy is sent as it is.
fn weigh(dist: &Path, name: String, raw: usize) -> Asset {
    let sent = |ending| {
        let copy = fs::metadata(with_ending(&dist.join(&name), ending));
        copy.ok().and_then(|copy| usize::try_from(copy.len()).ok()).unwrap_or(raw)
    };
    Asset { raw, gzip: sent("gz"), brotli: sent("br"), name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_named_is_weighed_and_nothing_else() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let put = |name: &str, content: &[u8]| files::write(&folder.path().join(name), content);
        put(
            "index.html",
            b"<link href=\"/app-1.css\"><template><link href=\"/chunks-2.css\"></template><script>import '/app-1.js'; '/app-1_bg.wasm'</script>",
        )?;
        put("app-1.css", b"a { src: url(/icons.svg) }")?;
        put("chunks-2.css", b"p {}")?;
        put("app-1.js", b"import './snippets/x/inline0.js'; import './chunks-1.js'")?;
        put("snippets/x/inline0.js", b"export {}")?;
        put("app-1_bg.wasm", b"\0asm ... favicon.ico ...")?;
        put("favicon.ico", b"icon")?;
        put("icons.svg", b"<svg/>")?;
        put("chunks-1.js", b"fetch('./admin-1.wasm')")?;
        put("admin-1.wasm", b"\0asm")?;
        put("admin-1.js", b"import './admin-1_bg.wasm'")?;
        put("app-1.js.br", b"12")?;
        put("app-1.js.gz", b"123")?;

        let assets = cold_load(folder.path())?;
        let mut names = assets.iter().map(|asset| asset.name.as_str()).collect::<Vec<_>>();
        names.sort_unstable();
        let expected = [
            "app-1.css",
            "app-1.js",
            "app-1_bg.wasm",
            "chunks-1.js",
            "favicon.ico",
            "icons.svg",
            "index.html",
            "snippets/x/inline0.js",
        ];
        assert_eq!(names, expected);
        let script = assets.iter().find(|asset| asset.name == "app-1.js");
        assert_eq!(script.map(|it| (it.raw, it.gzip, it.brotli)), Some((56, 3, 2)));
        let icon = assets.iter().find(|asset| asset.name == "favicon.ico");
        assert_eq!(icon.map(|it| (it.raw, it.gzip, it.brotli)), Some((4, 4, 4)));
        Ok(())
    }
}
