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

/// Where the client is: the socket's address, unless that is a trusted proxy's; then the rightmost address of
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
        Ok(Self(client_address(socket.ip(), &parts.headers, &portal.site.trusted_proxies)))
    }
}

fn warn_of_untrusted_proxy() {
    tracing::warn!(
        "a request came with X-Forwarded-For, which is not believed: if a reverse proxy stands before this server, name its \
         network with --trusted-proxy, or all clients count as one when passwords and keys are guessed"
    );
}

fn client_address(socket: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let is_trusted = |address: &IpAddr| trusted.iter().any(|network| network.contains(address));
    let mut nearest = socket.to_canonical();
    let values = headers.get_all(X_FORWARDED_FOR).iter().rev();
    let mut hops = values.flat_map(|value| value.as_bytes().rsplit(|byte| *byte == b',')).map(parse);
    while is_trusted(&nearest) {
        // An unreadable hop ends the search: whatever stands left of it cannot be vouched for.
        match hops.next().flatten() {
            Some(hop) => nearest = hop,
            None => break,
        }
    }
    nearest
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
        client_address(socket.parse().unwrap(), &headers, &trusted).to_string()
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
    fn an_unreadable_or_missing_hop_ends_at_the_proxy() {
        assert_eq!(seen("10.0.0.1", &["1.1.1.1, unknown"], &["10.0.0.0/8"]), "10.0.0.1");
        assert_eq!(seen("10.0.0.1", &[], &["10.0.0.0/8"]), "10.0.0.1");
        assert_eq!(seen("10.0.0.1", &["10.0.0.3, 10.0.0.2"], &["10.0.0.0/8"]), "10.0.0.3");
    }

    #[test]
    fn what_a_client_wrote_does_not_hide_what_the_proxy_added() {
        let trusted = ["10.0.0.0/8"];
        assert_eq!(seen("10.0.0.1", &["ü, 198.51.100.7"], &trusted), "198.51.100.7");
        assert_eq!(seen("10.0.0.1", &["1.1.1.1", "ü, 198.51.100.7"], &trusted), "198.51.100.7");
        assert_eq!(seen("10.0.0.1", &["1.1.1.1", "ü, 10.0.0.2"], &trusted), "10.0.0.2");
        assert_eq!(seen("10.0.0.1", &["1.1.1.1", "ü"], &trusted), "10.0.0.1");
    }
}
