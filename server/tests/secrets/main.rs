//! Secrets at rest: how they look, how they are sealed, and what somebody with a copy of everything but the sealing key
//! gets out of it.

mod data_directory;
mod key_forms;
mod redaction;
mod sealing;
mod sealing_key_file;
mod stolen_database;

type TestResult<T = ()> = Result<T, Box<dyn std::error::Error>>;
