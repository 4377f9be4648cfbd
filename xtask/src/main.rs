//! `cargo xtask`: sets up, builds, runs, tests and measures Latchkey.

mod files;
mod process;
mod project;
mod step;
mod tasks;
mod tools;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Parser, Subcommand};

use tasks::test::Part;
use tasks::web_build::{Entry, Mode};

/// The commands that set up, build, run, test and measure Latchkey.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install every tool that building and testing need (the other commands install what they need by themselves)
    Setup,
    /// Build the web app and serve it with demo data, in the foreground
    Start(Start),
    /// Serve the web app with live reload, in front of a server started by `cargo xtask start`
    Serve {
        /// The port on 127.0.0.1
        #[arg(long, default_value_t = 8081)]
        port: u16,
    },
    /// Serve every component in every state, with live reload; needs no server
    Preview {
        /// The port on 127.0.0.1
        #[arg(long, default_value_t = 8082)]
        port: u16,
    },
    /// Run all checks and tests, or one part of them
    Test(Test),
    /// Weigh the cold load of API Info in the release build against its budget
    Size,
    /// Make the pictures of docs/screenshots anew, from the real portal with demo data
    Screenshots,
    /// Build the one program that ships: target/release/latchkey-server with the web app inside
    Release,
    /// Build the web app into dist/ (dist-release/ with --release, dist-preview/ with --stories)
    WebBuild {
        /// Optimize for size, as shipped
        #[arg(long)]
        release: bool,
        /// Build the preview of all components instead of the app
        #[arg(long, conflicts_with = "release")]
        stories: bool,
        /// Use no network
        #[arg(long)]
        offline: bool,
    },
    /// Put the style sheets of style/main.css into one file (run by Trunk before each build)
    #[command(hide = true)]
    BundleCss,
    /// Cut the web app that ships apart, then run wasm-bindgen (run by Trunk in its place)
    #[command(hide = true, disable_help_flag = true, disable_version_flag = true)]
    Bind {
        /// The arguments of wasm-bindgen
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
    /// Run a WebAssembly test in a headless browser (run by cargo for each browser test)
    #[command(hide = true)]
    WebRunner {
        /// The test binary and its arguments
        #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
}

#[derive(Args)]
struct Start {
    /// The port on 127.0.0.1
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The folder of the database; made when missing, kept between starts [default: .latchkey beside Cargo.toml]
    #[arg(long)]
    data: Option<PathBuf>,
}

#[derive(Args)]
struct Test {
    /// Run only this part
    part: Option<Part>,
    /// Arguments for the test runner of that part, after `--`; a name filter for example
    #[arg(last = true, requires = "part")]
    arguments: Vec<String>,
}

fn main() -> ExitCode {
    match process::end_children_on_signals().and_then(|()| run(Cli::parse().command)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Setup => tasks::setup::run()?,
        Command::Start(Start { port, data }) => {
            tasks::start::run(port, &data.unwrap_or_else(|| project::root().join(".latchkey")))?;
        }
        Command::Serve { port } => tasks::serve::run(Entry::App, port)?,
        Command::Preview { port } => tasks::serve::run(Entry::Preview, port)?,
        Command::Test(Test { part, arguments }) => return tasks::test::run(part, &arguments),
        Command::Size => tasks::size::run()?,
        Command::Screenshots => tasks::screenshots::run()?,
        Command::Release => tasks::release::run()?,
        Command::WebBuild { release, stories, offline } => {
            let entry = if stories { Entry::Preview } else { Entry::App };
            let mode = if release { Mode::Release } else { Mode::Quick };
            tasks::web_build::run(entry, mode, offline)?;
        }
        Command::BundleCss => tasks::bundle_css::run()?,
        Command::Bind { arguments } => tasks::web_build::split::bind(&arguments)?,
        Command::WebRunner { arguments } => tasks::web_runner::run(&arguments)?,
    }
    Ok(ExitCode::SUCCESS)
}
