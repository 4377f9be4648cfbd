use std::future::Future;
use std::pin::Pin;

use latchkey_contract::Page;
use latchkey_contract::resource::ResourceKind;

use super::{Line, Lines};
use crate::api::{Api, ApiError, Wanted};
use crate::components::IconName;
use crate::place::Place;
use crate::text;

/// A kind of resource that has a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Instances,
    Volumes,
    VmSnapshots,
    SshKeys,
    Networks,
    SecurityGroups,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Instances => text!(resources.instances),
            Self::Volumes => text!(resources.volumes),
            Self::VmSnapshots => text!(resources.vm_snapshots),
            Self::SshKeys => text!(resources.ssh_keys),
            Self::Networks => text!(resources.networks),
            Self::SecurityGroups => text!(resources.security_groups),
        }
    }

    pub fn place(self) -> Place {
        match self {
            Self::Instances => Place::Instances,
            Self::Volumes => Place::Volumes,
            Self::VmSnapshots => Place::VmSnapshots,
            Self::SshKeys => Place::SshKeys,
            Self::Networks => Place::Networks,
            Self::SecurityGroups => Place::SecurityGroups,
        }
    }

    /// What is said where there is none.
    pub(super) fn none(self) -> &'static str {
        match self {
            Self::Instances => text!(resources.empty.instances),
            Self::Volumes => text!(resources.empty.volumes),
            Self::VmSnapshots => text!(resources.empty.vm_snapshots),
            Self::SshKeys => text!(resources.empty.ssh_keys),
            Self::Networks => text!(resources.empty.networks),
            Self::SecurityGroups => text!(resources.empty.security_groups),
        }
    }

    pub(super) fn icon(self) -> IconName {
        match self {
            Self::Instances | Self::Volumes | Self::VmSnapshots => IconName::COMPUTE,
            Self::SshKeys => IconName::KEY,
            Self::Networks | Self::SecurityGroups => IconName::NETWORK,
        }
    }

    /// Whether a change of `changed` may have changed this list.
    pub(super) fn is_about(self, changed: ResourceKind) -> bool {
        let own = match self {
            Self::Instances => ResourceKind::Instance,
            Self::Volumes => ResourceKind::Volume,
            Self::VmSnapshots => ResourceKind::VmSnapshot,
            Self::SshKeys => ResourceKind::SshKey,
            Self::Networks => ResourceKind::Network,
            Self::SecurityGroups => ResourceKind::SecurityGroup,
        };
        changed == own || changed == ResourceKind::Unknown
    }

    /// The heads of the columns between the state and the last change.
    pub(super) fn columns(self) -> Vec<&'static str> {
        match self {
            Self::Instances => vec![
                text!(resources.column.size),
                text!(resources.column.template),
                text!(resources.column.network),
                text!(resources.column.zone),
            ],
            Self::Volumes => vec![
                text!(resources.column.size),
                text!(resources.column.kind),
                text!(resources.column.attached_to),
                text!(resources.column.zone),
            ],
            Self::VmSnapshots => vec![
                text!(resources.column.instance),
                text!(resources.column.memory),
                text!(resources.column.created),
                text!(resources.column.zone),
            ],
            Self::SshKeys => Vec::new(),
            Self::Networks => vec![
                text!(resources.column.addresses),
                text!(resources.column.gateway),
                text!(resources.column.kind),
                text!(resources.column.zone),
            ],
            Self::SecurityGroups => vec![text!(resources.column.description), text!(resources.column.rules)],
        }
    }

    pub(super) fn fetch(self, api: Api, wanted: Wanted) -> Pin<Box<dyn Future<Output = Read>>> {
        match self {
            Self::Instances => Box::pin(async move { lines(api.instances(wanted).await) }),
            Self::Volumes => Box::pin(async move { lines(api.volumes(wanted).await) }),
            Self::VmSnapshots => Box::pin(async move { lines(api.vm_snapshots(wanted).await) }),
            Self::SshKeys => Box::pin(async move { lines(api.ssh_keys(wanted).await) }),
            Self::Networks => Box::pin(async move { lines(api.networks(wanted).await) }),
            Self::SecurityGroups => Box::pin(async move { lines(api.security_groups(wanted).await) }),
        }
    }
}

type Read = Result<Page<Line>, ApiError>;

fn lines<T: Lines>(read: Result<Page<T>, ApiError>) -> Read {
    read.map(|page| Page { items: page.items.into_iter().map(T::line).collect(), next: page.next })
}
