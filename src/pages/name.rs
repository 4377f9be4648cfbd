use super::elsewhere;
use crate::place::Place;
use crate::text;

/// What a page is called before it is there to say so itself.
pub(super) fn name(place: Place) -> &'static str {
    match place.section() {
        Place::SignIn => text!(session.sign_in),
        Place::Dashboard => text!(shell.menu.dashboard),
        Place::MyProfile => text!(shell.profile_menu.my_profile),
        Place::ChangePassword => text!(shell.profile_menu.change_password),
        Place::ApiAccess => text!(shell.profile_menu.api_info),
        Place::Activity => text!(shell.menu.my_activity),
        Place::Instances => text!(shell.menu.compute),
        Place::Networks => text!(shell.menu.network),
        Place::ApiRequests => text!(shell.menu.api_requests),
        Place::ApiUsers => text!(shell.menu.api_users),
        Place::Docs => text!(docs.title),
        Place::Elsewhere(part) => elsewhere::label(part),
        _ => text!(shell.not_found.title),
    }
}
