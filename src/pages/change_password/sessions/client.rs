use crate::components::IconName;
use crate::text;

/// Browsers by a mark of theirs, most telling first: nearly all also claim to be Chrome and Safari.
const BROWSERS: [(&str, &str); 17] = [
    ("Edg/", "Edge"),
    ("EdgA/", "Edge"),
    ("EdgiOS/", "Edge"),
    ("Edge/", "Edge"),
    ("OPR/", "Opera"),
    ("OPT/", "Opera"),
    ("Vivaldi/", "Vivaldi"),
    ("YaBrowser/", "Yandex Browser"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("DuckDuckGo/", "DuckDuckGo"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("HeadlessChrome/", "Chrome"),
    ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

/// Systems by a mark of theirs, most telling first: Android also claims to be Linux.
const SYSTEMS: [(&str, System); 12] = [
    ("iPhone", System { name: "iOS", is_mobile: true }),
    ("iPod", System { name: "iOS", is_mobile: true }),
    ("iPad", System { name: "iPadOS", is_mobile: true }),
    ("Android", System { name: "Android", is_mobile: true }),
    ("Windows", System::desktop("Windows")),
    ("CrOS", System::desktop("ChromeOS")),
    ("Mac OS X", System::desktop("macOS")),
    ("Macintosh", System::desktop("macOS")),
    ("FreeBSD", System::desktop("FreeBSD")),
    ("OpenBSD", System::desktop("OpenBSD")),
    ("Linux", System::desktop("Linux")),
    ("X11", System::desktop("Unix")),
];

/// The longest name of a program that is shown, in bytes.
const PRODUCT_MAX: usize = 40;

/// A browser or another program that signed in, as its `User-Agent` describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// The browser, or the program's own name for itself.
    product: Option<String>,
    system: Option<System>,
    is_browser: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct System {
    name: &'static str,
    is_mobile: bool,
}

impl System {
    const fn desktop(name: &'static str) -> Self {
        Self { name, is_mobile: false }
    }
}

impl Client {
    /// Reads a `User-Agent`.
    pub fn of(user_agent: &str) -> Self {
        let is_browser = user_agent.is_empty() || user_agent.starts_with("Mozilla/");
        let product = if is_browser { browser(user_agent) } else { program(user_agent) };
        Self { product: product.map(str::to_owned), system: system(user_agent), is_browser }
    }

    /// The name for readers, e.g. `Firefox on Linux` or `curl`.
    pub fn name(&self) -> String {
        let product = self.product.as_deref().unwrap_or(text!(profile.sessions.unknown));
        match self.system {
            Some(system) => text!(profile.sessions.on_system, browser = product, system = system.name),
            None => product.to_owned(),
        }
    }

    pub fn icon(&self) -> IconName {
        match self.system {
            _ if !self.is_browser => IconName::TERMINAL,
            Some(system) if system.is_mobile => IconName::PHONE,
            _ => IconName::COMPUTER,
        }
    }
}

fn browser(user_agent: &str) -> Option<&'static str> {
    BROWSERS.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
}

fn system(user_agent: &str) -> Option<System> {
    SYSTEMS.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, system)| *system)
}

/// The first product, without its version: `curl/8.5.0` is `curl`. `None` if it is no plain name.
fn program(user_agent: &str) -> Option<&str> {
    let name = user_agent.split(['/', ' ']).next()?;
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-_+".contains(&byte);
    (!name.is_empty() && name.len() <= PRODUCT_MAX && name.bytes().all(is_plain)).then_some(name)
}
