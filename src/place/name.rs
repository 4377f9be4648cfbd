use super::{Elsewhere, Place};
use crate::text;

impl Place {
    /// What it is called in the menus, and by a page that cannot say so itself yet.
    pub fn name(self) -> &'static str {
        match self.section() {
            Self::SignIn => text!(session.sign_in),
            Self::Dashboard => text!(shell.menu.dashboard),
            Self::MyProfile => text!(shell.profile_menu.my_profile),
            Self::ChangePassword => text!(shell.profile_menu.change_password),
            Self::ApiAccess => text!(shell.profile_menu.api_info),
            Self::Activity => text!(shell.menu.my_activity),
            Self::Instances => text!(shell.menu.compute),
            Self::Networks => text!(shell.menu.network),
            Self::ApiRequests => text!(shell.menu.api_requests),
            Self::ApiUsers => text!(shell.menu.api_users),
            Self::Docs => text!(docs.title),
            Self::Elsewhere(part) => part.name(),
            _ => text!(shell.not_found.title),
        }
    }
}

impl Elsewhere {
    /// What it is called in the menus.
    pub fn name(self) -> &'static str {
        match self {
            Self::Apps => text!(shell.menu.apps),
            Self::Monitoring => text!(shell.menu.monitoring),
            Self::Billing => text!(shell.menu.billing),
            Self::HelpCenter => text!(shell.menu.help_center),
            Self::Changelog => text!(shell.menu.changelog),
            Self::Users => text!(shell.menu.users),
            Self::RolePrivileges => text!(shell.menu.role_privileges),
            Self::QuotaLimit => text!(shell.menu.quota_limit),
            Self::PaymentSettings => text!(shell.profile_menu.payment_settings),
            Self::Credits => text!(shell.profile_menu.credits),
            Self::NotificationSettings => text!(shell.profile_menu.notification_settings),
            Self::AccountDeleteRequest => text!(shell.profile_menu.account_delete_request),
        }
    }
}
