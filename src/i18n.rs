//! Every string that people read, and dates as they read them.
//!
//! Strings live in `locales/en/`, one file (namespace) for each area of the app. In views:
//!
//! ```ignore
//! text!(common.cancel)                                  // &'static str
//! text!(errors.too_many.body_seconds, seconds = 30)     // String, for "Wait {{ seconds }} seconds…"
//! rich!(docs.link, <link> = |words| view! { <a href="/docs">{words}</a> }) // a view, for "Read <link>this</link>."
//! ```
//!
//! `text!` is for labels and attributes, `rich!` for sentences with elements in them. Neither is reactive: the
//! language is chosen before the app is mounted, and changing it mounts the app anew. Plurals: use one key for each
//! form. Adding a string means adding a key to the file; a key that is missing does not compile.

mod errors;
mod fields;
pub mod format;
mod intl;
mod names;

pub use errors::{api_error, what_next};
pub use fields::field_error;

#[allow(
    dead_code,
    unused_imports,
    clippy::expect_used,
    clippy::wrong_self_convention,
    clippy::new_ret_no_self,
    reason = "generated: it offers more than this app needs, and a key may be called `new`"
)]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use generated::i18n::Locale;

/// The text of a key, with `name = value` for each `{{ name }}` in it.
#[macro_export]
macro_rules! text {
    ($($key:tt)*) => {
        ::leptos_i18n::td_string!($crate::i18n::locale(), $($key)*)
    };
}

/// The text of a key as a view, with `<tag> = |children| view` for each `<tag>` in it.
#[macro_export]
macro_rules! rich {
    ($($key:tt)*) => {
        ::leptos_i18n::td!($crate::i18n::locale(), $($key)*)
    };
}

/// The language of the page.
#[cfg(not(feature = "pseudo-locale"))]
pub fn locale() -> Locale {
    Locale::en
}

#[cfg(feature = "pseudo-locale")]
mod chosen {
    use std::cell::Cell;

    use super::Locale;

    thread_local! {
        static LOCALE: Cell<Locale> = const { Cell::new(Locale::en) };
    }

    /// The language of the page.
    pub fn locale() -> Locale {
        LOCALE.get()
    }

    /// Chooses the language of everything that is mounted from now on.
    pub fn set_locale(locale: Locale) {
        LOCALE.set(locale);
    }
}

#[cfg(feature = "pseudo-locale")]
pub use chosen::{locale, set_locale};
