use std::fmt;

/// A kind of thing that has an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    Zone,
    ComputeOffering,
    StorageOffering,
    Template,
    Iso,
    NetworkOffering,
    Network,
    Instance,
    SshKey,
    SecurityGroup,
    Volume,
    VmSnapshot,
}

impl Thing {
    /// The route of `/restapi` that lists things of this kind.
    pub fn list(self) -> &'static str {
        match self {
            Self::Zone => "zone/zonelist",
            Self::ComputeOffering => "compute/computeOfferingList",
            Self::StorageOffering => "storage/storageOfferingList",
            Self::Template | Self::Iso => "template/templateList",
            Self::NetworkOffering => "networkoffering/networkOfferingList",
            Self::Network => "network/networkList",
            Self::Instance => "instance/instanceList",
            Self::SshKey => "sshkey/sshkeyList",
            Self::SecurityGroup => "securitygroup/securityList",
            Self::Volume => "volume/volumeList",
            Self::VmSnapshot => "vmsnapshot/vmsnapshotList",
        }
    }
}

impl fmt::Display for Thing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Zone => "zone",
            Self::ComputeOffering => "compute offering",
            Self::StorageOffering => "storage offering",
            Self::Template => "template",
            Self::Iso => "ISO",
            Self::NetworkOffering => "network offering",
            Self::Network => "network",
            Self::Instance => "instance",
            Self::SshKey => "SSH key",
            Self::SecurityGroup => "security group",
            Self::Volume => "volume",
            Self::VmSnapshot => "VM snapshot",
        })
    }
}
