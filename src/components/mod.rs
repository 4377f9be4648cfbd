//! What screens are built of. A component knows no address, no router and no client: what it needs comes in as
//! values, signals and callbacks. One folder each, its stories beside it, its styles in `style/components/`.
//!
//! A component's view ends in `.into_any()`: small view types keep the WebAssembly small.

pub mod alert;
pub mod announcer;
pub mod breadcrumb;
pub mod button;
pub mod card;
pub mod code_block;
pub mod confirm_dialog;
pub mod copy_button;
pub mod copyable_code;
pub mod countdown;
pub mod data_table;
pub mod dialog;
pub mod disclosure;
pub mod emblem;
pub mod empty_state;
pub mod error_state;
pub mod error_summary;
pub mod facts;
pub mod failure;
pub mod field;
pub mod icon;
pub mod icon_button;
pub mod load_more;
pub mod loaded;
pub mod masked_secret;
pub mod moment;
pub mod notices;
pub mod reason_dialog;
pub mod search_field;
pub mod skeleton;
pub mod status_badge;
pub mod tabs;

mod changing;
mod dom;

pub use alert::{Alert, AlertKind};
pub use announcer::{Announcements, Announcer, provide_announcer, use_announcer};
pub use breadcrumb::{Breadcrumb, Crumb};
pub use button::{Button, ButtonKind, ButtonLink};
pub use card::{Card, SectionCard};
pub use changing::changing;
pub use code_block::CodeBlock;
pub use confirm_dialog::ConfirmDialog;
pub use copy_button::{Copied, CopyAction, CopyButton, copy_text};
pub use copyable_code::CopyableCode;
pub use countdown::Countdown;
pub use data_table::{Cell, DataTable, Row};
pub use dialog::Dialog;
pub use disclosure::Disclosure;
pub use dom::unique_id;
pub use emblem::ApiEmblem;
pub use empty_state::EmptyState;
pub use error_state::ErrorState;
pub use error_summary::{ErrorSummary, RefusedField, focus_field};
pub use facts::{Fact, Facts};
pub use failure::Failure;
pub use field::{PasswordField, SelectField, SelectOption, TextArea, TextField};
pub use icon::{Icon, IconName, Spinner};
pub use icon_button::IconButton;
pub use load_more::LoadMore;
pub use loaded::{Load, Loaded};
pub use masked_secret::{MaskedSecret, SecretSlot};
pub use moment::Moment;
pub use notices::{Notice, NoticeBoard, Notices, provide_notices, use_notices};
pub use reason_dialog::ReasonDialog;
pub use search_field::SearchField;
pub use skeleton::Skeleton;
pub use status_badge::{BadgeKind, StatusBadge};
pub use tabs::{Tab, Tabs};
