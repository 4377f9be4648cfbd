use std::rc::Rc;

use super::{SignInAgain, StepUp};
use crate::api::{Answer, ApiError, Request, Response, Transport, TransportError};

/// How often one call may be interrupted by a dialog before its refusal is handed to the page.
const INTERRUPTIONS: usize = 3;

/// Stands between pages and backend. When the session is over or the password is needed again, it has a
/// dialog ask, and sends the same request once more; a page only sees that the call took long. If the reader
/// closes the dialog, the page gets the refusal.
pub struct Guard {
    backend: Rc<dyn Transport>,
    sign_in_again: SignInAgain,
    step_up: StepUp,
}

impl Guard {
    pub fn new(backend: Rc<dyn Transport>, sign_in_again: SignInAgain, step_up: StepUp) -> Self {
        Self { backend, sign_in_again, step_up }
    }
}

impl Transport for Guard {
    fn send(&self, request: Request) -> Answer {
        let backend = Rc::clone(&self.backend);
        Box::pin(send(backend, self.sign_in_again, self.step_up, request))
    }
}

async fn send(
    backend: Rc<dyn Transport>,
    sign_in_again: SignInAgain,
    step_up: StepUp,
    request: Request,
) -> Result<Response, TransportError> {
    let mut answer = backend.send(request.clone()).await?;
    for _ in 0..INTERRUPTIONS {
        let go_on = match refusal(&answer) {
            Some(error) if error.is_not_signed_in() => sign_in_again.ask().await,
            Some(error) if error.is_step_up_required() => step_up.ask().await,
            _ => false,
        };
        if !go_on {
            break;
        }
        answer = backend.send(request.clone()).await?;
    }
    Ok(answer)
}

fn refusal(answer: &Response) -> Option<ApiError> {
    matches!(answer.status, 401 | 403).then(|| ApiError::of(answer))
}
