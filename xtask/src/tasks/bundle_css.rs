//! `cargo xtask bundle-css`: the style sheets that `style/main.css` imports, put into one, and those that only chunks need
//! into another.
//!
//! A browser would fetch each import by itself, one after the other. Understood are `@import "file.css";` and
//! `@import "file.css" layer(name);`, each on a line of its own, also in imported files.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::{files, project};

/// A style sheet that imports others, and what it becomes.
const BUNDLES: [(&str, &str); 2] = [("style/main.css", "latchkey.css"), ("style/chunks.css", "chunks.css")];

/// Makes the style sheets; leaves those alone in which nothing changed.
pub(crate) fn run() -> Result<()> {
    for (sheet, bundled) in BUNDLES {
        let css = bundle(&project::root().join(sheet))?;
        files::write_if_changed(&project::bundled_css().join(bundled), css.as_bytes())?;
    }
    Ok(())
}

fn bundle(main: &Path) -> Result<String> {
    let mut css = String::new();
    append(main, &mut Vec::new(), &mut css)?;
    Ok(css)
}

/// Appends a style sheet, each import replaced by what it names. `above` are the files that import this one.
fn append(file: &Path, above: &mut Vec<PathBuf>, css: &mut String) -> Result<()> {
    if above.iter().any(|path| path == file) {
        bail!("{} imports itself", file.display());
    }
    let text = files::read_text(file)?;
    above.push(file.to_path_buf());
    let mut in_comment = false;
    for line in text.lines() {
        let starts_in_comment = in_comment;
        in_comment = ends_in_comment(line, in_comment);
        if starts_in_comment || !line.trim_start().starts_with("@import") {
            refuse_relative_url(line).with_context(|| format!("in {}", file.display()))?;
            css.push_str(line);
            css.push('\n');
            continue;
        }
        let import = Import::parse(line)
            .with_context(|| format!("{}: not understood: {}", file.display(), line.trim()))?;
        let imported = file.with_file_name(import.file);
        if let Some(layer) = import.layer {
            css.push_str(&format!("@layer {layer} {{\n"));
        }
        append(&imported, above, css)?;
        if import.layer.is_some() {
            css.push_str("}\n");
        }
    }
    above.pop();
    Ok(())
}

#[derive(Debug, PartialEq, Eq)]
struct Import<'a> {
    file: &'a str,
    layer: Option<&'a str>,
}

impl<'a> Import<'a> {
    fn parse(line: &'a str) -> Option<Self> {
        let rest = line.trim().strip_prefix("@import")?.trim_start();
        let rest = rest.strip_prefix('"')?;
        let (file, rest) = rest.split_once('"')?;
        let rest = rest.trim().strip_suffix(';')?.trim();
        let layer = match rest {
            "" => None,
            rest => Some(rest.strip_prefix("layer(")?.strip_suffix(')')?.trim()),
        };
        Some(Self { file, layer })
    }
}

fn ends_in_comment(line: &str, mut in_comment: bool) -> bool {
    let mut rest = line;
    while let Some(at) = rest.find(if in_comment { "*/" } else { "/*" }) {
        rest = &rest[at + 2..];
        in_comment = !in_comment;
    }
    in_comment
}

/// The bundle lies elsewhere than the sheet, so an address relative to the sheet would lead nowhere.
fn refuse_relative_url(line: &str) -> Result<()> {
    for (at, _) in line.match_indices("url(") {
        let address = line[at + 4..].trim_start().trim_start_matches(['"', '\'']);
        if !["/", "#", "data:"].iter().any(|start| address.starts_with(start)) {
            bail!("an address must begin with / here: {}", line.trim());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundle_of(sheets: &[(&str, &str)]) -> Result<String> {
        let folder = tempfile::tempdir()?;
        for (name, content) in sheets {
            files::write(&folder.path().join(name), content.as_bytes())?;
        }
        bundle(&folder.path().join("main.css"))
    }

    #[test]
    fn imports_become_layers_in_their_order() -> Result<()> {
        let css = bundle_of(&[
            (
                "main.css",
                "@layer base, parts;\n@import \"base.css\" layer(base);\n@import \"parts/button.css\" layer(parts);\n",
            ),
            ("base.css", "p { margin: 0; }"),
            ("parts/button.css", "button { color: red; }"),
        ])?;
        let expected = "@layer base, parts;\n@layer base {\np { margin: 0; }\n}\n\
                        @layer parts {\nbutton { color: red; }\n}\n";
        assert_eq!(css, expected);
        Ok(())
    }

    #[test]
    fn nested_imports_are_relative_to_their_file() -> Result<()> {
        let css = bundle_of(&[
            ("main.css", "@import \"parts/all.css\" layer(parts);"),
            ("parts/all.css", "@import \"button.css\";\n@import \"deep/field.css\" layer(fields);"),
            ("parts/button.css", "button {}"),
            ("parts/deep/field.css", "input {}"),
        ])?;
        assert_eq!(css, "@layer parts {\nbutton {}\n@layer fields {\ninput {}\n}\n}\n");
        Ok(())
    }

    #[test]
    fn an_import_in_a_comment_is_left_alone() -> Result<()> {
        let main = "/* a comment\n@import \"gone.css\";\nends */\na {}\n";
        assert_eq!(bundle_of(&[("main.css", main)])?, main);
        Ok(())
    }

    #[test]
    fn mistakes_are_refused() {
        let refused = |sheets: &[(&str, &str)]| bundle_of(sheets).map_err(|error| format!("{error:#}")).err();
        assert!(
            refused(&[("main.css", "@import \"main.css\";")]).is_some_and(|it| it.contains("imports itself"))
        );
        assert!(refused(&[("main.css", "@import \"gone.css\";")]).is_some_and(|it| it.contains("gone.css")));
        assert!(
            refused(&[("main.css", "@import url(x.css);")]).is_some_and(|it| it.contains("not understood"))
        );
        assert!(
            refused(&[("main.css", "@import \"a.css\" screen;")])
                .is_some_and(|it| it.contains("not understood"))
        );
        assert!(
            refused(&[("main.css", "a { src: url(\"x.svg\"); }")])
                .is_some_and(|it| it.contains("begin with /"))
        );
        assert!(refused(&[("main.css", "a { src: url(\"/x.svg\") url(data:x) url('#y'); }")]).is_none());
    }
}
