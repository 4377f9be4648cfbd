use std::collections::HashMap;
use std::io::{self, Write};
use std::path::Path;

use axum::body::{Body, Bytes};
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;

use super::content_encoding::{Coding, best};
use crate::http::entity::{is_known, tag_of};
use crate::http::headers::NO_CACHE;

const IMMUTABLE: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const BY_ENCODING: HeaderValue = HeaderValue::from_static("Accept-Encoding");

/// One file, as it is and as it was compressed when the app was built.
pub struct Asset {
    content_type: HeaderValue,
    cache: HeaderValue,
    plain: Variant,
    compressed: Vec<(Coding, Variant)>,
}

struct Variant {
    content: Bytes,
    tag: HeaderValue,
}

impl Variant {
    fn new(content: Vec<u8>) -> Self {
        let content = Bytes::from(content);
        Self { tag: tag_of(&content), content }
    }
}

impl Asset {
    /// A JSON text that is made at start; compressed too, for it holds nobody's secret.
    ///
    /// # Errors
    /// If it cannot be compressed.
    pub fn of_json(text: String) -> io::Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(text.as_bytes())?;
        let compressed = vec![(Coding::Gzip, Variant::new(gzip.finish()?))];
        let content_type = HeaderValue::from_static("application/json");
        Ok(Self { content_type, cache: NO_CACHE, plain: Variant::new(text.into()), compressed })
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.plain.content).into_owned()
    }

    /// In the best form that the browser takes, or 304 if it has it already.
    pub(crate) fn answer(&self, request: &HeaderMap) -> Response {
        let codings: Vec<Coding> = self.compressed.iter().map(|(coding, _)| *coding).collect();
        let chosen = best(request, &codings);
        let variant = self
            .compressed
            .iter()
            .find(|(coding, _)| Some(*coding) == chosen)
            .map_or(&self.plain, |(_, it)| it);
        let common = [(ETAG, variant.tag.clone()), (CACHE_CONTROL, self.cache.clone()), (VARY, BY_ENCODING)];
        if is_known(request, &variant.tag) {
            return (StatusCode::NOT_MODIFIED, common).into_response();
        }
        let content_type = [(CONTENT_TYPE, self.content_type.clone())];
        let mut response = (common, content_type, Body::from(variant.content.clone())).into_response();
        if let Some(coding) = chosen {
            response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static(coding.name()));
        }
        response
    }
}

/// Every file under `dir` with its path, `/` between folders.
pub(crate) fn read_dir(dir: &Path) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    let mut folders = vec![(dir.to_owned(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if std::fs::metadata(entry.path())?.is_dir() {
                folders.push((entry.path(), path + "/"));
            } else {
                files.push((path, std::fs::read(entry.path())?));
            }
        }
    }
    Ok(files)
}

/// Puts `x.br` and `x.gz` with `x`.
pub(crate) fn gather(files: Vec<(String, Vec<u8>)>) -> HashMap<String, Asset> {
    let mut all: HashMap<String, Vec<u8>> = files.into_iter().collect();
    let is_compressed = |path: &str| Coding::ALL.iter().any(|coding| path.ends_with(coding.ending()));
    let paths: Vec<String> = all.keys().filter(|path| !is_compressed(path)).cloned().collect();
    let mut assets = HashMap::new();
    for path in paths {
        let Some(plain) = all.remove(&path) else { continue };
        let mut take = |coding: &Coding| {
            Some((*coding, Variant::new(all.remove(&format!("{path}{}", coding.ending()))?)))
        };
        let compressed = Coding::ALL.iter().filter_map(&mut take).collect();
        let cache = if is_hashed(&path) { IMMUTABLE } else { NO_CACHE };
        let content_type = content_type(&path);
        assets.insert(path, Asset { content_type, cache, plain: Variant::new(plain), compressed });
    }
    assets
}

/// Whether the name holds a hash of the content, as Trunk writes it: `app-123456789abcdef.js`, 64 bits in hexadecimal
/// without leading zeros.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split(['-', '.', '_'])
        .skip(1)
        .any(|part| (13..=16).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn content_type(path: &str) -> HeaderValue {
    let guess = mime_guess::from_path(path).first_or_octet_stream();
    let is_text = guess.type_() == mime_guess::mime::TEXT;
    let text = if is_text { format!("{guess}; charset=utf-8") } else { guess.to_string() };
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static("application/octet-stream"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashed_names_are_known() {
        assert!(is_hashed("latchkey-0f3c8a1b2c3d4e5f.js"));
        assert!(is_hashed("latchkey-0f3c8a1b2c3d4e5f_bg.wasm"));
        assert!(is_hashed("style/main-f3c8a1b2c3d4e5f.css"));
        assert!(!is_hashed("index.html"));
        assert!(!is_hashed("favicon-32x32.png"));
    }
}
