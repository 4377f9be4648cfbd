use crate::pages::docs::openapi::{Kind, Member, Shape};
use crate::text;

/// The kind of a shape, e.g. `string (uuid) or null`, `list of Activity`.
pub fn in_words(shape: &Shape) -> String {
    let name = || if shape.name.is_empty() { "object".to_owned() } else { shape.name.clone() };
    let kind = match &shape.kind {
        Kind::Any => text!(docs.kind.any).to_owned(),
        Kind::Plain(kind) => kind.clone(),
        Kind::Object => name(),
        Kind::Map => text!(docs.kind.map, of = name()),
        Kind::List => text!(docs.kind.list, of = name()),
        Kind::Choice if shape.name.is_empty() => text!(docs.kind.choice).to_owned(),
        Kind::Choice => name(),
        Kind::Seen => text!(docs.kind.seen, name = name()),
    };
    let kind = if shape.format.is_empty() { kind } else { format!("{kind} ({})", shape.format) };
    if shape.nullable { text!(docs.kind.or_null, kind = kind) } else { kind }
}

/// Variants have no name of their own: their only value, the member that has but one value, or the only member tells them apart.
pub(super) fn name_of_choice(shape: &Shape) -> String {
    if let ([value], []) = (shape.values.as_slice(), shape.members.as_slice()) {
        return value.clone();
    }
    let tag = |member: &Member| match member.shape.values.as_slice() {
        [only] => Some(format!("{}: {only}", member.name)),
        _ => None,
    };
    let only = || match shape.members.as_slice() {
        [only] => Some(only.name.clone()),
        _ => None,
    };
    let unnamed = shape.name.is_empty();
    let named = unnamed.then(|| shape.members.iter().find_map(tag).or_else(only)).flatten();
    named.unwrap_or_else(|| in_words(shape))
}
