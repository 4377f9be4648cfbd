//! A catalogue as an operator writes it: one JSON object with the members of [`Catalogue`].

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::{Catalogue, ComputeOffering, Template};

/// Why a catalogue cannot be used. Each sentence says what to mend.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    #[error("the catalogue {} cannot be read: {source}", file.display())]
    Read { file: PathBuf, source: std::io::Error },
    #[error("the catalogue {} is not right: {fault}", file.display())]
    Wrong { file: PathBuf, fault: CatalogueFault },
}

/// What is wrong within a catalogue.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueFault {
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    #[error("{0} has no name; give it one")]
    Unnamed(Uuid),
    #[error("the id {0} is there twice; give one of them another")]
    SameId(Uuid),
    #[error(
        "the template {0} is in a zone that the catalogue does not have; add the zone, or correct its zone_id"
    )]
    ZoneOfTemplate(String),
    #[error("{0} has a size below 0; a size is a whole number, and 0 where the caller chooses")]
    Size(String),
    #[error("{0} leaves the caller the choice of cores or of memory; leave both (0), or neither")]
    HalfAChoice(String),
    #[error("{0} must be is_custom if its disk_gb is 0, and must not if it is not")]
    Custom(String),
}

impl Catalogue {
    /// Reads the operator's file.
    ///
    /// # Errors
    /// If it cannot be read, or offers what the embedded cloud cannot make.
    pub fn open(file: &Path) -> Result<Self, CatalogueError> {
        let text = std::fs::read_to_string(file)
            .map_err(|source| CatalogueError::Read { file: file.to_owned(), source })?;
        Self::parse(&text).map_err(|fault| CatalogueError::Wrong { file: file.to_owned(), fault })
    }

    /// # Errors
    /// If it is no catalogue, or offers what the embedded cloud cannot make.
    pub fn parse(text: &str) -> Result<Self, CatalogueFault> {
        let catalogue: Self = serde_json::from_str(text)?;
        catalogue.check()?;
        Ok(catalogue)
    }

    fn check(&self) -> Result<(), CatalogueFault> {
        let mut known = BTreeSet::new();
        for (id, name) in self.named() {
            if name.trim().is_empty() {
                return Err(CatalogueFault::Unnamed(id));
            }
            if !known.insert(id) {
                return Err(CatalogueFault::SameId(id));
            }
        }
        self.compute_offerings.iter().try_for_each(check_compute)?;
        self.templates.iter().try_for_each(|template| self.check_template(template))?;
        for offering in &self.storage_offerings {
            not_negative(&offering.name, &[offering.disk_gb])?;
            if offering.is_custom != (offering.disk_gb == 0) {
                return Err(CatalogueFault::Custom(offering.name.clone()));
            }
        }
        Ok(())
    }

    fn check_template(&self, template: &Template) -> Result<(), CatalogueFault> {
        not_negative(&template.name, &[template.disk_gb])?;
        match self.zones.iter().any(|zone| zone.id == template.zone_id) {
            true => Ok(()),
            false => Err(CatalogueFault::ZoneOfTemplate(template.name.clone())),
        }
    }

    fn named(&self) -> impl Iterator<Item = (Uuid, &str)> {
        let zones = self.zones.iter().map(|it| (it.id, it.name.as_str()));
        zones
            .chain(self.compute_offerings.iter().map(|it| (it.id, it.name.as_str())))
            .chain(self.storage_offerings.iter().map(|it| (it.id, it.name.as_str())))
            .chain(self.templates.iter().map(|it| (it.id, it.name.as_str())))
            .chain(self.network_offerings.iter().map(|it| (it.id, it.name.as_str())))
    }
}

fn check_compute(offering: &ComputeOffering) -> Result<(), CatalogueFault> {
    not_negative(&offering.name, &[offering.cpu_cores, offering.clock_mhz, offering.memory_mb])?;
    match (offering.cpu_cores == 0) == (offering.memory_mb == 0) {
        true => Ok(()),
        false => Err(CatalogueFault::HalfAChoice(offering.name.clone())),
    }
}

fn not_negative(name: &str, sizes: &[i64]) -> Result<(), CatalogueFault> {
    match sizes.iter().all(|size| *size >= 0) {
        true => Ok(()),
        false => Err(CatalogueFault::Size(name.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn id(number: u128) -> Uuid {
        Uuid::from_u128(number)
    }

    fn complete() -> Value {
        json!({
            "zones": [{"id": id(1), "name": "Oslo"}],
            "compute_offerings": [{"id": id(2), "name": "Small", "cpu_cores": 2, "clock_mhz": 2400, "memory_mb": 4096,
                "storage_type": "shared"}],
            "storage_offerings": [{"id": id(3), "name": "SSD", "storage_type": "local", "disk_gb": 0, "is_custom": true}],
            "templates": [{"id": id(4), "zone_id": id(1), "name": "Debian", "os_category": "Debian", "format": "QCOW2",
                "disk_gb": 10, "cost": "0"}],
            "network_offerings": [{"id": id(5), "name": "Isolated", "availability": "Required",
                "guest_ip_type": "Isolated"}]
        })
    }

    #[test]
    fn what_may_be_left_out_is_filled_in() {
        let catalogue = Catalogue::parse(&complete().to_string()).unwrap();
        assert!(catalogue.zones[0].is_active && catalogue.templates[0].is_active);
        assert_eq!(catalogue.compute_offerings[0].display_text, "");
        assert!(!catalogue.network_offerings[0].for_vpc);
    }

    #[test]
    fn what_is_wrong_is_named() {
        let cases: [(&str, Value, &str); 10] = [
            ("/zones", json!([]), "the template Debian is in a zone that the catalogue does not have"),
            ("/zones/0/name", json!(" "), "00000000-0000-0000-0000-000000000001 has no name"),
            ("/zones/0/id", json!("oslo"), "UUID"),
            ("/templates/0/id", json!(id(1)), "the id 00000000-0000-0000-0000-000000000001 is there twice"),
            ("/templates/0/disk_gb", json!(-1), "Debian has a size below 0"),
            ("/templates/0/disk_gb", json!("10"), "expected i64"),
            ("/compute_offerings/0/memory_mb", json!(0), "Small leaves the caller the choice"),
            ("/storage_offerings/0/disk_gb", json!(20), "SSD must be is_custom"),
            ("/storage_offerings/0", json!({"id": id(3), "nam": "SSD"}), "unknown field `nam`"),
            ("/network_offerings", Value::Null, "invalid type: null"),
        ];
        for (place, value, expected) in cases {
            let mut text = complete();
            *text.pointer_mut(place).unwrap() = value;
            let fault = Catalogue::parse(&text.to_string()).unwrap_err().to_string();
            assert!(fault.contains(expected), "{place}: {fault}");
        }
    }

    #[test]
    fn a_file_is_named_in_what_is_said_of_it() {
        let missing = Catalogue::open(Path::new("missing.json")).unwrap_err().to_string();
        assert!(missing.starts_with("the catalogue missing.json cannot be read"), "{missing}");
    }
}
