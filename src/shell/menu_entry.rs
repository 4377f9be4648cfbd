use crate::components::IconName;
use crate::place::{Elsewhere, Place};
use crate::text;

/// One link of a menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MenuEntry {
    pub place: Place,
    pub icon: IconName,
    pub label: &'static str,
}

impl MenuEntry {
    pub fn new(place: Place, icon: IconName, label: &'static str) -> Self {
        Self { place, icon, label }
    }
}

/// What stands above "Company" in the main menu.
pub(super) fn before_company() -> Vec<MenuEntry> {
    use Elsewhere::{Apps, Billing, Monitoring};
    vec![
        MenuEntry::new(Place::Dashboard, IconName::DASHBOARD, text!(shell.menu.dashboard)),
        MenuEntry::new(Place::Instances, IconName::COMPUTE, text!(shell.menu.compute)),
        MenuEntry::new(Place::Networks, IconName::NETWORK, text!(shell.menu.network)),
        MenuEntry::new(Place::Elsewhere(Apps), IconName::APPS, text!(shell.menu.apps)),
        MenuEntry::new(Place::Elsewhere(Monitoring), IconName::MONITORING, text!(shell.menu.monitoring)),
        MenuEntry::new(Place::Elsewhere(Billing), IconName::BILLING, text!(shell.menu.billing)),
    ]
}

/// What stands below "Company".
pub(super) fn after_company() -> Vec<MenuEntry> {
    use Elsewhere::{Changelog, HelpCenter};
    vec![
        MenuEntry::new(Place::Elsewhere(HelpCenter), IconName::HELP_CENTER, text!(shell.menu.help_center)),
        MenuEntry::new(Place::Elsewhere(Changelog), IconName::CHANGELOG, text!(shell.menu.changelog)),
    ]
}

/// The flyout "My Organization".
pub(super) fn my_organization() -> Vec<MenuEntry> {
    use Elsewhere::{QuotaLimit, RolePrivileges, Users};
    vec![
        MenuEntry::new(Place::MyProfile, IconName::PROFILE, text!(shell.menu.profile)),
        MenuEntry::new(Place::Elsewhere(Users), IconName::USERS, text!(shell.menu.users)),
        MenuEntry::new(
            Place::Elsewhere(RolePrivileges),
            IconName::ROLE_PRIVILEGES,
            text!(shell.menu.role_privileges),
        ),
        MenuEntry::new(Place::Elsewhere(QuotaLimit), IconName::QUOTA_LIMIT, text!(shell.menu.quota_limit)),
        MenuEntry::new(Place::Activity, IconName::ACTIVITY, text!(shell.menu.my_activity)),
    ]
}

/// The flyout of administrators.
pub(super) fn administration() -> Vec<MenuEntry> {
    vec![
        MenuEntry::new(Place::ApiRequests, IconName::KEY, text!(shell.menu.api_requests)),
        MenuEntry::new(Place::ApiUsers, IconName::USERS, text!(shell.menu.api_users)),
    ]
}
