//! The operator's commands, in this process and as the program that operators run.

mod commands;
mod connections;
mod program;

type TestResult<T = ()> = Result<T, Box<dyn std::error::Error>>;
