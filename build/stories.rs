//! Finds every `stories.rs` under `src/`, so that a story shows in the preview without being listed by hand, and
//! every file with a component, so that a test can tell which one has no story.

use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Where each file with a component needs a `stories.rs`: in the folder of its name, beside it, or one folder up.
const WITH_STORIES: [&str; 4] = ["src/components", "src/pages", "src/session", "src/shell"];

/// Files that need none.
const EXCEPT: [(&str, &str); 11] = [
    ("src/pages/chunk/dialog.rs", "shows what comes with a chunk, and the preview has none"),
    ("src/pages/chunk/fetched.rs", "shows what comes with a chunk, and the preview has none"),
    ("src/pages/resources/mod.rs", "shown by the stories of Compute and Network"),
    ("src/pages/resources/sorting.rs", "shown by the stories of the resource list"),
    ("src/pages/starting.rs", "a spinner and a name"),
    ("src/shell/brand.rs", "shown by the stories of the sign-in page and of the drawer"),
    ("src/shell/mod.rs", "puts together what has stories of its own"),
    ("src/shell/page.rs", "shown by the stories of every page"),
    ("src/shell/public_frame.rs", "shown by the stories of the sign-in page"),
    ("src/shell/skip_link.rs", "shown by the stories of the sign-in page"),
    ("src/shell/top_bar.rs", "puts together what has stories of its own"),
];

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
    code.push_str("    all\n}\n\n/// Files with components that have no story, or that need no exception.\npub const WITHOUT_STORIES: &[&str] = &[\n");
    for file in found.complaints() {
        writeln!(code, "    {file:?},")?;
    }
    code.push_str("];\n");
    fs::write(out.join("stories.rs"), code)?;
    Ok(())
}

#[derive(Default)]
struct Found {
    /// Rust paths within the crate, e.g. `components::button`.
    stories: Vec<String>,
    /// Files with a component and no story.
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
                self.walk(&path)?;
            } else if path.ends_with("stories.rs") {
                let module =
                    folder.strip_prefix("src")?.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>();
                self.stories.push(module.join("::"));
            } else if needs_story(&path)? && !has_story(&path) {
                self.without.push(path.display().to_string());
            }
        }
        Ok(())
    }

    fn complaints(&self) -> impl Iterator<Item = &str> {
        let without = self.without.iter().map(String::as_str);
        let excepted = EXCEPT.iter().map(|(file, _)| *file);
        let lacking = without.clone().filter(|file| EXCEPT.iter().all(|(it, _)| it != file));
        lacking.chain(excepted.filter(move |file| !without.clone().any(|it| it == *file)))
    }
}

fn needs_story(file: &Path) -> Result<bool, Box<dyn Error>> {
    if !WITH_STORIES.iter().any(|folder| file.starts_with(folder))
        || file.extension().is_none_or(|it| it != "rs")
    {
        return Ok(false);
    }
    Ok(fs::read_to_string(file)?.lines().any(|line| line.trim_start().starts_with("#[component")))
}

fn has_story(file: &Path) -> bool {
    let own = file.with_extension("");
    own.ancestors().take(3).any(|folder| folder.join("stories.rs").is_file())
}
