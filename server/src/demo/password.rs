use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use latchkey_contract::Password;
use zeroize::Zeroizing;

use crate::private_file;
use crate::secrets::make_up_password;

const FILE: &str = "demo-password";
const VARIABLE: &str = "LATCHKEY_DEMO_PASSWORD";

/// The password of the demo accounts.
#[derive(Debug)]
pub struct DemoPassword {
    pub present: Password,
    /// What it was at the last start, if it is another now.
    pub(super) former: Option<Password>,
    file: PathBuf,
}

/// The password from `LATCHKEY_DEMO_PASSWORD`, or the one that an earlier start kept in `data_dir` (with mode 0600), or
/// one that is made up now.
///
/// # Errors
/// If it can be neither read nor kept.
pub fn demo_password(data_dir: &Path) -> io::Result<DemoPassword> {
    let given = std::env::var(VARIABLE).ok().filter(|text| !text.is_empty());
    DemoPassword::load(data_dir, given.map(Password::from))
}

impl DemoPassword {
    /// As [`demo_password`], with the password that was `given`.
    ///
    /// # Errors
    /// If it can be neither read nor kept.
    pub fn load(data_dir: &Path, given: Option<Password>) -> io::Result<Self> {
        let file = data_dir.join(FILE);
        match (read(&file)?, given) {
            (None, given) => {
                let present = given.unwrap_or_else(make_up_password);
                private_file::create(&file, &line(&present))?;
                Ok(Self { present, former: None, file })
            }
            (Some(kept), Some(given)) if kept.expose() != given.expose() => {
                Ok(Self { present: given, former: Some(kept), file })
            }
            (Some(kept), _) => Ok(Self { present: kept, former: None, file }),
        }
    }

    /// Keeps a password that differs from the former one, once the accounts have it.
    pub(super) fn keep(&self) -> io::Result<()> {
        match self.former {
            Some(_) => private_file::replace(&self.file, &line(&self.present)),
            None => Ok(()),
        }
    }
}

fn read(file: &Path) -> io::Result<Option<Password>> {
    match std::fs::read_to_string(file).map(Zeroizing::new) {
        Ok(text) => Ok(Some(Password::from(text.trim_end_matches(['\r', '\n']).to_owned()))),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn line(password: &Password) -> Zeroizing<String> {
    Zeroizing::new(format!("{}\n", password.expose()))
}
