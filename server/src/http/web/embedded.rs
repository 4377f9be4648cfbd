use rust_embed::Embed;

#[derive(Embed)]
#[folder = "../dist-release"]
struct Dist;

/// The files that were in `dist-release/` when the program was compiled: what `cargo xtask web-build --release` makes.
pub(crate) fn files() -> Vec<(String, Vec<u8>)> {
    Dist::iter().filter_map(|path| Some((path.to_string(), Dist::get(&path)?.data.into_owned()))).collect()
}
