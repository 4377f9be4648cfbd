/// What a script makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Instance,
    Network,
    Volume,
}

/// What is known of the state of a thing in the end.
#[derive(Clone, Debug)]
pub(crate) struct Fate {
    pub(crate) kind: Kind,
    end: End,
}

/// A word in capitals; `None` for what is gone.
#[derive(Clone, Debug)]
enum End {
    Becomes(Option<String>),
    /// The last act was not answered, so it may have happened or not.
    Either(Option<String>, Option<String>),
}

impl Fate {
    pub(crate) fn new(kind: Kind, state: &str) -> Self {
        Self { kind, end: End::Becomes(Some(state.to_owned())) }
    }

    pub(crate) fn is_fulfilled(&self, seen: Option<&str>) -> bool {
        match &self.end {
            End::Becomes(state) => state.as_deref() == seen,
            End::Either(one, other) => [one.as_deref(), other.as_deref()].contains(&seen),
        }
    }

    /// Tells whether its removal was acknowledged.
    pub(crate) fn is_gone(&self) -> bool {
        matches!(self.end, End::Becomes(None))
    }

    /// After an act was acknowledged that leads to `state`.
    pub(crate) fn acknowledged(&mut self, state: Option<&str>) {
        self.end = End::Becomes(state.map(str::to_owned));
    }

    /// After an act that leads to `state` was sent and not answered.
    pub(crate) fn unanswered(&mut self, state: Option<&str>) {
        if let End::Becomes(before) = &self.end {
            self.end = End::Either(before.clone(), state.map(str::to_owned));
        }
    }
}
