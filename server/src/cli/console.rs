use std::io::{self, BufRead, BufReader, IsTerminal, Read, Write};

use latchkey_contract::Password;
use zeroize::Zeroizing;

use crate::passwords::in_nfc;

/// Longest line that is read as a password, in bytes.
const LONGEST: u64 = 4096;

/// Where passwords come from and where answers go.
pub struct Console {
    input: Input,
    output: Box<dyn Write>,
}

enum Input {
    Terminal,
    Piped(Box<dyn BufRead>),
}

impl Console {
    /// This process's standard input and output.
    pub fn of_process() -> Self {
        let input = if io::stdin().is_terminal() {
            Input::Terminal
        } else {
            Input::Piped(Box::new(BufReader::new(io::stdin())))
        };
        Self { input, output: Box::new(io::stdout()) }
    }

    pub fn piped(input: impl BufRead + 'static, output: impl Write + 'static) -> Self {
        Self { input: Input::Piped(Box::new(input)), output: Box::new(output) }
    }

    /// The password, from one line of what is piped in, or asked for twice without showing it. `None` if the two differ.
    pub(super) fn read_password(&mut self) -> io::Result<Option<Password>> {
        match &mut self.input {
            Input::Piped(input) => read_line(input).map(Some),
            Input::Terminal => {
                let first = Password::from(rpassword::prompt_password("Password: ")?);
                let second = Password::from(rpassword::prompt_password("The same again: ")?);
                Ok((in_nfc(&first).expose() == in_nfc(&second).expose()).then_some(first))
            }
        }
    }

    pub(super) fn say(&mut self, sentence: &str) -> io::Result<()> {
        writeln!(self.output, "{sentence}")?;
        self.output.flush()
    }
}

fn read_line(input: &mut Box<dyn BufRead>) -> io::Result<Password> {
    let mut line = Zeroizing::new(String::with_capacity(LONGEST as usize));
    input.take(LONGEST).read_line(&mut line)?;
    Ok(Password::from(line.trim_end_matches(['\r', '\n']).to_owned()))
}
