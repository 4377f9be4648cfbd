//! Limits on connections: one client that opens many leaves room for the others.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use ipnet::IpNet;

use crate::throttle::AddressGroup;

/// Descriptors that are wanted of the system.
const WANTED: u64 = 16_384;
/// Descriptors for the database and whatever else is no connection.
const RESERVED: u64 = 128;
/// One of so many parts of all connections is the share of one client.
const SHARES: usize = 4;

/// Connections that may be open at once.
pub(super) struct ConnectionLimits {
    total: usize,
    share: usize,
    /// Their connections carry other clients', so no share holds for them.
    trusted_proxies: Vec<IpNet>,
    open: Mutex<Open>,
}

#[derive(Default)]
struct Open {
    all: usize,
    by_client: HashMap<AddressGroup, usize>,
}

/// The room of one connection, given back on drop.
pub(super) struct Room {
    limits: Arc<ConnectionLimits>,
    client: AddressGroup,
}

impl ConnectionLimits {
    /// As many as the system lets this process have; its soft limit is raised first.
    pub(super) fn of_process(trusted_proxies: Vec<IpNet>) -> Arc<Self> {
        let descriptors = rlimit::increase_nofile_limit(WANTED).unwrap_or_else(|error| {
            tracing::warn!(%error, "the limit on open files cannot be raised");
            1024
        });
        let total = usize::try_from(descriptors.saturating_sub(RESERVED)).unwrap_or(usize::MAX);
        Self::new(total.max(SHARES), trusted_proxies)
    }

    fn new(total: usize, trusted_proxies: Vec<IpNet>) -> Arc<Self> {
        Arc::new(Self { total, share: total / SHARES, trusted_proxies, open: Mutex::default() })
    }

    /// Room for one more connection from this address, if there is any.
    pub(super) fn admit(self: &Arc<Self>, address: IpAddr) -> Option<Room> {
        let address = address.to_canonical();
        let client = AddressGroup::from(address);
        let is_proxy = self.trusted_proxies.iter().any(|network| network.contains(&address));
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let of_client = open.by_client.get(&client).copied().unwrap_or_default();
        if open.all >= self.total || (of_client >= self.share && !is_proxy) {
            return None;
        }
        open.all += 1;
        open.by_client.insert(client, of_client + 1);
        Some(Room { limits: self.clone(), client })
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let mut open = self.limits.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.all -= 1;
        if let Some(of_client) = open.by_client.get_mut(&self.client) {
            *of_client -= 1;
            if *of_client == 0 {
                open.by_client.remove(&self.client);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn admit(limits: &Arc<ConnectionLimits>, address: &str, times: usize) -> Vec<Room> {
        let address = address.parse().unwrap();
        (0..times).filter_map(|_| limits.admit(address)).collect()
    }

    #[test]
    fn a_client_has_a_share_and_gives_it_back() {
        let limits = ConnectionLimits::new(8, Vec::new());
        let rooms = admit(&limits, "192.0.2.1", 5);
        assert_eq!(rooms.len(), 2);
        assert_eq!(admit(&limits, "192.0.2.2", 1).len(), 1, "others have theirs");
        drop(rooms);
        assert_eq!(admit(&limits, "192.0.2.1", 5).len(), 2);
    }

    #[test]
    fn an_ipv6_network_is_one_client() {
        let limits = ConnectionLimits::new(8, Vec::new());
        let _one = admit(&limits, "2001:db8::1", 2);
        assert_eq!(admit(&limits, "2001:db8::2", 1).len(), 0);
    }

    #[test]
    fn no_more_than_all_are_open() {
        let limits = ConnectionLimits::new(8, Vec::new());
        let rooms: Vec<_> = (1..9).flat_map(|host| admit(&limits, &format!("192.0.2.{host}"), 2)).collect();
        assert_eq!(rooms.len(), 8);
    }

    #[test]
    fn a_trusted_proxy_has_no_share() {
        let limits = ConnectionLimits::new(8, vec!["10.0.0.0/8".parse().unwrap()]);
        assert_eq!(admit(&limits, "::ffff:10.0.0.1", 9).len(), 8);
    }
}
