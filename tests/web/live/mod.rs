mod sharing;
mod stream;
mod wire;
