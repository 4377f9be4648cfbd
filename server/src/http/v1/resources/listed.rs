use latchkey_contract::Page;
use latchkey_contract::compute::{Instance, SshKey, VmSnapshot, Volume};
use latchkey_contract::network::{Network, SecurityGroup};
use latchkey_contract::resource::{LastChange, ResourceSort, ResourceState};
use uuid::Uuid;

use super::list_query::{ListQuery, Place};
use crate::http::Portal;
use crate::http::problem::ApiError;

/// What can be listed.
pub(super) trait Listed {
    fn id(&self) -> Uuid;
    fn name(&self) -> &str;
    fn state(&self) -> ResourceState;
    fn last_change(&self) -> Option<&LastChange>;
    fn set_last_change(&mut self, change: Option<LastChange>);
    /// What a search looks into beside the name and the id.
    fn texts(&self) -> Vec<&str>;
}

macro_rules! listed {
    ($($item:ty: |$own:ident| $texts:expr;)+) => {
        $(impl Listed for $item {
            fn id(&self) -> Uuid {
                self.id
            }

            fn name(&self) -> &str {
                &self.name
            }

            fn state(&self) -> ResourceState {
                self.state
            }

            fn last_change(&self) -> Option<&LastChange> {
                self.last_change.as_ref()
            }

            fn set_last_change(&mut self, change: Option<LastChange>) {
                self.last_change = change;
            }

            fn texts(&self) -> Vec<&str> {
                let $own = self;
                $texts
            }
        })+
    };
}

listed! {
    Instance: |it| [Some(it.template.as_str()), Some(&it.zone), it.network.as_deref(), it.private_ip.as_deref()]
        .into_iter().flatten().collect();
    Volume: |it| [Some(it.offering.as_str()), Some(&it.zone), it.instance.as_deref()].into_iter().flatten().collect();
    VmSnapshot: |it| [Some(it.description.as_str()), Some(&it.zone), it.instance.as_deref()]
        .into_iter().flatten().collect();
    SshKey: |_it| Vec::new();
    Network: |it| vec![&it.cidr, &it.gateway, &it.kind, &it.zone];
    SecurityGroup: |it| vec![&it.description];
}

/// The page of `items` that is asked for, each with what was done to it last.
pub(super) async fn page<T: Listed>(
    portal: &Portal,
    mut items: Vec<T>,
    query: &ListQuery,
) -> Result<Page<T>, ApiError> {
    items.retain(|item| is_found(item, &query.search));
    let ids: Vec<Uuid> = items.iter().map(T::id).collect();
    let mut changes = portal.store.last_changes(&ids).await?;
    for item in &mut items {
        item.set_last_change(changes.remove(&item.id()));
    }
    let mut placed: Vec<(Place, T)> =
        items.into_iter().map(|item| (place(&item, query.sort), item)).collect();
    placed.sort_by(|(one, _), (other, _)| one.compare(other, query.order));
    if let Some(after) = &query.after {
        placed.retain(|(place, _)| place.compare(after, query.order).is_gt());
    }
    let more_follow = placed.len() > query.limit;
    placed.truncate(query.limit);
    let last = placed.last().filter(|_| more_follow).map(|(place, _)| place.clone());
    let next = last.map(|last| query.cursor(last)).transpose()?;
    Ok(Page { items: placed.into_iter().map(|(_, item)| item).collect(), next })
}

fn is_found(item: &impl Listed, search: &str) -> bool {
    let holds = |text: &str| text.to_lowercase().contains(search);
    search.is_empty()
        || holds(item.name())
        || item.id().to_string().contains(search)
        || item.texts().into_iter().any(holds)
}

fn place(item: &impl Listed, sort: ResourceSort) -> Place {
    let name = item.name().to_lowercase();
    let value = match sort {
        ResourceSort::Name => name.clone(),
        ResourceSort::State => rank(item.state()).to_string(),
        ResourceSort::LastChange => {
            item.last_change().map(|change| change.at.as_str().to_owned()).unwrap_or_default()
        }
    };
    Place { value, name, id: item.id() }
}

/// From what is broken, by what is under way, to what is at rest. One digit.
fn rank(state: ResourceState) -> u8 {
    match state {
        ResourceState::Error => 0,
        ResourceState::Creating => 1,
        ResourceState::Starting => 2,
        ResourceState::Stopping => 3,
        ResourceState::Destroying => 4,
        ResourceState::Running => 5,
        ResourceState::Ready => 6,
        ResourceState::Stopped => 7,
        ResourceState::Disabled => 8,
        ResourceState::Unknown => 9,
    }
}

/// Whether something can be used, in a word.
pub(super) fn usable(is_active: bool) -> ResourceState {
    if is_active { ResourceState::Ready } else { ResourceState::Disabled }
}

#[cfg(test)]
mod tests {
    use latchkey_contract::resource::SortOrder;

    use super::*;

    fn key(id: u128, name: &str) -> SshKey {
        SshKey {
            id: Uuid::from_u128(id),
            name: name.to_owned(),
            state: ResourceState::Ready,
            last_change: None,
        }
    }

    #[test]
    fn names_that_are_the_same_run_by_id_in_either_order() {
        let (one, other) = (key(1, "Same"), key(2, "same"));
        for order in [SortOrder::Ascending, SortOrder::Descending] {
            let places = [&one, &other].map(|it| place(it, ResourceSort::Name));
            assert!(places[0].compare(&places[1], order).is_lt(), "{order:?}");
        }
    }

    #[test]
    fn a_search_looks_into_name_and_id_whatever_the_case() {
        let key = key(0xabc, "Laptop");
        for search in ["", "lap", "top", "abc"] {
            assert!(is_found(&key, search), "{search}");
        }
        assert!(!is_found(&key, "desk"));
    }
}
