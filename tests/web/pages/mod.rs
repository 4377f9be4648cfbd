mod activity;
mod admin_requests;
mod admin_users;
mod api_access;
mod change_password;
mod dashboard;
mod docs;
mod my_profile;
