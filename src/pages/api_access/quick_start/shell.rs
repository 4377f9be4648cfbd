/// One word for a POSIX shell, whatever is in it.
pub(in super::super) fn word(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}
