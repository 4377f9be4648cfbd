use ipnet::IpNet;
use url::{Origin, Url};

use super::ServeSettings;

/// Settings that do not go together. The sentence says what to do.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error(
        "Latchkey will not serve plain http to a network: passwords and secret keys would travel in the clear. Listen on \
         127.0.0.1, or put a reverse proxy with TLS before it and name its address with --public-url https://…"
    )]
    PlainHttpOnANetwork,
    #[error(
        "--demo makes accounts with a known password, so it listens on a loopback address only. Leave --listen out, or \
         leave --demo out and create accounts with `latchkey-server admin create`"
    )]
    DemoOnANetwork,
    #[error("--demo brings its own catalogue. Leave --catalogue out, or leave --demo out")]
    CatalogueOfDemo,
    #[error(
        "--public-url must be an address like https://portal.example, without a path, a query or a user name"
    )]
    PublicUrl,
    #[error(
        "--hsts-include-subdomains works over https only. Set --public-url to the https address, or leave \
         --hsts-include-subdomains out"
    )]
    HstsOverPlainHttp,
}

/// The addresses under which the portal is opened, and what follows from them.
#[derive(Clone, Debug)]
pub struct Site {
    /// As a browser writes them in its `Origin` header; the first is the public URL.
    pub origins: Vec<String>,
    /// Whether cookies are `Secure`: the public URL is https.
    pub secure: bool,
    /// Browsers are told to use https for every subdomain too. Means nothing unless `secure`.
    pub hsts_include_subdomains: bool,
    pub trusted_proxies: Vec<IpNet>,
}

impl ServeSettings {
    /// Refuses what would put passwords and secret keys on a network in the clear.
    ///
    /// # Errors
    /// Which settings do not go together.
    pub fn check(&self) -> Result<(), Refusal> {
        if let Some(url) = &self.public_url
            && !is_bare(url)
        {
            return Err(Refusal::PublicUrl);
        }
        let loopback = self.listen.to_canonical().is_loopback();
        if self.demo && !loopback {
            return Err(Refusal::DemoOnANetwork);
        }
        if self.demo && self.catalogue.is_some() {
            return Err(Refusal::CatalogueOfDemo);
        }
        let https = self.public_url.as_ref().is_some_and(|url| url.scheme() == "https");
        if !https && !loopback {
            return Err(Refusal::PlainHttpOnANetwork);
        }
        if !https && self.public_url.as_ref().is_some_and(|url| !is_loopback(url)) {
            return Err(Refusal::PlainHttpOnANetwork);
        }
        if !https && self.hsts_include_subdomains {
            return Err(Refusal::HstsOverPlainHttp);
        }
        Ok(())
    }

    /// The site as it is once `port` is bound.
    pub fn site(&self, port: u16) -> Site {
        let local = |host: &str| format!("http://{host}:{port}");
        let listen = match self.listen {
            std::net::IpAddr::V6(v6) => local(&format!("[{v6}]")),
            std::net::IpAddr::V4(v4) => local(&v4.to_string()),
        };
        let mut origins = vec![self.public_url.as_ref().map_or(listen, origin)];
        if self.demo {
            origins.extend([local("127.0.0.1"), local("localhost")]);
        }
        Site {
            secure: origins[0].starts_with("https:"),
            origins,
            hsts_include_subdomains: self.hsts_include_subdomains,
            trusted_proxies: self.trusted_proxy.clone(),
        }
    }
}

impl Site {
    /// Whether a browser's `Origin` header names this portal.
    pub fn is_own_origin(&self, origin: &str) -> bool {
        self.origins.iter().any(|own| own == origin)
    }
}

fn is_bare(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
        && url.has_host()
        && url.path() == "/"
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none()
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(url::Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

fn origin(url: &Url) -> String {
    match url.origin() {
        origin @ Origin::Tuple(..) => origin.ascii_serialization(),
        Origin::Opaque(_) => String::new(),
    }
}
