use std::fmt;

use icondata_core::Icon;

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $data:ident,)*) => {
        impl IconName {
            $($(#[$doc])* pub const $name: Self = Self(&icondata_lu::$data);)*

            pub const ALL: &'static [(&'static str, Self)] = &[$((stringify!($name), Self::$name),)*];
        }
    };
}

/// The icons there are, named by what they stand for. The drawings are Lucide's. Each is a constant of its own: a drawing
/// is part of a chunk if nothing else shows it.
#[derive(Clone, Copy)]
pub struct IconName(&'static Icon);

impl PartialEq for IconName {
    fn eq(&self, other: &Self) -> bool {
        self.paths() == other.paths()
    }
}

impl Eq for IconName {}

impl fmt::Debug for IconName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.paths())
    }
}

impl IconName {
    /// The inside of a 24 by 24 SVG.
    pub(super) fn paths(self) -> &'static str {
        self.0.data
    }
}

icons! {
    DASHBOARD = LuHouse,
    COMPUTE = LuCloud,
    NETWORK = LuNetwork,
    APPS = LuRocket,
    MONITORING = LuChartLine,
    BILLING = LuPrinter,
    COMPANY = LuLandmark,
    HELP_CENTER = LuLifeBuoy,
    CHANGELOG = LuPackageOpen,
    ADMINISTRATION = LuShieldCheck,
    PROFILE = LuIdCard,
    USERS = LuUsers,
    ROLE_PRIVILEGES = LuKeyRound,
    QUOTA_LIMIT = LuLayoutGrid,
    ACTIVITY = LuMessageSquareMore,
    USER = LuUserRound,
    SIGN_OUT = LuLogOut,
    MENU = LuMenu,
    CLOSE = LuX,
    EXPAND = LuChevronDown,
    FORWARD = LuChevronRight,
    BACK = LuChevronLeft,
    EXTERNAL_LINK = LuExternalLink,
    DOCUMENTATION = LuBookOpen,
    SEARCH = LuSearch,
    SEARCH_NOTHING = LuSearchX,
    SHOW = LuEye,
    HIDE = LuEyeOff,
    COPY = LuCopy,
    DONE = LuCheck,
    KEY = LuKeyRound,
    LOCK = LuLockKeyhole,
    REPLACE = LuRefreshCw,
    REVOKE = LuBan,
    RETRY = LuRotateCw,
    WITHDRAW = LuUndo2,
    SEND = LuSend,
    DELETE = LuTrash2,
    ADD = LuPlus,
    SETTINGS = LuSettings,
    INFO = LuInfo,
    SUCCESS = LuCircleCheck,
    WARNING = LuTriangleAlert,
    DANGER = LuCircleAlert,
    PENDING = LuHourglass,
    CLOCK = LuClock,
    FORBIDDEN = LuShieldX,
    OFFLINE = LuWifiOff,
    SERVER_PROBLEM = LuServerCrash,
    NOT_FOUND = LuFileQuestion,
    NOTHING = LuInbox,
    TERMINAL = LuTerminal,
    COMPUTER = LuLaptop,
    PHONE = LuSmartphone,
    LIGHT = LuSun,
    DARK = LuMoon,
    SYSTEM_THEME = LuMonitor,
}
