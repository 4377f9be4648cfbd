mod calls;
mod errors;
mod http;
