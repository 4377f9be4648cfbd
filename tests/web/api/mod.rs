mod calls;
mod errors;
mod http;
mod session_check;
