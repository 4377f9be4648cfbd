mod acts;
mod days;
mod list;
