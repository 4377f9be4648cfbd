/// What is known of an instance's state in the end, a word in capitals; `None` for one that is gone.
#[derive(Clone, Debug)]
pub(crate) enum Fate {
    Becomes(Option<String>),
    /// The last act was not answered, so it may have happened or not.
    Either(Option<String>, Option<String>),
}

impl Fate {
    pub(crate) fn is_fulfilled(&self, seen: Option<&str>) -> bool {
        match self {
            Self::Becomes(state) => state.as_deref() == seen,
            Self::Either(one, other) => [one.as_deref(), other.as_deref()].contains(&seen),
        }
    }

    /// After an act was acknowledged that leads to `state`.
    pub(crate) fn acknowledged(&mut self, state: Option<&str>) {
        *self = Self::Becomes(state.map(str::to_owned));
    }

    /// After an act that leads to `state` was sent and not answered.
    pub(crate) fn unanswered(&mut self, state: Option<&str>) {
        if let Self::Becomes(before) = self {
            *self = Self::Either(before.clone(), state.map(str::to_owned));
        }
    }
}
