//! The tools that building and testing need. Each is found, or installed once into the cache, when first asked for.

mod apt;
mod browsers;
mod cache;
mod cargo_tool;
mod debian_std;
mod environment;
pub(crate) mod esbuild;
pub(crate) mod lean_std;
mod node;
mod python;
pub(crate) mod wasm_opt;
mod web_toolchain;

pub(crate) use browsers::Browser;
pub(crate) use cargo_tool::{GECKODRIVER, TRUNK, WASM_BINDGEN};
pub(crate) use environment::{Web, host_cargo};
pub(crate) use node::{e2e_npm, e2e_packages, npm};
pub(crate) use python::{python_with_requests, python_with_schemathesis};
pub(crate) use web_toolchain::{TARGET, WebToolchain};
