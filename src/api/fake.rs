//! A backend for tests and stories: canned answers by method and path, typed by the same contract.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use futures_channel::oneshot;
use latchkey_contract::session::UNATTENDED;
use latchkey_contract::{Problem, ProblemKind};
use serde::Serialize;

use super::{Answer, Api, Method, Request, Response, Transport, TransportError};

/// Answers what it was told to answer. The last answer for an endpoint is given again and again; where
/// several were told, each earlier one is given once. An endpoint that was told nothing answers 404, but for
/// `config.json`, which every portal has: nothing is set there.
#[derive(Clone, Default)]
pub struct FakeBackend(Rc<State>);

#[derive(Default)]
struct State {
    answers: RefCell<Vec<Canned>>,
    requests: RefCell<Vec<Seen>>,
    held: RefCell<Vec<oneshot::Sender<()>>>,
    holding: Cell<bool>,
    offline: Cell<bool>,
}

struct Canned {
    method: Method,
    path: String,
    answers: VecDeque<(u16, String)>,
}

/// A request as it was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    pub method: Method,
    /// With the query.
    pub path: String,
    pub body: Option<String>,
    pub idempotency_key: Option<String>,
    /// Whether it was marked as one that nobody asked for.
    pub unattended: bool,
}

impl FakeBackend {
    pub fn new() -> Self {
        Self::default()
    }

    /// A client of this backend, without the guard that opens dialogs.
    pub fn api(&self) -> Api {
        Api::new(self.transport())
    }

    pub fn transport(&self) -> Rc<dyn Transport> {
        Rc::new(self.clone())
    }

    /// Answers 200 with `body` as JSON. `path` is without the query.
    pub fn answer(&self, method: Method, path: &str, body: &impl Serialize) -> &Self {
        self.answer_with(method, path, 200, &serde_json::to_string(body).unwrap_or_default())
    }

    /// Answers with a problem document of that kind.
    pub fn refuse(&self, method: Method, path: &str, status: u16, kind: ProblemKind) -> &Self {
        self.refuse_with(method, path, problem(status, kind))
    }

    pub fn refuse_with(&self, method: Method, path: &str, problem: Problem) -> &Self {
        self.answer_with(method, path, problem.status, &serde_json::to_string(&problem).unwrap_or_default())
    }

    pub fn answer_with(&self, method: Method, path: &str, status: u16, body: &str) -> &Self {
        let mut answers = self.0.answers.borrow_mut();
        let answer = (status, body.to_owned());
        match answers.iter_mut().find(|canned| canned.is_for(method, path)) {
            Some(canned) => canned.answers.push_back(answer),
            None => answers.push(Canned { method, path: path.to_owned(), answers: VecDeque::from([answer]) }),
        }
        self
    }

    /// Forgets what an endpoint was told, so that another answer can take its place.
    pub fn forget(&self, method: Method, path: &str) -> &Self {
        self.0.answers.borrow_mut().retain(|canned| !canned.is_for(method, path));
        self
    }

    /// Holds answers back until [`FakeBackend::release`]: a slow network.
    pub fn hold(&self) -> &Self {
        self.0.holding.set(true);
        self
    }

    /// Lets all held answers go.
    pub fn release(&self) {
        self.0.holding.set(false);
        for held in self.0.held.take() {
            _ = held.send(());
        }
    }

    pub fn set_offline(&self, offline: bool) {
        self.0.offline.set(offline);
    }

    /// All requests, in order.
    pub fn requests(&self) -> Vec<Seen> {
        self.0.requests.borrow().clone()
    }

    /// The requests of one endpoint, in order.
    pub fn requests_to(&self, method: Method, path: &str) -> Vec<Seen> {
        self.requests()
            .into_iter()
            .filter(|seen| seen.method == method && without_query(&seen.path) == path)
            .collect()
    }

    fn next(&self, request: &Request) -> Response {
        let mut answers = self.0.answers.borrow_mut();
        let canned =
            answers.iter_mut().find(|canned| canned.is_for(request.method, without_query(&request.path)));
        let answer = canned.and_then(|canned| match canned.answers.len() {
            0 | 1 => canned.answers.front().cloned(),
            _ => canned.answers.pop_front(),
        });
        let (status, body) = answer.unwrap_or_else(|| match request.path.as_str() {
            "/config.json" => (200, "{}".to_owned()),
            _ => (404, serde_json::to_string(&problem(404, ProblemKind::NotFound)).unwrap_or_default()),
        });
        Response { status, body }
    }
}

impl Canned {
    fn is_for(&self, method: Method, path: &str) -> bool {
        self.method == method && self.path == path
    }
}

impl Transport for FakeBackend {
    fn send(&self, request: Request) -> Answer {
        let header = |wanted| request.headers.iter().find(|(name, _)| *name == wanted);
        self.0.requests.borrow_mut().push(Seen {
            method: request.method,
            path: request.path.clone(),
            body: request.body.clone(),
            idempotency_key: header("Idempotency-Key").map(|(_, key)| key.clone()),
            unattended: header(UNATTENDED).is_some_and(|(_, mark)| mark == "1"),
        });
        let this = self.clone();
        Box::pin(async move {
            if this.0.holding.get() {
                let (let_go, released) = oneshot::channel();
                this.0.held.borrow_mut().push(let_go);
                _ = released.await;
            }
            if this.0.offline.get() {
                return Err(TransportError::Offline);
            }
            Ok(this.next(&request))
        })
    }
}

/// A problem document as the backend writes it.
pub fn problem(status: u16, kind: ProblemKind) -> Problem {
    Problem {
        kind,
        title: String::new(),
        status,
        detail: String::new(),
        request_id: "0192-fake".into(),
        errors: Vec::new(),
        retry_after: None,
        current: None,
    }
}

fn without_query(path: &str) -> &str {
    path.split_once('?').map_or(path, |(path, _)| path)
}
