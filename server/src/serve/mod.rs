//! Starting, serving and stopping.

mod announcement;
mod audit_mark;
mod connection_limits;
mod connections;
mod purge;
mod refusals;
mod stop;
mod upkeep;

use std::io::Write;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::{oneshot, watch};

use crate::call_log::{BUFFERED, CallLog, CallWriter};
use crate::clock::{Clock, SystemClock};
use crate::cloud::{Catalogue, CatalogueError, EmbeddedCloud, Pace};
use crate::data_dir::{OpenData, OpenDataError};
use crate::demo::{DemoError, demo_password, seed_demo};
use crate::http::config_json::{ConfigError, ConfigJson};
use crate::http::web::{Asset, WebApp, WebError};
use crate::http::{Portal, PortalParts, openapi_json_of, router};
use crate::live::Streams;
use crate::logging;
use crate::passwords::Passwords;
use crate::secrets::Issuer;
use crate::settings::{Refusal, ServeSettings, trusts_everybody};
use crate::store::StoreError;
use crate::store::inventory::Inventory;
use crate::store::sqlite::SqliteStore;
use crate::throttle::{CallThrottle, KEY_TESTS, PasswordThrottle, RestapiThrottle};

use self::announcement::Announcement;
use self::connection_limits::ConnectionLimits;

/// How long requests under way may take once the server was told to stop.
const DRAIN: Duration = Duration::from_secs(10);

/// Why the server does not start. Each sentence says what to do.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error(transparent)]
    Settings(#[from] Refusal),
    #[error("--log: {0}")]
    Log(#[from] tracing_subscriber::filter::ParseError),
    #[error(transparent)]
    Data(#[from] OpenDataError),
    #[error(transparent)]
    Demo(#[from] DemoError),
    #[error("the demo accounts' password cannot be kept: {0}")]
    DemoPassword(std::io::Error),
    #[error(transparent)]
    Web(#[from] WebError),
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("{address} cannot be listened on: {source}; stop what listens there, or choose another --port")]
    Listen { address: SocketAddr, source: std::io::Error },
    #[error("the OpenAPI document cannot be written: {0}")]
    OpenApi(#[from] serde_json::Error),
    #[error("the OpenAPI document cannot be compressed: {0}")]
    Compress(#[from] std::io::Error),
}

/// A server that listens but does not answer yet.
pub struct Server {
    listener: TcpListener,
    app: Router,
    limits: Arc<ConnectionLimits>,
    store: Arc<SqliteStore>,
    cloud: Arc<EmbeddedCloud>,
    call_writer: CallWriter,
    clock: Arc<dyn Clock>,
    stopping: watch::Sender<bool>,
    announcement: Announcement,
}

/// Serves until Ctrl-C or SIGTERM.
///
/// # Errors
/// Whatever keeps it from starting.
pub async fn serve(settings: ServeSettings) -> Result<(), StartError> {
    settings.check()?;
    logging::start(&settings.log)?;
    let server = Server::start(settings, Arc::new(SystemClock)).await?;
    // Whoever closed standard output does not want to know.
    let _ = writeln!(std::io::stdout(), "{}", server.announcement());
    server.run(stop::told_to_stop()).await;
    Ok(())
}

impl Server {
    /// Opens everything and begins to listen.
    ///
    /// # Errors
    /// Whatever keeps it from starting.
    pub async fn start(settings: ServeSettings, clock: Arc<dyn Clock>) -> Result<Self, StartError> {
        settings.check()?;
        if trusts_everybody(&settings.trusted_proxy) {
            tracing::warn!(
                "--trusted-proxy covers every address, so that any client can pass for another and escape the limits on \
                 guessing; name the reverse proxy's own network"
            );
        }
        let web = settings.web.as_deref().map(WebApp::from_dir).transpose()?.unwrap_or_else(WebApp::built_in);
        let config = ConfigJson::open(settings.portal_config.clone())?;
        let catalogue = settings.catalogue.as_deref().map(Catalogue::open).transpose()?;
        let address = SocketAddr::new(settings.listen, settings.port);
        let listener =
            TcpListener::bind(address).await.map_err(|source| StartError::Listen { address, source })?;
        let port = listener.local_addr().map_err(|source| StartError::Listen { address, source })?.port();
        let OpenData { store, sealing_key } = settings.data.open(clock.clone()).await?;
        let store = Arc::new(store);
        let passwords = Passwords::new(std::thread::available_parallelism().map_or(1, usize::from));
        let site = settings.site(port);
        let announcement = if settings.demo {
            let password = demo_password(settings.data.dir().path()).map_err(StartError::DemoPassword)?;
            seed_demo(&*store, &passwords, &password, clock.now()).await?;
            Announcement::of_demo(&site, port, password.present)
        } else {
            Announcement::of(&site)
        };
        if let Some(catalogue) = catalogue {
            store.offer(catalogue).await?;
        } else if !store.zones(None).await?.iter().any(|zone| zone.is_active) {
            tracing::warn!(
                "the embedded cloud offers nothing, so that nothing can be made on it; see --catalogue"
            );
        }
        let limits = ConnectionLimits::of_process(site.trusted_proxies.clone());
        let pace = Pace::REALISTIC.times(settings.time_scale());
        let cloud = Arc::new(EmbeddedCloud::new(store.clone(), clock.clone(), pace));
        let (call_log, call_writer) = CallLog::new(BUFFERED);
        let (stopping, stopped) = watch::channel(false);
        let portal = Portal::new(PortalParts {
            store: store.clone(),
            cloud: cloud.clone(),
            issuer: Issuer::new(sealing_key),
            passwords,
            clock: clock.clone(),
            openapi: Asset::of_json(openapi_json_of(&site)?)?,
            site,
            approval: settings.approve,
            password_throttle: PasswordThrottle::new(clock.clone(), settings.sign_in_failures.get()),
            restapi_throttle: RestapiThrottle::new(clock.clone(), settings.restapi_failures),
            call_throttle: CallThrottle::new(clock.clone(), settings.restapi_calls),
            test_throttle: CallThrottle::new(clock.clone(), KEY_TESTS),
            call_log,
            streams: Arc::new(Streams::default()),
            web,
            config,
            stopping: stopped,
        });
        Ok(Self {
            listener,
            app: router(portal),
            limits,
            store,
            cloud,
            call_writer,
            clock,
            stopping,
            announcement,
        })
    }

    /// # Errors
    /// If the socket is gone.
    pub fn address(&self) -> std::io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// What is printed once it listens.
    pub fn announcement(&self) -> String {
        self.announcement.to_string()
    }

    /// Serves until `told_to_stop` is ready. Then event streams end, requests have ten seconds to finish, the calls that
    /// were made are recorded, and the database is closed.
    pub async fn run(self, told_to_stop: impl Future<Output = ()> + Send + 'static) {
        let Self { listener, app, limits, store, cloud, call_writer, clock, stopping, .. } = self;
        let stopped = stopping.subscribe();
        let upkeep =
            tokio::spawn(upkeep::keep_in_order(store.clone(), clock, stop::is_told(stopped.clone())));
        let until_stopped = stop::is_told(stopped.clone());
        let settling = tokio::spawn(async move { cloud.settle_when_due(until_stopped).await });
        let (last_call, no_more_calls) = oneshot::channel();
        let recording = tokio::spawn(call_writer.run(store.clone(), no_more_calls));
        tokio::spawn(async move {
            told_to_stop.await;
            tracing::info!("stopping");
            stopping.send_replace(true);
        });
        tokio::select! {
            () = connections::serve(listener, app, limits, stopped.clone()) => {}
            () = stop::overdue(stopped, DRAIN) => {
                tracing::warn!("requests that did not finish in time are cut short");
            }
        }
        let _ = last_call.send(());
        // What is cut short in the middle of a query may hold its connection beyond the end of the database.
        for (task, what) in [(upkeep, "upkeep"), (settling, "settling"), (recording, "recording of calls")] {
            if let Err(error) = task.await {
                tracing::error!(%error, what, "a task of the server failed");
            }
        }
        store.close().await;
    }
}
