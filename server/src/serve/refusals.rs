//! What hyper cannot read as a request it refuses by itself, before any handler, with an empty body. Some clients of `/restapi`
//! crash on those (section 1 of its contract), so such an answer is exchanged for a problem document on its way out.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use crate::http::headers::FIXED;
use crate::http::problem_document::of_unreadable;

/// A connection whose bare refusals become documents.
pub(super) struct Documented<S> {
    socket: S,
    /// What is still to be written in the place of a refusal.
    document: Vec<u8>,
}

impl<S: AsyncWrite + Unpin> Documented<S> {
    pub(super) fn new(socket: S) -> Self {
        Self { socket, document: Vec::new() }
    }

    fn write_document(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        while !self.document.is_empty() {
            let count = ready!(Pin::new(&mut self.socket).poll_write(context, &self.document))?;
            if count == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            self.document.drain(..count);
        }
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Documented<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        if let Some(status) = bare_refusal(bytes) {
            self.document = written_out(status);
            return Poll::Ready(Ok(bytes.len()));
        }
        Pin::new(&mut self.socket).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        match slices {
            [bytes] => self.poll_write(context, bytes),
            _ => Pin::new(&mut self.socket).poll_write_vectored(context, slices),
        }
    }

    fn is_write_vectored(&self) -> bool {
        self.socket.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.write_document(context))?;
        Pin::new(&mut self.socket).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.write_document(context))?;
        Pin::new(&mut self.socket).poll_shutdown(context)
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Documented<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_read(context, buffer)
    }
}

/// The status, if `bytes` are all of an error answer without a body. No handler gives one, and no part of a body looks like
/// it: JSON has no line breaks of this kind within its strings.
fn bare_refusal(bytes: &[u8]) -> Option<u16> {
    let head = std::str::from_utf8(bytes).ok()?.strip_prefix("HTTP/1.1 ")?.strip_suffix("\r\n\r\n")?;
    let status = head.get(..3)?.parse().ok().filter(|status| (400..500).contains(status))?;
    head.lines().any(|line| line.eq_ignore_ascii_case("content-length: 0")).then_some(status)
}

fn written_out(status: u16) -> Vec<u8> {
    let detail = match status {
        414 => "The address of the request is too long. Send a shorter query.",
        431 => "The request has too many header fields, or too long ones. Send fewer.",
        // A file saved with the line ends of Windows leaves them in the variables that are read from it.
        _ => {
            "This is not a request of HTTP/1.1. Look for a carriage return (CR) in a header, and check the rest against \
             the API documentation at /docs."
        }
    };
    let (id, document) = of_unreadable(detail);
    tracing::info!(%id, status, "a request that cannot be read was refused");
    let fixed: String = FIXED.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let head = format!(
        "HTTP/1.1 400 Bad Request\r\ncontent-type: application/problem+json\r\ncontent-length: {}\r\n{fixed}\
         content-security-policy: default-src 'none'; frame-ancestors 'none'\r\ncache-control: no-store\r\n\
         x-request-id: {id}\r\nconnection: close\r\n\r\n",
        document.len()
    );
    [head.into_bytes(), document].concat()
}
