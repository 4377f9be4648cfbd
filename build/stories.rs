//! Finds every `stories.rs` under `src/`, so that a story shows in the preview without being listed by hand, and
//! every component, so that a test can tell which one has no story.

use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Writes `OUT_DIR/stories.rs`.
pub(crate) fn generate(out: &Path) -> Result<(), Box<dyn Error>> {
    let mut found = Found::default();
    found.walk(Path::new("src"))?;
    let mut code = String::from(
        "/// All stories, in the order of their folders.\npub fn all() -> Vec<Story> {\n    let mut all = Vec::new();\n",
    );
    for module in &found.stories {
        writeln!(code, "    all.extend(crate::{module}::stories::stories());")?;
    }
    code.push_str("    all\n}\n\n/// Folders of components that have no `stories.rs`.\npub const WITHOUT_STORIES: &[&str] = &[\n");
    for folder in &found.without {
        writeln!(code, "    {folder:?},")?;
    }
    code.push_str("];\n");
    fs::write(out.join("stories.rs"), code)?;
    Ok(())
}

#[derive(Default)]
struct Found {
    /// Rust paths within the crate, e.g. `components::button`.
    stories: Vec<String>,
    without: Vec<String>,
}

impl Found {
    fn walk(&mut self, folder: &Path) -> Result<(), Box<dyn Error>> {
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
        entries.sort_by_key(fs::DirEntry::path);
        for entry in entries {
            let path = entry.path();
            if entry.file_type()?.is_dir() {
                if folder.ends_with("components") && !path.join("stories.rs").is_file() {
                    self.without.push(path.display().to_string());
                }
                self.walk(&path)?;
            } else if path.ends_with("stories.rs") {
                let module =
                    folder.strip_prefix("src")?.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>();
                self.stories.push(module.join("::"));
            }
        }
        Ok(())
    }
}
