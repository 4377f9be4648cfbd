use leptos::prelude::*;

/// A part of a view that is built again whenever what it reads changes.
///
/// A closure put into a view as it is makes the compiler copy all that watches and rebuilds it, once for each closure;
/// this is compiled once for all.
pub fn changing<V: IntoView + 'static>(mut view: impl FnMut() -> V + Send + 'static) -> AnyView {
    let view: Box<dyn FnMut() -> AnyView + Send> = Box::new(move || view().into_any());
    view.into_any()
}
