//! Every address of the app, once: its path, who may go there, and where it stands in the menus.

mod address;
mod name;

pub use address::Address;

/// A page one can go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    SignIn,
    Dashboard,
    MyProfile,
    ChangePassword,
    ApiAccess,
    Activity,
    Instances,
    Volumes,
    VmSnapshots,
    SshKeys,
    Networks,
    SecurityGroups,
    ApiRequests,
    ApiUsers,
    Docs,
    /// A part of the cloud portal that Latchkey does not serve.
    Elsewhere(Elsewhere),
    NotFound,
}

/// A part of the cloud portal that Latchkey does not serve itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Elsewhere {
    Apps,
    Monitoring,
    Billing,
    HelpCenter,
    Changelog,
    Users,
    RolePrivileges,
    QuotaLimit,
    PaymentSettings,
    Credits,
    NotificationSettings,
    AccountDeleteRequest,
}

/// What stands on which path. `/` is another name for the dashboard.
const PATHS: [(&str, Place); 27] = [
    ("/sign-in", Place::SignIn),
    ("/dashboard", Place::Dashboard),
    ("/company/profile", Place::MyProfile),
    ("/company/profile/password", Place::ChangePassword),
    ("/company/profile/api-info", Place::ApiAccess),
    ("/company/activity", Place::Activity),
    ("/administration/api-requests", Place::ApiRequests),
    ("/administration/users", Place::ApiUsers),
    ("/docs", Place::Docs),
    ("/compute", Place::Instances),
    ("/compute/volumes", Place::Volumes),
    ("/compute/vm-snapshots", Place::VmSnapshots),
    ("/compute/ssh-keys", Place::SshKeys),
    ("/network", Place::Networks),
    ("/network/security-groups", Place::SecurityGroups),
    ("/apps", Place::Elsewhere(Elsewhere::Apps)),
    ("/monitoring", Place::Elsewhere(Elsewhere::Monitoring)),
    ("/billing", Place::Elsewhere(Elsewhere::Billing)),
    ("/help-center", Place::Elsewhere(Elsewhere::HelpCenter)),
    ("/changelog", Place::Elsewhere(Elsewhere::Changelog)),
    ("/company/users", Place::Elsewhere(Elsewhere::Users)),
    ("/company/roles", Place::Elsewhere(Elsewhere::RolePrivileges)),
    ("/company/quota", Place::Elsewhere(Elsewhere::QuotaLimit)),
    ("/company/profile/payment-settings", Place::Elsewhere(Elsewhere::PaymentSettings)),
    ("/company/profile/credits", Place::Elsewhere(Elsewhere::Credits)),
    ("/company/profile/notifications", Place::Elsewhere(Elsewhere::NotificationSettings)),
    ("/company/profile/delete-request", Place::Elsewhere(Elsewhere::AccountDeleteRequest)),
];

impl Place {
    pub fn at(path: &str) -> Self {
        let path = path.trim_end_matches('/');
        if path.is_empty() {
            return Self::Dashboard;
        }
        PATHS.iter().find(|(known, _)| *known == path).map_or(Self::NotFound, |(_, place)| *place)
    }

    pub fn path(self) -> &'static str {
        PATHS.iter().find(|(_, place)| *place == self).map_or("/", |(path, _)| path)
    }

    /// Whether one may read it without being signed in.
    pub fn is_public(self) -> bool {
        matches!(self, Self::SignIn | Self::Docs)
    }

    /// Whether it is a section of "Company > Profile".
    pub fn is_profile(self) -> bool {
        self.path().starts_with("/company/profile")
    }

    /// Where the main menu leads that this place is a part of; itself, if it is in the menu.
    pub fn section(self) -> Self {
        match self {
            Self::Volumes | Self::VmSnapshots | Self::SshKeys => Self::Instances,
            Self::SecurityGroups => Self::Networks,
            _ => self,
        }
    }

    /// The name in `config.json` of an entry that the operator may hide.
    pub fn entry(self) -> Option<&'static str> {
        match self {
            Self::Instances => Some("compute"),
            Self::Networks => Some("network"),
            Self::Elsewhere(part) => Some(part.entry()),
            _ => None,
        }
    }

    /// Whether it is behind the menu entry "Company".
    pub fn is_company(self) -> bool {
        self.path().starts_with("/company")
    }
}

impl Elsewhere {
    /// The entry's name in `config.json`.
    pub fn entry(self) -> &'static str {
        match self {
            Self::Apps => "apps",
            Self::Monitoring => "monitoring",
            Self::Billing => "billing",
            Self::HelpCenter => "help-center",
            Self::Changelog => "changelog",
            Self::Users => "users",
            Self::RolePrivileges => "role-privileges",
            Self::QuotaLimit => "quota-limit",
            Self::PaymentSettings => "payment-settings",
            Self::Credits => "credits-promocode",
            Self::NotificationSettings => "notification-settings",
            Self::AccountDeleteRequest => "account-delete-request",
        }
    }

    pub fn path(self) -> &'static str {
        Place::Elsewhere(self).path()
    }
}
