//! `/restapi` as scripts see it, by the tables of the contract with the Terraform provider.

mod auth;
mod creating;
mod every_route;
mod examples;
mod instances;
mod lists;
mod networks;
mod other_cloud;
mod requests;
mod script;
mod terraform;
mod vm_snapshots;
mod volumes;

pub(crate) use requests::{Request, demo_id};
