//! The browser's `Intl`, reached so that what it lacks or refuses is `None` and no exception.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::locale;

/// `new Intl.CLASS(page's language, options)`.
pub(super) fn construct(class: &str, options: &Object) -> Option<JsValue> {
    let class = method(&intl()?, class)?;
    Reflect::construct(&class, &Array::of2(&languages(), options)).ok()
}

/// `Intl.supportedValuesOf(what)`.
pub(super) fn supported_values(what: &str) -> Option<Array> {
    let intl = intl()?;
    method(&intl, "supportedValuesOf")?.call1(&intl, &what.into()).ok().map(|list| Array::from(&list))
}

pub(super) fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

pub(super) fn options(members: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in members {
        // Setting a member of a fresh plain object cannot fail.
        _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}

/// The page's language, as `Intl` takes it.
pub(super) fn languages() -> Array {
    Array::of1(&leptos_i18n::Locale::as_str(locale()).into())
}

fn intl() -> Option<JsValue> {
    Reflect::get(&js_sys::global(), &"Intl".into()).ok()
}
