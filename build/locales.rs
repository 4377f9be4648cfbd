//! The translation module: one namespace for each file of `locales/en/`.

use std::error::Error;
use std::fs;
use std::path::Path;

use leptos_i18n_parser::parse_locales::options::{Config, ParseOptions};
use leptos_i18n_parser::parse_locales::parse_locales;

use crate::pseudo;

const SOURCE: &str = "locales/en";

/// Writes `OUT_DIR/i18n.rs`. With the feature `pseudo-locale` there is a second locale, `en-XA`.
pub(crate) fn generate(out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={SOURCE}");
    let with_pseudo = std::env::var_os("CARGO_FEATURE_PSEUDO_LOCALE").is_some();
    let locales = out.join("locales");
    // Messages with values in them can then be made into text, not only into views.
    let options = ParseOptions::new().interpolate_display(true);
    let mut config = Config::new("en")?.locales_path(locales.clone()).parse_options(options);
    if with_pseudo {
        config = config.add_locale("en-XA")?;
    }
    for file in sorted(Path::new(SOURCE))? {
        println!("cargo::rerun-if-changed={}", file.display());
        let name = file.file_name().unwrap_or_default();
        let text = fs::read_to_string(&file)?;
        write(&locales.join("en").join(name), &text)?;
        if with_pseudo {
            write(&locales.join("en-XA").join(name), &pseudo::translate(&text)?)?;
        }
        config = config.add_namespace(&file.file_stem().unwrap_or_default().to_string_lossy())?;
    }
    let parsed = parse_locales(Some(out.to_path_buf()), config)?;
    for error in parsed.diag.errors().iter() {
        println!("cargo::error={error}");
    }
    for warning in parsed.diag.warnings().iter() {
        println!("cargo::warning={warning}");
    }
    write(
        &out.join("i18n.rs"),
        &leptos_i18n_codegen::gen_code(&parsed, None, false, None, false)?.to_string(),
    )
}

fn sorted(folder: &Path) -> Result<Vec<std::path::PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn write(path: &Path, text: &str) -> Result<(), Box<dyn Error>> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)?;
    Ok(())
}
