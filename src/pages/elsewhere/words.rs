use crate::place::Elsewhere;
use crate::text;

/// "Billing is part of your cloud portal", in the number that the name has.
pub(super) fn is_part_of(part: Elsewhere) -> String {
    let name = part.name();
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
