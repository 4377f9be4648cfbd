//! The backend that ships with Latchkey: the REST API of the portal (`/api/v1`), the API that scripts call
//! (`/restapi`), and the web app, in one process on one database file.

pub mod call_log;
pub mod cli;
pub mod clock;
pub mod cloud;
pub mod data_dir;
pub mod demo;
mod email_key;
pub mod http;
pub mod live;
pub mod logging;
pub mod passwords;
mod private_file;
pub mod secrets;
pub mod serve;
pub mod settings;
pub mod store;
pub mod throttle;
