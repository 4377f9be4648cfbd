mod example;
mod operations;
mod page;
mod schema;
mod search;
