//! Mounts the web app.

use latchkey::app::App;

fn main() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    // Built as one piece, it may show all of it at once.
    #[cfg(not(feature = "split"))]
    latchkey::platform::chunk_style::begin();
    leptos::mount::mount_to_body(App);
}
