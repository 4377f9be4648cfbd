use std::collections::VecDeque;
use std::time::Duration;

use axum::body::Body;
use axum::http::Response;
use http_body_util::BodyExt;
use latchkey_contract::event::LiveEvent;

/// What must come, comes within this time.
const PATIENCE: Duration = Duration::from_secs(5);

/// An open event stream.
pub(crate) struct Stream {
    pub(crate) status: u16,
    response: Response<Body>,
    ready: VecDeque<Block>,
}

/// One block of the stream, between two empty lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Block {
    pub(crate) id: Option<i64>,
    pub(crate) comment: Option<String>,
    pub(crate) event: Option<LiveEvent>,
}

impl Stream {
    pub(super) fn new(response: Response<Body>) -> Self {
        Self { status: response.status().as_u16(), response, ready: VecDeque::new() }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.response.headers().get(name).map(|value| value.to_str().unwrap())
    }

    /// The next block; `None` when the stream has ended.
    pub(crate) async fn next(&mut self) -> Option<Block> {
        while self.ready.is_empty() {
            let frame = tokio::time::timeout(PATIENCE, self.response.body_mut().frame()).await;
            let frame = frame.expect("nothing came in time")?.unwrap();
            let text = String::from_utf8(frame.into_data().unwrap().to_vec()).unwrap();
            self.ready.extend(text.split_terminator("\n\n").map(read));
        }
        self.ready.pop_front()
    }

    /// The next event, whatever it is.
    pub(crate) async fn event(&mut self) -> Option<LiveEvent> {
        loop {
            if let Some(event) = self.next().await?.event {
                return Some(event);
            }
        }
    }

    /// Reads on until this event comes; the block it came in.
    pub(crate) async fn until(&mut self, wanted: &LiveEvent) -> Block {
        loop {
            let block = self.next().await.expect("the stream ended");
            if block.event.as_ref() == Some(wanted) {
                return block;
            }
        }
    }
}

fn read(text: &str) -> Block {
    let mut block = Block::default();
    for line in text.lines() {
        let (name, value) = line.split_once(':').unwrap();
        let value = value.trim_start().to_owned();
        match name {
            "" => block.comment = Some(value),
            "id" => block.id = Some(value.parse().unwrap()),
            "data" => block.event = Some(serde_json::from_str(&value).unwrap()),
            "retry" => {}
            other => panic!("{other} in the stream"),
        }
    }
    block
}
