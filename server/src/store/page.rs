use latchkey_contract::Page;
use uuid::Uuid;

use super::StoreError;

/// Which part of a list is wanted. Lists run newest first, so the cursor is the id (UUIDv7) of the last item seen.
#[derive(Clone, Copy, Debug)]
pub struct PageRequest {
    pub after: Option<Uuid>,
    /// From 1 to [`latchkey_contract::Page::MAX_LIMIT`]; the edge checks it.
    pub limit: u32,
}

impl PageRequest {
    /// The id that every item of the page is below.
    pub(super) fn before(&self) -> Uuid {
        self.after.unwrap_or(Uuid::max())
    }

    /// One item more than fits, which tells whether another page follows.
    pub(super) fn one_more(&self) -> u32 {
        self.limit.saturating_add(1)
    }

    /// Makes the page of the rows that were found below [`Self::before`], at most [`Self::one_more`] of them.
    pub(super) fn page_of<R, T>(
        &self,
        mut rows: Vec<R>,
        id: impl Fn(&R) -> Uuid,
    ) -> Result<Page<T>, StoreError>
    where
        T: TryFrom<R, Error = StoreError>,
    {
        let fitting = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let more_follow = rows.len() > fitting;
        rows.truncate(fitting);
        let next = rows.last().filter(|_| more_follow).map(|row| id(row).to_string());
        let items = rows.into_iter().map(T::try_from).collect::<Result<_, _>>()?;
        Ok(Page { items, next })
    }
}
