use icondata_core::Icon;

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $data:ident,)*) => {
        /// The icons there are, named by what they stand for. The drawings are Lucide's.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum IconName {
            $($(#[$doc])* $name,)*
        }

        impl IconName {
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The inside of a 24 by 24 SVG.
            pub(super) fn paths(self) -> &'static str {
                let icon: Icon = match self {
                    $(Self::$name => icondata_lu::$data,)*
                };
                icon.data
            }
        }
    };
}

icons! {
    Dashboard = LuHouse,
    Compute = LuCloud,
    Network = LuNetwork,
    Apps = LuRocket,
    Monitoring = LuChartLine,
    Billing = LuPrinter,
    Company = LuLandmark,
    HelpCenter = LuLifeBuoy,
    Changelog = LuPackageOpen,
    Administration = LuShieldCheck,
    Profile = LuIdCard,
    Users = LuUsers,
    RolePrivileges = LuKeyRound,
    QuotaLimit = LuLayoutGrid,
    Activity = LuMessageSquareMore,
    User = LuUserRound,
    SignOut = LuLogOut,
    Menu = LuMenu,
    Close = LuX,
    Expand = LuChevronDown,
    Forward = LuChevronRight,
    Back = LuChevronLeft,
    ExternalLink = LuExternalLink,
    Documentation = LuBookOpen,
    Search = LuSearch,
    SearchNothing = LuSearchX,
    Show = LuEye,
    Hide = LuEyeOff,
    Copy = LuCopy,
    Done = LuCheck,
    Key = LuKeyRound,
    Lock = LuLockKeyhole,
    Replace = LuRefreshCw,
    Revoke = LuBan,
    Retry = LuRotateCw,
    Withdraw = LuUndo2,
    Send = LuSend,
    Delete = LuTrash2,
    Add = LuPlus,
    Settings = LuSettings,
    Info = LuInfo,
    Success = LuCircleCheck,
    Warning = LuTriangleAlert,
    Danger = LuCircleAlert,
    Pending = LuHourglass,
    Clock = LuClock,
    Forbidden = LuShieldX,
    Offline = LuWifiOff,
    ServerProblem = LuServerCrash,
    NotFound = LuFileQuestion,
    Nothing = LuInbox,
    Terminal = LuTerminal,
    Light = LuSun,
    Dark = LuMoon,
    SystemTheme = LuMonitor,
}
