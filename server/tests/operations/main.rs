//! The files of `docs/operations`, checked with the programs that read them where those are installed.

mod nginx;
mod systemd;
mod tools;

type TestResult<T = ()> = Result<T, Box<dyn std::error::Error>>;
