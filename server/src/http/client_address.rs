use std::net::{IpAddr, SocketAddr};
use std::sync::Once;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use ipnet::IpNet;

use super::Portal;
use super::problem::ApiError;

const X_FORWARDED_FOR: &str = "x-forwarded-for";

static UNTRUSTED_PROXY: Once = Once::new();
static UNREADABLE_HOP: Once = Once::new();

/// The client's address: the socket's, unless that is a trusted proxy's; then the rightmost address of
/// `X-Forwarded-For` that is not. What stands further left is the client's own word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ClientAddress(pub IpAddr);

impl FromRequestParts<Portal> for ClientAddress {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, ApiError> {
        let ConnectInfo(socket) =
            parts.extensions.get::<ConnectInfo<SocketAddr>>().ok_or_else(ApiError::internal)?;
        if portal.site.trusted_proxies.is_empty() && parts.headers.contains_key(X_FORWARDED_FOR) {
            UNTRUSTED_PROXY.call_once(warn_of_untrusted_proxy);
        }
        match client_address(socket.ip(), &parts.headers, &portal.site.trusted_proxies) {
            Ok(address) => Ok(Self(address)),
            // Refused, because under the proxy's address its clients would share limits and hide from the audit log.
            Err(UnreadableHop) => {
                UNREADABLE_HOP.call_once(warn_of_unreadable_hop);
                Err(ApiError::malformed(
                    "The reverse proxy did not pass on a readable client address. Ask the operator to check \
                     X-Forwarded-For.",
                ))
            }
        }
    }
}

/// A hop that a trusted proxy added, or was sent, and that is no IP address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct UnreadableHop;

fn warn_of_untrusted_proxy() {
    tracing::warn!(
        "a request came with X-Forwarded-For, which is not believed: if a reverse proxy stands before this server, name its \
         network with --trusted-proxy, or all clients count as one when passwords and keys are guessed"
    );
}

fn warn_of_unreadable_hop() {
    tracing::warn!(
        "a trusted proxy sent an X-Forwarded-For in which the client is no IP address; such requests are refused, so let \
         the proxy set the header to the address of its client"
    );
}

/// # Errors
/// If a hop cannot be read before an untrusted one is found: whatever stands left of it cannot be vouched for.
fn client_address(socket: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> Result<IpAddr, UnreadableHop> {
    let is_trusted = |address: &IpAddr| trusted.iter().any(|network| network.contains(address));
    let mut nearest = socket.to_canonical();
    let values = headers.get_all(X_FORWARDED_FOR).iter().rev();
    let mut hops = values.flat_map(|value| value.as_bytes().rsplit(|byte| *byte == b',')).map(parse);
    while is_trusted(&nearest) {
        // Without a further hop the proxy itself is the client, as for its health checks.
        let Some(hop) = hops.next() else { break };
        nearest = hop.ok_or(UnreadableHop)?;
    }
    Ok(nearest)
}

/// An address, with or without a port and brackets.
fn parse(hop: &[u8]) -> Option<IpAddr> {
    let hop = std::str::from_utf8(hop).ok()?.trim();
    let bare = hop.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(hop);
    let address = bare.parse().ok().or_else(|| hop.parse::<SocketAddr>().ok().map(|socket| socket.ip()))?;
    Some(address.to_canonical())
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn seen(socket: &str, forwarded: &[&str], trusted: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append(X_FORWARDED_FOR, HeaderValue::from_bytes(value.as_bytes()).unwrap());
        }
        let trusted: Vec<IpNet> = trusted.iter().map(|network| network.parse().unwrap()).collect();
        let address = client_address(socket.parse().unwrap(), &headers, &trusted);
        address.map_or_else(|UnreadableHop| "unreadable".to_owned(), |address| address.to_string())
    }

    #[test]
    fn without_a_trusted_proxy_the_header_is_nothing() {
        assert_eq!(seen("192.0.2.1", &["198.51.100.7"], &[]), "192.0.2.1");
        assert_eq!(seen("192.0.2.1", &["198.51.100.7"], &["10.0.0.0/8"]), "192.0.2.1");
    }

    #[test]
    fn the_rightmost_untrusted_hop_counts() {
        assert_eq!(seen("10.0.0.1", &["1.1.1.1, 198.51.100.7, 10.0.0.2"], &["10.0.0.0/8"]), "198.51.100.7");
        assert_eq!(
            seen("10.0.0.1", &["1.1.1.1", "198.51.100.7", "10.0.0.2"], &["10.0.0.0/8"]),
            "198.51.100.7"
        );
        assert_eq!(seen("::ffff:10.0.0.1", &["[2001:db8::1]:4711"], &["10.0.0.0/8"]), "2001:db8::1");
        assert_eq!(seen("10.0.0.1", &["198.51.100.7:4711"], &["10.0.0.0/8"]), "198.51.100.7");
    }

    #[test]
    fn refuses_an_unreadable_hop_behind_a_trusted_proxy() {
        for hop in ["unknown", "_hidden", "unix:", "", "010.0.0.1", "198.51.100.7:99999", "[2001:db8::1"] {
            let forwarded = format!("1.1.1.1, {hop}");
            assert_eq!(seen("10.0.0.1", &[&forwarded], &["10.0.0.0/8"]), "unreadable", "{hop}");
            assert_eq!(seen("10.0.0.1", &[hop], &["10.0.0.0/8"]), "unreadable", "{hop}");
        }
    }

    #[test]
    fn the_search_ends_at_the_proxy_without_a_further_hop() {
        assert_eq!(seen("10.0.0.1", &[], &["10.0.0.0/8"]), "10.0.0.1");
        assert_eq!(seen("10.0.0.1", &["10.0.0.3, 10.0.0.2"], &["10.0.0.0/8"]), "10.0.0.3");
    }

    #[test]
    fn an_unreadable_hop_counts_only_until_the_client_is_found() {
        let trusted = ["10.0.0.0/8"];
        assert_eq!(seen("10.0.0.1", &["ü, 198.51.100.7"], &trusted), "198.51.100.7");
        assert_eq!(seen("10.0.0.1", &["1.1.1.1", "ü, 198.51.100.7"], &trusted), "198.51.100.7");
        assert_eq!(seen("10.0.0.1", &["1.1.1.1", "ü, 10.0.0.2"], &trusted), "unreadable");
        assert_eq!(seen("10.0.0.1", &["1.1.1.1", "ü"], &trusted), "unreadable");
        assert_eq!(seen("192.0.2.1", &["ü"], &trusted), "192.0.2.1");
    }
}
