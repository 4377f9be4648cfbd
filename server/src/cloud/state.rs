use std::fmt;

/// How an instance is. On the wire and in the database its words are in capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "UPPERCASE")]
pub enum InstanceState {
    Creating,
    Starting,
    Running,
    Stopping,
    Stopped,
    Destroying,
    /// It could not be made, or broke.
    Error,
}

impl InstanceState {
    pub fn word(self) -> &'static str {
        match self {
            Self::Creating => "CREATING",
            Self::Starting => "STARTING",
            Self::Running => "RUNNING",
            Self::Stopping => "STOPPING",
            Self::Stopped => "STOPPED",
            Self::Destroying => "DESTROYING",
            Self::Error => "ERROR",
        }
    }

    /// Whether it stays so until somebody acts, and can be worked on.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Running | Self::Stopped)
    }
}

impl fmt::Display for InstanceState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
