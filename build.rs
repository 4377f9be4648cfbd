//! Turns `locales/` into Rust and lists the stories.

#[path = "build/locales.rs"]
mod locales;
#[path = "build/pseudo.rs"]
mod pseudo;
#[path = "build/stories.rs"]
mod stories;

use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    locales::generate(&out)?;
    if std::env::var_os("CARGO_FEATURE_STORIES").is_some() {
        stories::generate(&out)?;
    }
    if std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // What cuts the program apart must know where each function is used.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    Ok(())
}
