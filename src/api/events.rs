use super::client::with_query;

/// Address of the event stream, resuming after the event `after`.
pub fn address(after: Option<&str>) -> String {
    with_query("/api/v1/events", &[("after", after)])
}
