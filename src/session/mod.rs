//! Who is signed in, and what happens when that ends, changes, or has to be confirmed.

mod attention;
mod current;
mod guard;
pub mod other_tab;
mod return_address;
pub mod sign_in_again;
pub mod sign_in_form;
pub mod step_up;
mod waiting;
mod watch;

pub use attention::Attention;
pub use current::{CurrentSession, SessionState, use_session};
pub use guard::Guard;
pub use other_tab::{OtherTab, OtherTabDialog};
pub use return_address::{return_address, sign_in_address};
pub use sign_in_again::{SignInAgain, SignInAgainDialog};
pub use sign_in_form::{SignInForm, why_not};
pub use step_up::{Ready, StepUp, StepUpDialog, use_step_up};
pub use watch::watch_session;
