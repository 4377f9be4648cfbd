use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tower::ServiceExt;

use super::connection_limits::ConnectionLimits;
use super::refusals::Documented;
use super::stop;

/// A request's head must have come by then, or the connection is closed; one that is kept open may rest as long. Proxies
/// close theirs first: nginx keeps them for 60 seconds.
const HEAD_WITHIN: Duration = Duration::from_secs(75);
/// Header fields that are read. More than [`crate::http::HEADERS_MAX`] are refused by name; of more than these, hyper tells
/// only that they are too many.
const HEADERS_READ: usize = 4 * crate::http::HEADERS_MAX;
/// How long to wait when no connection can be accepted, e.g. because too many files are open.
const BREATHER: Duration = Duration::from_secs(1);

/// Answers connections until the server stops, and then until the last request has its answer. [`axum::serve`] would do,
/// but it lets a request's head take forever, and refuses many header fields with an empty body.
pub(super) async fn serve(
    listener: TcpListener,
    app: Router,
    limits: Arc<ConnectionLimits>,
    stopping: watch::Receiver<bool>,
) {
    let open = GracefulShutdown::new();
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD_WITHIN).max_headers(HEADERS_READ);
    loop {
        let (socket, address) = tokio::select! {
            () = stop::is_told(stopping.clone()) => break,
            accepted = accept(&listener) => accepted,
        };
        // Closed without a word: an answer would need what there is too little of.
        let Some(room) = limits.admit(address.ip()) else { continue };
        let app = app.clone();
        let service = service_fn(move |request| answer(app.clone(), request, address));
        let connection = open.watch(http.serve_connection(TokioIo::new(Documented::new(socket)), service));
        // Whatever ends a connection early is the caller's doing.
        tokio::spawn(async move {
            drop(connection.await);
            drop(room);
        });
    }
    drop(listener);
    open.shutdown().await;
}

async fn answer(
    app: Router,
    mut request: Request<Incoming>,
    address: SocketAddr,
) -> Result<axum::response::Response, Infallible> {
    request.extensions_mut().insert(ConnectInfo(address));
    request.extensions_mut().insert(crate::http::OverConnection);
    app.oneshot(request).await
}

async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(accepted) => return accepted,
            Err(error) if is_of_one_connection(&error) => {}
            Err(error) => {
                tracing::error!(%error, "no connection can be accepted; this is tried again in a second");
                tokio::time::sleep(BREATHER).await;
            }
        }
    }
}

fn is_of_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}
