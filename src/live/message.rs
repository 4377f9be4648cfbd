use latchkey_contract::event::LiveEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Connection;

/// What one tab says to the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Message {
    /// An event for the tabs of `account`, and its position in the stream.
    Event { account: Uuid, id: String, event: LiveEvent },
    /// Whether the leading tab is connected.
    Connected { account: Uuid, open: bool },
    /// Who is signed in now.
    Account { account: Option<Uuid> },
    /// A tab has come and asks whether the leading one is connected.
    Hello { account: Uuid },
}

/// What a tab hears, from its own connection or from another tab.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    Event(LiveEvent),
    Connection(Connection),
    Account(Option<Uuid>),
}
