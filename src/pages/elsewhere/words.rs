use crate::place::Elsewhere;
use crate::text;

/// What the part is called in the menus.
pub fn label(part: Elsewhere) -> &'static str {
    match part {
        Elsewhere::Apps => text!(shell.menu.apps),
        Elsewhere::Monitoring => text!(shell.menu.monitoring),
        Elsewhere::Billing => text!(shell.menu.billing),
        Elsewhere::HelpCenter => text!(shell.menu.help_center),
        Elsewhere::Changelog => text!(shell.menu.changelog),
        Elsewhere::Users => text!(shell.menu.users),
        Elsewhere::RolePrivileges => text!(shell.menu.role_privileges),
        Elsewhere::QuotaLimit => text!(shell.menu.quota_limit),
        Elsewhere::PaymentSettings => text!(shell.profile_menu.payment_settings),
        Elsewhere::Credits => text!(shell.profile_menu.credits),
        Elsewhere::NotificationSettings => text!(shell.profile_menu.notification_settings),
        Elsewhere::AccountDeleteRequest => text!(shell.profile_menu.account_delete_request),
    }
}

/// "Billing is part of your cloud portal", in the number that the name has.
pub(super) fn is_part_of(part: Elsewhere) -> String {
    let name = label(part);
    match part {
        Elsewhere::Apps
        | Elsewhere::Users
        | Elsewhere::RolePrivileges
        | Elsewhere::PaymentSettings
        | Elsewhere::Credits
        | Elsewhere::NotificationSettings => text!(elsewhere.are_part, part = name),
        _ => text!(elsewhere.is_part, part = name),
    }
}
