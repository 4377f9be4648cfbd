use std::collections::HashMap;

use uuid::Uuid;

use crate::store::api_calls::ApiCall;

/// Once its owner was told of a key's use, that key rests for so many writes: a script that calls all day must not keep its
/// owner's browser reading all day.
const RESTS: u32 = 5;

/// Which keys' owners are told next. The last use is never left untold: it comes when the rest is over.
#[derive(Default)]
pub(super) struct Telling {
    /// The newest call, UTC milliseconds.
    untold: HashMap<Uuid, i64>,
    /// Writes until the key may be told of again.
    rests: HashMap<Uuid, u32>,
}

impl Telling {
    /// Takes in what was recorded.
    pub(super) fn used(&mut self, calls: &[ApiCall]) {
        for call in calls {
            let newest = self.untold.entry(call.credential_id).or_insert(call.at);
            *newest = call.at.max(*newest);
        }
    }

    /// Keys that are to be told of now, each with its newest call. Ask once a write.
    pub(super) fn due(&mut self) -> Vec<(Uuid, i64)> {
        self.rests.retain(|_, left| {
            *left -= 1;
            *left > 0
        });
        self.untold
            .iter()
            .filter(|(key, _)| !self.rests.contains_key(key))
            .map(|(key, at)| (*key, *at))
            .collect()
    }

    /// These were told of.
    pub(super) fn told(&mut self, keys: &[(Uuid, i64)]) {
        for (key, _) in keys {
            self.untold.remove(key);
            self.rests.insert(*key, RESTS);
        }
    }

    /// Whatever is untold is due with the next write.
    pub(super) fn end_rests(&mut self) {
        self.rests.clear();
    }
}
