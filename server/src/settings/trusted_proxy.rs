//! Networks of reverse proxies, as `--trusted-proxy` takes them.

use std::net::IpAddr;

use ipnet::IpNet;

/// Bits in front of the IPv4 address in an IPv4-mapped one (`::ffff:0:0/96`).
const MAPPED_PREFIX: u8 = 96;

/// A value of `--trusted-proxy` that is no network. The sentence says what to write.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum TrustedProxyError {
    #[error("write a network like 10.0.0.0/8 or 2001:db8::/32, or one address like 127.0.0.1")]
    Unreadable,
    #[error("some programs read a number with a leading zero as octal; write {0} if that is meant")]
    LeadingZero(IpNet),
    #[error(
        "the prefix of an IPv4-mapped network counts all 128 bits, so it is at least 96; write the network as IPv4, like \
         10.0.0.0/8"
    )]
    MappedPrefix,
}

/// Reads a network or a single address. IPv4-mapped networks become IPv4, because client addresses are compared as such.
///
/// # Errors
/// With a sentence that says what to write instead.
pub fn parse_trusted_proxy(text: &str) -> Result<IpNet, TrustedProxyError> {
    let text = text.trim();
    parse_network(text).map_err(|error| match parse_network(&without_leading_zeros(text)) {
        Ok(network) => TrustedProxyError::LeadingZero(network),
        Err(_) => error,
    })
}

/// Returns whether the networks cover every IPv4 or every IPv6 address, alone or together.
pub fn trusts_everybody(networks: &[IpNet]) -> bool {
    IpNet::aggregate(&networks.to_vec()).iter().any(|network| network.prefix_len() == 0)
}

fn parse_network(text: &str) -> Result<IpNet, TrustedProxyError> {
    let (address, prefix) = text.split_once('/').map_or((text, None), |(left, right)| (left, Some(right)));
    let address: IpAddr = address.parse().map_err(|_| TrustedProxyError::Unreadable)?;
    let canonical = address.to_canonical();
    let Some(prefix) = prefix.map(parse_prefix).transpose()? else { return Ok(IpNet::from(canonical)) };
    let prefix = match (address, canonical) {
        (IpAddr::V6(_), IpAddr::V4(_)) => {
            prefix.checked_sub(MAPPED_PREFIX).ok_or(TrustedProxyError::MappedPrefix)?
        }
        _ => prefix,
    };
    let network = IpNet::new(canonical, prefix).map_err(|_| TrustedProxyError::Unreadable)?;
    Ok(network.trunc())
}

fn parse_prefix(text: &str) -> Result<u8, TrustedProxyError> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    let number = text.parse().ok().filter(|_| plain);
    number.ok_or(TrustedProxyError::Unreadable)
}

/// Drops leading zeros from the numbers between dots and behind the slash.
fn without_leading_zeros(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for part in text.split_inclusive(['.', '/']) {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        let zeros = part.bytes().take_while(|byte| *byte == b'0').count();
        result.push_str(part.get(zeros.min(digits.saturating_sub(1))..).unwrap_or(part));
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> String {
        parse_trusted_proxy(text).map_or_else(|error| error.to_string(), |network| network.to_string())
    }

    #[test]
    fn reads_ipv4_mapped_networks_as_ipv4() {
        assert_eq!(parsed("::ffff:127.0.0.1/128"), "127.0.0.1/32");
        assert_eq!(parsed("::ffff:10.0.0.0/104"), "10.0.0.0/8");
        assert_eq!(parsed("::ffff:7f00:1"), "127.0.0.1/32");
        assert_eq!(parsed("::ffff:0:0/96"), "0.0.0.0/0");
    }

    #[test]
    fn reads_a_bare_address_as_itself() {
        assert_eq!(parsed("127.0.0.1"), "127.0.0.1/32");
        assert_eq!(parsed("2001:db8::1"), "2001:db8::1/128");
    }

    #[test]
    fn drops_the_bits_behind_the_prefix() {
        assert_eq!(parsed(" 10.1.2.3/8 "), "10.0.0.0/8");
        assert_eq!(parsed("2001:db8::1/32"), "2001:db8::/32");
    }

    #[test]
    fn refuses_leading_zeros_and_says_what_to_write() {
        for (text, meant) in [
            ("010.0.0.1", "10.0.0.1/32"),
            ("010.0.0.0/8", "10.0.0.0/8"),
            ("10.0.00.0/08", "10.0.0.0/8"),
            ("192.168.001.0/24", "192.168.1.0/24"),
        ] {
            let network = meant.parse().unwrap();
            assert_eq!(parse_trusted_proxy(text), Err(TrustedProxyError::LeadingZero(network)), "{text}");
            assert!(parsed(text).contains(&format!("write {meant} ")), "{}", parsed(text));
        }
    }

    #[test]
    fn refuses_what_is_no_network() {
        for text in [
            "",
            "/",
            "10.0.0.0/",
            "10.0.0.0/33",
            "10.0.0.0/+8",
            "10.0.0/8",
            "::/129",
            "proxy",
            "10.0.0.0/8/8",
        ] {
            assert_eq!(parse_trusted_proxy(text), Err(TrustedProxyError::Unreadable), "{text}");
        }
    }

    #[test]
    fn refuses_an_ipv4_prefix_on_a_mapped_address() {
        assert_eq!(parse_trusted_proxy("::ffff:10.0.0.0/8"), Err(TrustedProxyError::MappedPrefix));
        assert_eq!(parse_trusted_proxy("::ffff:10.0.0.0/95"), Err(TrustedProxyError::MappedPrefix));
    }

    #[test]
    fn notices_networks_that_cover_every_address() {
        let trusts = |texts: &[&str]| {
            let networks = texts.iter().map(|text| parse_trusted_proxy(text));
            trusts_everybody(&networks.collect::<Result<Vec<_>, _>>().unwrap())
        };
        for everybody in
            [&["0.0.0.0/0"][..], &["::/0"], &["::ffff:0:0/96"], &["127.0.0.1", "0.0.0.0/1", "128.0.0.0/1"]]
        {
            assert!(trusts(everybody), "{everybody:?}");
        }
        for some in [&[][..], &["10.0.0.0/8"], &["0.0.0.0/1"], &["::ffff:0:0/97", "::/1"]] {
            assert!(!trusts(some), "{some:?}");
        }
    }
}
