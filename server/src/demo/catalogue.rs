use uuid::Uuid;

use super::id;
use crate::cloud::{Catalogue, CatalogueFault};

pub(super) const FIRST_ZONE: Uuid = id(1);
pub(super) const SECOND_ZONE: Uuid = id(2);
pub(super) const SMALL: Uuid = id(31);
pub(super) const MEDIUM: Uuid = id(32);
pub(super) const LARGE: Uuid = id(33);
pub(super) const STANDARD_SSD: Uuid = id(41);
pub(super) const FAST_SSD: Uuid = id(42);
pub(super) const UBUNTU: Uuid = id(51);
pub(super) const DEBIAN: Uuid = id(52);
pub(super) const DEBIAN_IN_SECOND: Uuid = id(54);
pub(super) const RESCUE_IN_SECOND: Uuid = id(55);
pub(super) const ISOLATED: Uuid = id(61);

/// What the demo's cloud offers, in a file like an operator's.
pub(super) fn catalogue() -> Result<Catalogue, CatalogueFault> {
    Catalogue::parse(include_str!("catalogue.json"))
}
