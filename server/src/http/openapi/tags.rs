//! The groups of operations, in the order in which documentation shows them.

pub(crate) const ZONES: &str = "Zones";
pub(crate) const INSTANCES: &str = "Instances";
pub(crate) const VOLUMES: &str = "Volumes";
pub(crate) const NETWORKS: &str = "Networks";
pub(crate) const VM_SNAPSHOTS: &str = "VM snapshots";
pub(crate) const SSH_KEYS: &str = "SSH keys";
pub(crate) const SECURITY_GROUPS: &str = "Security groups";
pub(crate) const OFFERINGS: &str = "Offerings and templates";
pub(crate) const SESSION: &str = "Session";
pub(crate) const PROFILE: &str = "Profile";
pub(crate) const API_ACCESS: &str = "API access";
pub(crate) const CREDENTIALS: &str = "Credentials";
pub(crate) const ACTIVITY: &str = "Activity";
pub(crate) const EVENTS: &str = "Events";
pub(crate) const RESOURCES: &str = "Resources";
pub(crate) const ADMINISTRATION: &str = "Administration";
pub(crate) const ABOUT: &str = "About this portal";

/// Each with a sentence.
pub(crate) const ALL: &[(&str, &str)] = &[
    (ZONES, "Locations of the cloud, the same for every company. For scripts: API key and secret key."),
    (INSTANCES, "Virtual machines of the caller's company. For scripts: API key and secret key."),
    (VOLUMES, "Disks of the caller's company. For scripts: API key and secret key."),
    (NETWORKS, "Networks of the caller's company. For scripts: API key and secret key."),
    (
        VM_SNAPSHOTS,
        "Snapshots of the caller's company's virtual machines. For scripts: API key and secret key.",
    ),
    (SSH_KEYS, "SSH keys of the caller's company. For scripts: API key and secret key."),
    (SECURITY_GROUPS, "Security groups of the caller's company. For scripts: API key and secret key."),
    (OFFERINGS, "What the cloud offers, the same for every company. For scripts: API key and secret key."),
    (SESSION, "Signing in and out, and confirming the password for acts that touch a secret key."),
    (PROFILE, "The signed-in person's own data and password."),
    (API_ACCESS, "The signed-in user's own API access: how it stands, asking for it, withdrawing."),
    (CREDENTIALS, "The signed-in user's own API keys and secret keys. Nobody else reaches them."),
    (ACTIVITY, "What was done by or to the signed-in account."),
    (EVENTS, "Changes as they happen, as server-sent events."),
    (RESOURCES, "What the signed-in user's company has in the cloud, and which key changed it last."),
    (ADMINISTRATION, "For portal administrators: requests for API access, and users' access."),
    (ABOUT, "The portal itself: its configuration, its health, this document."),
];
