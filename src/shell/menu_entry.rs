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
    pub fn to(place: Place, icon: IconName) -> Self {
        Self { place, icon, label: place.name() }
    }
}

/// What stands above "Company" in the main menu.
pub(super) fn before_company() -> Vec<MenuEntry> {
    use Elsewhere::{Apps, Billing, Monitoring};
    vec![
        MenuEntry::to(Place::Dashboard, IconName::DASHBOARD),
        MenuEntry::to(Place::Instances, IconName::COMPUTE),
        MenuEntry::to(Place::Networks, IconName::NETWORK),
        MenuEntry::to(Place::Elsewhere(Apps), IconName::APPS),
        MenuEntry::to(Place::Elsewhere(Monitoring), IconName::MONITORING),
        MenuEntry::to(Place::Elsewhere(Billing), IconName::BILLING),
    ]
}

/// What stands below "Company".
pub(super) fn after_company() -> Vec<MenuEntry> {
    use Elsewhere::{Changelog, HelpCenter};
    vec![
        MenuEntry::to(Place::Elsewhere(HelpCenter), IconName::HELP_CENTER),
        MenuEntry::to(Place::Elsewhere(Changelog), IconName::CHANGELOG),
    ]
}

/// The flyout "My Organization".
pub(super) fn my_organization() -> Vec<MenuEntry> {
    use Elsewhere::{QuotaLimit, RolePrivileges, Users};
    let profile = MenuEntry::to(Place::MyProfile, IconName::PROFILE);
    vec![
        MenuEntry { label: text!(shell.menu.profile), ..profile },
        MenuEntry::to(Place::Elsewhere(Users), IconName::USERS),
        MenuEntry::to(Place::Elsewhere(RolePrivileges), IconName::ROLE_PRIVILEGES),
        MenuEntry::to(Place::Elsewhere(QuotaLimit), IconName::QUOTA_LIMIT),
        MenuEntry::to(Place::Activity, IconName::ACTIVITY),
    ]
}

/// The flyout of administrators.
pub(super) fn administration() -> Vec<MenuEntry> {
    vec![MenuEntry::to(Place::ApiRequests, IconName::KEY), MenuEntry::to(Place::ApiUsers, IconName::USERS)]
}
