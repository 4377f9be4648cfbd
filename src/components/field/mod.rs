//! Form fields: a label, a control, a help mark, and what is wrong with it, all wired together.

mod frame;
mod help;
mod password;
mod select;
#[cfg(feature = "stories")]
pub mod stories;
mod text_area;
mod text_field;

pub use password::PasswordField;
pub use select::{SelectField, SelectOption};
pub use text_area::TextArea;
pub use text_field::TextField;
