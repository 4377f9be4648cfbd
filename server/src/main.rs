use std::process::ExitCode;

use clap::Parser;
use latchkey_server::settings::{Cli, Command};
use latchkey_server::{http, serve};

#[tokio::main]
async fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Serve(settings) => serve::serve(*settings).await.map_err(|error| error.to_string()),
        Command::Admin(command) => command.run().await.map_err(|error| error.to_string()),
        Command::User(command) => command.run().await.map_err(|error| error.to_string()),
        Command::Audit(command) => command.run().await.map_err(|error| error.to_string()),
        Command::Openapi => {
            http::openapi_json().map(|json| println!("{json}")).map_err(|error| error.to_string())
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("latchkey-server: {sentence}");
            ExitCode::FAILURE
        }
    }
}
