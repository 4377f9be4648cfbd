use serde::{Deserialize, Serialize};

/// Answer of `POST /api/v1/credentials/{id}/test`: a call of `/restapi` that was made with a key and its secret key, and what
/// came back, whatever its status. It never holds the secret key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeyTest {
    pub request: TestRequest,
    /// The status that was answered.
    pub status: u16,
    /// Milliseconds until the answer was complete, without the way between the server and a script.
    pub duration_ms: u32,
    /// The answer's body: JSON.
    pub body: String,
    /// Whether the body is longer than what is told of it.
    pub body_cut: bool,
}

/// The request that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TestRequest {
    pub method: String,
    /// With the query, e.g. `/restapi/zone/zonelist`.
    pub path: String,
    /// The headers that matter.
    pub headers: Vec<TestHeader>,
}

/// A header of the request that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TestHeader {
    pub name: String,
    /// Absent where it is secret.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}
