use serde_json::Value;

use super::document::Document;
use super::{list, members, plain, text};

/// A schema with every `$ref` followed, ready to be shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shape {
    pub kind: Kind,
    /// The component's name, if it is one, e.g. `ApiAccess`; of a list, the name of its items.
    pub name: String,
    pub nullable: bool,
    /// e.g. `uuid`, `date-time`.
    pub format: String,
    pub description: String,
    /// All that it may be, if it is an enumeration.
    pub values: Vec<String>,
    /// Limits, as they stand in the document, e.g. `maxLength: 500`.
    pub limits: Vec<String>,
    pub default: Option<String>,
    pub members: Vec<Member>,
    /// It is one of these.
    pub choices: Vec<Shape>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Anything at all.
    #[default]
    Any,
    /// `string`, `integer`, `number`, `boolean`, `null`.
    Plain(String),
    Object,
    /// Any names, all with members of one kind.
    Map,
    /// A list; the shape tells of its items.
    List,
    /// One of several shapes.
    Choice,
    /// A shape that is being shown already, further out.
    Seen,
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    pub name: String,
    pub required: bool,
    pub shape: Shape,
}

const LIMITS: [&str; 8] =
    ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern", "multipleOf"];

impl Shape {
    /// Whether nothing is said of it but which values it may have.
    fn is_bare_value(&self) -> bool {
        !self.values.is_empty() && self.members.is_empty() && self.description.is_empty()
    }
}

/// The shape of `schema`.
pub fn shape(document: &Document, schema: &Value) -> Shape {
    Walk { document, open: Vec::new() }.shape(schema)
}

struct Walk<'a> {
    document: &'a Document,
    /// References that are being followed: a schema may contain itself.
    open: Vec<&'a str>,
}

impl<'a> Walk<'a> {
    fn shape(&mut self, schema: &'a Value) -> Shape {
        let Some(reference) = schema["$ref"].as_str() else { return self.inline(schema) };
        let name = reference.rsplit('/').next().unwrap_or_default().to_owned();
        let described = text(schema, "description");
        if self.open.contains(&reference) {
            return Shape { kind: Kind::Seen, name, description: described.to_owned(), ..Shape::default() };
        }
        self.open.push(reference);
        let document = self.document;
        let mut shape = self.shape(document.resolve(schema));
        self.open.pop();
        shape.name = name;
        if !described.is_empty() {
            shape.description = described.to_owned();
        }
        shape
    }

    fn inline(&mut self, schema: &'a Value) -> Shape {
        let mut shape = Shape {
            nullable: is_nullable(schema),
            format: text(schema, "format").to_owned(),
            description: text(schema, "description").to_owned(),
            values: values(schema),
            limits: limits(schema),
            default: schema.get("default").map(plain),
            ..Shape::default()
        };
        let kind = kind_name(schema);
        if kind == "array" {
            self.list(schema, &mut shape);
        } else if kind == "object" || schema.get("properties").is_some() || schema.get("allOf").is_some() {
            self.object(schema, &mut shape);
        } else if let Some(choices) = schema.get("oneOf").or_else(|| schema.get("anyOf")) {
            self.choice(list(choices), &mut shape);
        } else if !kind.is_empty() {
            shape.kind = Kind::Plain(kind.to_owned());
        }
        shape
    }

    fn list(&mut self, schema: &'a Value, shape: &mut Shape) {
        let items = self.shape(&schema["items"]);
        shape.kind = Kind::List;
        shape.name = if items.name.is_empty() { kind_word(&items) } else { items.name };
        shape.members = items.members;
        shape.choices = items.choices;
        shape.values = items.values;
    }

    fn object(&mut self, schema: &'a Value, shape: &mut Shape) {
        shape.kind = Kind::Object;
        for (name, member) in members(&schema["properties"]) {
            let required = list(&schema["required"]).iter().any(|required| required == name);
            shape.members.push(Member { name: name.to_owned(), required, shape: self.shape(member) });
        }
        for part in list(&schema["allOf"]) {
            let part = self.shape(part);
            shape.members.extend(part.members);
            shape.choices.extend(part.choices);
        }
        for choice in list(schema.get("oneOf").or_else(|| schema.get("anyOf")).unwrap_or(&Value::Null)) {
            shape.choices.push(self.shape(choice));
        }
        // What must be given comes first.
        shape.members.sort_by_key(|member| !member.required);
        let rest = &schema["additionalProperties"];
        if shape.members.is_empty() && rest.is_object() {
            let values = self.shape(rest);
            shape.kind = Kind::Map;
            shape.name = if values.name.is_empty() { kind_word(&values) } else { values.name };
            shape.members = values.members;
            shape.choices = values.choices;
        }
    }

    fn choice(&mut self, choices: &'a [Value], shape: &mut Shape) {
        let mut shapes: Vec<Shape> = choices
            .iter()
            .filter(|choice| text(choice, "type") != "null")
            .map(|choice| self.shape(choice))
            .collect();
        shape.nullable |= shapes.len() < choices.len();
        if shapes.len() == 1
            && let Some(only) = shapes.pop()
        {
            let outer = std::mem::take(shape);
            *shape = only;
            shape.nullable |= outer.nullable;
            if !outer.description.is_empty() {
                shape.description = outer.description;
            }
        } else if shapes.iter().all(|choice| choice.is_bare_value()) {
            shape.kind = Kind::Plain("string".to_owned());
            shape.values = shapes.into_iter().flat_map(|choice| choice.values).collect();
        } else {
            shape.kind = Kind::Choice;
            shape.choices = shapes;
        }
    }
}

/// What the items of a list are called that have no name of their own.
fn kind_word(shape: &Shape) -> String {
    match &shape.kind {
        Kind::Plain(kind) => kind.clone(),
        _ => "object".to_owned(),
    }
}

/// The first type that is not `null`; empty if the schema names none.
pub(super) fn kind_name(schema: &Value) -> &str {
    let kind = &schema["type"];
    match kind.as_str() {
        Some(name) => name,
        None => list(kind).iter().filter_map(Value::as_str).find(|name| *name != "null").unwrap_or_default(),
    }
}

fn is_nullable(schema: &Value) -> bool {
    list(&schema["type"]).iter().any(|name| name == "null")
}

fn values(schema: &Value) -> Vec<String> {
    let only = schema.get("const").into_iter();
    list(&schema["enum"]).iter().chain(only).filter(|value| !value.is_null()).map(plain).collect()
}

fn limits(schema: &Value) -> Vec<String> {
    LIMITS
        .iter()
        .filter_map(|name| schema.get(name).map(|limit| format!("{name}: {}", plain(limit))))
        .collect()
}
