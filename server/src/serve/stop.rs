use std::time::Duration;

use tokio::sync::watch;

/// Ready once the process is told to stop: Ctrl-C, or SIGTERM as service managers send it.
pub(super) async fn told_to_stop() {
    let interrupted = async {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::error!(%error, "Ctrl-C cannot be waited for");
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        () = interrupted => {}
        () = terminated() => {}
    }
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};

    match signal(SignalKind::terminate()) {
        Ok(mut signals) => {
            signals.recv().await;
        }
        Err(error) => {
            tracing::error!(%error, "SIGTERM cannot be waited for");
            std::future::pending::<()>().await;
        }
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending::<()>().await;
}

/// Ready once the server stops.
pub(super) async fn is_told(mut stopping: watch::Receiver<bool>) {
    let _ = stopping.wait_for(|stopping| *stopping).await;
}

/// Ready `within` after the server was told to stop.
pub(super) async fn overdue(stopping: watch::Receiver<bool>, within: Duration) {
    is_told(stopping).await;
    tokio::time::sleep(within).await;
}
