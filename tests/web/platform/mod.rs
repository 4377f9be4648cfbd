mod clipboard;
mod timer;
