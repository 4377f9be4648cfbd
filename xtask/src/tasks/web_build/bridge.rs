//! Makes the bridge between program and browser smaller: wasm-bindgen writes long names with hashes into both the program
//! and its script, and keeps what a library offers to scripts although no script asks for it.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, Import, ImportSectionReader, Parser, Payload};

use crate::files;
use crate::tools::esbuild;

/// Shortens the script and the program that wasm-bindgen made. `others` are scripts that use the program's exports too.
pub(super) fn shorten(script: &Path, program: &Path, others: &str) -> Result<()> {
    let text = without_classes(&files::read_text(script)?);
    let wasm = files::read(program)?;
    let names = Names::of(&wasm, &text, others)?;
    files::write(program, &names.in_program(&wasm)?)?;
    files::write(script, names.in_script(&text).as_bytes())?;
    esbuild::minify(script)
}

/// The script without the classes that it exports, and what belongs to them. wasm-bindgen begins each statement at the
/// start of a line.
fn without_classes(script: &str) -> String {
    let classes = script
        .lines()
        .filter_map(|line| line.strip_prefix("export class ")?.split_whitespace().next())
        .collect::<Vec<_>>();
    let belongs = |line: &str| {
        classes.iter().any(|class| {
            line.starts_with(&format!("export class {class} "))
                || line.starts_with(&format!("const {class}Finalization "))
                || line.contains(&format!("{class}.prototype[Symbol.dispose]"))
        })
    };
    let mut left = String::with_capacity(script.len());
    let mut dropping = false;
    for line in script.split_inclusive('\n') {
        if line.starts_with(|first: char| first.is_alphabetic()) {
            dropping = belongs(line);
        }
        if !dropping {
            left.push_str(line);
        }
    }
    left
}

/// What imports and exports are called from now on. An export without a name here is dropped.
#[derive(Debug, Default, PartialEq, Eq)]
struct Names {
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
}

impl Names {
    fn of(wasm: &[u8], script: &str, others: &str) -> Result<Self> {
        let mut names = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        names.import(import?.name, script);
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        names.export(export?.name, script, others);
                    }
                }
                _ => {}
            }
        }
        Ok(names)
    }

    fn import(&mut self, name: &str, script: &str) {
        let short = short(self.imports.len());
        let generated = name.starts_with("__wb") && mentions(script, name);
        self.imports.insert(name.to_owned(), if generated { short } else { name.to_owned() });
    }

    fn export(&mut self, name: &str, script: &str, others: &str) {
        if mentions(others, name) {
            self.exports.insert(name.to_owned(), name.to_owned());
        } else if mentions(script, name) {
            // Only a name that nothing else in the script can have.
            let unique = name.contains("__");
            let short = format!("_{}", short(self.exports.len()));
            self.exports.insert(name.to_owned(), if unique { short } else { name.to_owned() });
        }
    }

    fn in_script(&self, script: &str) -> String {
        let mut renamed = String::with_capacity(script.len());
        for word in words(script) {
            let new = self.imports.get(word).or_else(|| self.exports.get(word));
            renamed.push_str(new.map_or(word, String::as_str));
        }
        renamed
    }

    fn in_program(&self, wasm: &[u8]) -> Result<Vec<u8>> {
        let mut module = Module::new();
        Renaming(self)
            .parse_core_module(&mut module, Parser::new(0), wasm)
            .map_err(|error| anyhow!("{error}"))
            .context("could not rename what the program imports")?;
        Ok(module.finish())
    }
}

struct Renaming<'a>(&'a Names);

impl Reencode for Renaming<'_> {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        for import in section.into_imports() {
            let import = import?;
            let name = self.0.imports.get(import.name).map_or(import.name, String::as_str);
            self.parse_import(imports, Import { name, ..import })?;
        }
        Ok(())
    }

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: Export<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        let Some(name) = self.0.exports.get(export.name) else { return Ok(()) };
        reencode::utils::parse_export(self, exports, Export { name, ..export })
    }
}

fn mentions(script: &str, name: &str) -> bool {
    words(script).any(|word| word == name)
}

/// The script in pieces: each identifier is one, and so is whatever is between two.
fn words(script: &str) -> impl Iterator<Item = &str> {
    let in_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut left = script;
    std::iter::from_fn(move || {
        let begins = in_word(left.chars().next()?);
        let end = left.find(|c| in_word(c) != begins).unwrap_or(left.len());
        let (word, rest) = left.split_at(end);
        left = rest;
        Some(word)
    })
}

/// A short name for each number: `a` to `z`, then `aa` and so on.
fn short(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b'a' + u8::try_from(number % 26).unwrap_or_default()));
        if number < 26 {
            return name;
        }
        number = number / 26 - 1;
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, EntityType, ExportKind, Function, FunctionSection, Instruction, TypeSection,
    };

    use super::*;

    const SCRIPT: &str = "\
export class Pipe {
    close() {
        wasm.pipe_close(this.ptr);
    }
}
if (Symbol.dispose) Pipe.prototype[Symbol.dispose] = Pipe.prototype.free;

function imports() {
    return { __wbg_now_12ab: function() { return wasm.call__h34cd(Date.now()); } };
}
const PipeFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_pipe_free(ptr, 1));
wasm.main();
";

    fn program() -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./bg.js", "__wbg_now_12ab", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut exports = ExportSection::new();
        for name in ["main", "call__h34cd", "pipe_close", "__wbg_pipe_free", "shared"] {
            exports.export(name, ExportKind::Func, 1);
        }
        let mut code = CodeSection::new();
        let mut function = Function::new([]);
        function.instruction(&Instruction::End);
        code.function(&function);
        module.section(&types).section(&imports).section(&functions).section(&exports).section(&code);
        module.finish()
    }

    #[test]
    fn classes_go_and_the_rest_stays() {
        let left = without_classes(SCRIPT);
        assert!(!left.contains("Pipe"), "{left}");
        assert!(left.contains("function imports()") && left.ends_with("wasm.main();\n"), "{left}");
    }

    #[test]
    fn both_sides_are_renamed_alike_and_unused_exports_go() -> Result<()> {
        let script = without_classes(SCRIPT);
        let names = Names::of(&program(), &script, "const { shared } = initSync()")?;
        assert_eq!(names.imports["__wbg_now_12ab"], "a");
        let exports = names.exports.keys().map(String::as_str).collect::<Vec<_>>();
        assert_eq!(exports, ["call__h34cd", "main", "shared"]);
        assert_eq!((names.exports["main"].as_str(), names.exports["shared"].as_str()), ("main", "shared"));
        let renamed = names.in_script(&script);
        assert!(renamed.contains("{ a: function() { return wasm._b(Date.now()); } }"), "{renamed}");
        let again = Names::of(&names.in_program(&program())?, &renamed, "shared")?;
        assert_eq!(again.imports.keys().collect::<Vec<_>>(), ["a"]);
        assert_eq!(again.exports.keys().collect::<Vec<_>>(), ["_b", "main", "shared"]);
        Ok(())
    }

    #[test]
    fn short_names_do_not_repeat() {
        let all = (0..1_000).map(short).collect::<std::collections::BTreeSet<_>>();
        assert_eq!(all.len(), 1_000);
        assert_eq!(
            (short(0), short(25), short(26), short(701), short(702)),
            ("a".into(), "z".into(), "aa".into(), "zz".into(), "aaa".into())
        );
    }
}
