mod attention;
mod copying;
mod other_tab;
mod return_address;
mod sign_in;
mod sign_in_again;
mod step_up;
