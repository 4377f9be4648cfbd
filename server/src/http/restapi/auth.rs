use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName};

use super::rate_limit::Charged;
use super::record::VerifiedKey;
use super::refused_pair::refusal;
use crate::cloud::{Requester, Tenant};
use crate::http::Portal;
use crate::http::client_address::ClientAddress;
use crate::http::problem::ApiError;
use crate::http::read_authority::ReadAuthority;
use crate::secrets::{ApiKey, SecretDigest, secret_key};
use crate::store::StoreError;
use crate::store::authority::{Authority, KeyAuthority};
use crate::store::credentials::KeyHolder;
use crate::throttle::Exhausted;

pub(crate) const API_KEY_HEADER: HeaderName = HeaderName::from_static("apikey");
pub(crate) const SECRET_KEY_HEADER: HeaderName = HeaderName::from_static("secretkey");

/// A script that presented a right pair of API key and secret key.
pub(crate) struct ApiCaller {
    authority: KeyAuthority,
    owner_name: String,
    api_key: String,
}

impl ApiCaller {
    /// For whom the cloud is asked.
    pub(crate) fn tenant(&self) -> Tenant {
        Tenant { company: self.authority.company, user: self.authority.user }
    }

    /// Who asks the cloud to change something.
    pub(crate) fn requester(&self) -> Requester {
        Requester {
            authority: self.authority,
            api_key: self.api_key.clone(),
            owner_name: self.owner_name.clone(),
        }
    }
}

impl FromRequestParts<Portal> for ApiCaller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, ApiError> {
        let (caller, within_limit) = Self::authenticate(parts, portal).await?;
        within_limit.map(|()| caller)
    }
}

/// A script that asks for the status of an instance. Beyond the limit of its key it is answered all the same: the Terraform
/// provider takes a refusal for the end of its wait, and goes on with an instance that is not there yet.
pub(crate) struct PollingCaller(pub ApiCaller);

impl FromRequestParts<Portal> for PollingCaller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, ApiError> {
        let (caller, _) = ApiCaller::authenticate(parts, portal).await?;
        Ok(Self(caller))
    }
}

impl ApiCaller {
    /// The caller, and whether the key is within its limit of calls.
    async fn authenticate(
        parts: &mut Parts,
        portal: &Portal,
    ) -> Result<(Self, Result<(), ApiError>), ApiError> {
        let ClientAddress(address) = ClientAddress::from_request_parts(parts, portal).await?;
        let pair = pair(&parts.headers)?.and_then(well_formed);
        // The pair is checked first and only a wrong one is counted here: guessing cannot hold its owner back.
        let Some((holder, api_key)) = holder(portal, pair).await? else {
            portal.restapi_throttle.charge(address).map_err(|Exhausted(allowance)| {
                Charged::note(&parts.extensions, allowance);
                ApiError::from(allowance.more_in)
            })?;
            return Err(refusal(portal, &parts.headers, pair).await?);
        };
        VerifiedKey::note(&parts.extensions, holder.credential_id, address);
        let within_limit = match portal.call_throttle.charge(holder.credential_id) {
            Ok(allowance) => {
                Charged::note(&parts.extensions, allowance);
                Ok(())
            }
            Err(Exhausted(allowance)) => {
                Charged::note(&parts.extensions, allowance);
                Err(ApiError::too_many_calls(allowance))
            }
        };
        if !holder.access_granted {
            // Refused for the limit first, as before: that answer says when to come back.
            within_limit?;
            return Err(ApiError::api_access_disabled());
        }
        let authority = KeyAuthority {
            credential: holder.credential_id,
            secret_version: holder.secret_version,
            user: holder.user_id,
            company: holder.company_id,
            address: Some(address),
        };
        ReadAuthority::note(&parts.extensions, Authority::Key(authority));
        Ok((Self { authority, owner_name: holder.owner_name, api_key: api_key.to_owned() }, within_limit))
    }
}

/// Whose the pair is, and its API key.
async fn holder<'a>(
    portal: &Portal,
    pair: Option<(&'a str, SecretDigest)>,
) -> Result<Option<(KeyHolder, &'a str)>, StoreError> {
    let Some((key, secret)) = pair else { return Ok(None) };
    let holder = portal.store.key_holder(key, secret).await?;
    Ok(holder.map(|holder| (holder, key)))
}

/// A pair to look up, if both halves have the form of keys.
fn well_formed<'a>((key, secret): (&'a str, &str)) -> Option<(&'a str, SecretDigest)> {
    let is_pair = key.parse::<ApiKey>().is_ok() && secret_key::is_well_formed(secret);
    is_pair.then(|| (key, SecretDigest::of(secret)))
}

/// Tells whether a request comes from a script: it carries at least half a pair.
pub(crate) fn has_key_headers(headers: &HeaderMap) -> bool {
    headers.contains_key(&API_KEY_HEADER) || headers.contains_key(&SECRET_KEY_HEADER)
}

/// Both headers, if both are there and are text.
fn pair(headers: &HeaderMap) -> Result<Option<(&str, &str)>, ApiError> {
    let key = single(headers, &API_KEY_HEADER)?;
    let secret = single(headers, &SECRET_KEY_HEADER)?;
    Ok(key.zip(secret))
}

fn single<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Result<Option<&'a str>, ApiError> {
    let mut values = headers.get_all(name).iter();
    let first = values.next();
    if values.next().is_some() {
        return Err(ApiError::malformed(format!("The header {name} came more than once. Send it once.")));
    }
    Ok(first.and_then(|value| value.to_str().ok()))
}
