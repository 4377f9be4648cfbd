mod clipboard;
mod query;
mod timer;
