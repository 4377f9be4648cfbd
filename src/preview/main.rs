use latchkey::preview::Preview;

fn main() {
    leptos::mount::mount_to_body(Preview);
}
