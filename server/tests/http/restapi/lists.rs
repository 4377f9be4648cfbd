use latchkey_contract::ProblemKind;
use serde_json::{Value, json};

use super::script::Script;
use crate::harness::{KeyPair, OTHER, TestPortal, USER};

/// A list of the contract, section 3.
struct List {
    path: &'static str,
    key: &'static str,
    /// By what it is narrowed.
    filters: &'static [&'static str],
    /// The keys that items may hold, with their types: s text, b bool, n number, a array.
    allowed: &'static str,
    /// Those of them that the provider may not get and that are left out here.
    left_out: &'static [&'static str],
}

const ZONE_AND_ID: &[&str] = &["zoneUuid", "uuid"];
const LISTS: [List; 12] = [
    List {
        path: "/restapi/zone/zonelist",
        key: "listZoneResponse",
        filters: &["uuid"],
        allowed: "uuid s, name s, isActive b",
        left_out: &[],
    },
    List {
        path: "/restapi/compute/computeOfferingList",
        key: "listComputeOfferingResponse",
        filters: ZONE_AND_ID,
        allowed: "uuid s, name s, displayText s, numberOfCores s, clockSpeed s, memory s, storageType s, isActive b",
        left_out: &[],
    },
    List {
        path: "/restapi/storage/storageOfferingList",
        key: "listStorageOfferingResponse",
        filters: ZONE_AND_ID,
        allowed: "uuid s, name s, description s, storageType s, diskSize s, isCustomDisk b, isActive b",
        left_out: &[],
    },
    List {
        path: "/restapi/template/templateList",
        key: "listTemplateResponse",
        filters: ZONE_AND_ID,
        allowed: "uuid s, name s, description s, osCategoryName s, format s, zoneName s, zoneUuid s, templateCost s, \
                  isActive s",
        left_out: &[],
    },
    List {
        path: "/restapi/networkoffering/networkOfferingList",
        key: "listNetworkOfferingResponse",
        filters: ZONE_AND_ID,
        allowed: "uuid s, name s, displayText s, offerName s, isActive b, networkTrialOffering b, availability s, \
                  guestIpType s",
        left_out: &[],
    },
    List {
        path: "/restapi/networkoffering/vpcNetworkOfferingList",
        key: "listNetworkOfferingResponse",
        filters: &["uuid"],
        allowed: "uuid s, name s, displayText s, offerName s, isActive b, networkTrialOffering b, availability s, \
                  guestIpType s",
        left_out: &[],
    },
    List {
        path: "/restapi/network/networkList",
        key: "listNetworkResponse",
        filters: ZONE_AND_ID,
        allowed: "uuid s, name s, isActive b, domainName s, cIDR s, gateway s, networkType s, networkOfferingUuid s, \
                  zoneUuid s, networkDomain s, status s, cleanUpNetwork b, networkAclList s",
        left_out: &["networkAclList"],
    },
    List {
        path: "/restapi/instance/instanceList",
        key: "listInstanceResponse",
        filters: &["zoneUuid", "vmUuid"],
        allowed: "uuid s, name s, displayName s, description s, diskSize n, instanceOwnerName s, networkName s, \
                  templateName s, cpuCore s, memory s, volumeSize s, state s, status s, instancePrivateIp s, \
                  networkUuid s, storageOfferingUuid s, computeOfferingUuid s, templateUuid s, zoneUuid s, sshUuid s, \
                  isActive b, rootDiskSize s",
        left_out: &["description"],
    },
    List {
        path: "/restapi/sshkey/sshkeyList",
        key: "listSSHKeyResponse",
        filters: &[],
        allowed: "uuid s, name s, isActive b, domainName s, status s",
        left_out: &[],
    },
    List {
        path: "/restapi/securitygroup/securityList",
        key: "listSecurityGroupResponse",
        filters: &["uuid"],
        allowed: "uuid s, name s, isActive b, description s, status s, securityGroupFirewallRule a, \
                  securityGroupEgressRule a, securityGroupPortForwarding a",
        left_out: &[],
    },
    List {
        path: "/restapi/volume/volumeList",
        key: "listVolumeResponse",
        filters: ZONE_AND_ID,
        allowed: "uuid s, name s, volumeType s, storageOfferingName s, vmInstanceName s, storageDiskSize s, \
                  domainName s, storageOfferingUuid s, zoneUuid s, status s, isActive b, isShrink s, createdTimeStamp n, \
                  jobId s",
        left_out: &[],
    },
    List {
        path: "/restapi/vmsnapshot/vmsnapshotList",
        key: "listVmSnapshotResponse",
        filters: ZONE_AND_ID,
        allowed: "uuid s, name s, description s, isActive b, domainName s, isCurrent b, status s, createdTimeStamp n, \
                  zoneUuid s, jobId s",
        left_out: &[],
    },
];
const RULE: &str = "id n, protocol s, startPort s, endPort s, icmpType s, icmpCode s, securityGroupUuid s, cidrList s, \
                    isActive b";

fn type_of(value: &Value) -> &str {
    match value {
        Value::String(_) => "s",
        Value::Bool(_) => "b",
        Value::Number(_) => "n",
        Value::Array(_) => "a",
        _ => "?",
    }
}

fn names(allowed: &str) -> Vec<&str> {
    allowed.split(", ").map(str::trim).collect()
}

/// The names and types of an item, all of them among the allowed ones.
fn typed(item: &Value, allowed: &str) -> Vec<String> {
    let typed: Vec<_> =
        item.as_object().unwrap().iter().map(|(name, value)| format!("{name} {}", type_of(value))).collect();
    for one in &typed {
        assert!(names(allowed).contains(&one.as_str()), "{one} is not allowed");
    }
    typed
}

async fn list(portal: &TestPortal, pair: &KeyPair, path: &str, key: &str) -> Vec<Value> {
    let reply = pair.get(&portal.nobody(), path).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    let list = reply.json();
    let items = list[key].as_array().unwrap();
    assert_eq!(list, json!({"count": items.len(), key: items}), "nothing else at the top");
    items.clone()
}

#[tokio::test]
async fn items_hold_exactly_the_agreed_keys_and_types() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    for List { path, key, allowed, left_out, .. } in LISTS {
        let items = list(&portal, &pair, path, key).await;
        assert!(!items.is_empty(), "{path}");
        let seen: Vec<String> = items.iter().flat_map(|item| typed(item, allowed)).collect();
        for expected in names(allowed) {
            let name = expected.split(' ').next().unwrap();
            let is_left_out = left_out.contains(&name);
            assert_eq!(seen.iter().any(|one| one == expected), !is_left_out, "{path}: {expected}");
        }
    }
}

#[tokio::test]
async fn rules_hold_exactly_the_agreed_keys_and_types() {
    let script = Script::start().await;
    let mut seen = Vec::new();
    for group in script.list("securitygroup/securityList").await {
        assert_eq!(group["securityGroupPortForwarding"], json!([]));
        for array in ["securityGroupFirewallRule", "securityGroupEgressRule"] {
            for rule in group[array].as_array().unwrap() {
                seen.extend(typed(rule, RULE));
                assert_eq!(rule["securityGroupUuid"], group["uuid"]);
            }
        }
    }
    assert!(names(RULE).iter().all(|expected| seen.iter().any(|one| one == expected)));
}

#[tokio::test]
async fn every_template_says_whether_it_is_an_iso() {
    let script = Script::start().await;
    let templates = script.list("template/templateList").await;
    let isos = templates.iter().filter(|template| template["format"].as_str().unwrap() == "ISO").count();
    assert_eq!((templates.len(), isos), (5, 2));
    assert!(templates.iter().all(|template| template["isActive"] == "true"));
}

#[tokio::test]
async fn networks_of_vpcs_have_offerings_of_their_own() {
    let script = Script::start().await;
    let usual = script.list("networkoffering/networkOfferingList").await;
    let of_vpcs = script.list("networkoffering/vpcNetworkOfferingList").await;
    assert!(of_vpcs.iter().all(|offering| !usual.contains(offering)));
}

#[tokio::test]
async fn lists_are_narrowed() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let nobody = portal.nobody();
    for List { path, key, filters, .. } in LISTS {
        let all = list(&portal, &pair, path, key).await;
        for by in filters {
            let unknown = format!("{path}?{by}={}", uuid::Uuid::now_v7());
            assert!(list(&portal, &pair, &unknown, key).await.is_empty(), "{unknown}");
            let unreadable = pair.get(&nobody, &format!("{path}?{by}=first")).await;
            assert_eq!(unreadable.refused(400), ProblemKind::MalformedRequest);
            assert_eq!(list(&portal, &pair, &format!("{path}?{by}="), key).await, all, "{path} {by}");
        }
        if let Some(by_id) = filters.iter().find(|by| **by != "zoneUuid") {
            let id = all[0]["uuid"].as_str().unwrap();
            assert_eq!(list(&portal, &pair, &format!("{path}?{by_id}={id}"), key).await, all[..1]);
        }
        if filters.contains(&"zoneUuid") {
            let zone = super::demo_id(1);
            let expected: Vec<_> = all
                .iter()
                .filter(|item| item["zoneUuid"].is_null() || item["zoneUuid"] == *zone)
                .cloned()
                .collect();
            assert_eq!(list(&portal, &pair, &format!("{path}?zoneUuid={zone}"), key).await, expected);
        }
    }
}

#[tokio::test]
async fn a_company_sees_its_own_resources_only() {
    let portal = TestPortal::start().await;
    let mine = portal.granted(USER).await;
    let theirs = portal.granted(OTHER).await;
    for List { path, key, filters, .. } in &LISTS[6..] {
        let (mine, others) = (list(&portal, &mine, path, key).await, list(&portal, &theirs, path, key).await);
        assert!(!others.is_empty() && others.iter().all(|item| !mine.contains(item)), "{path}");
        if let Some(by_id) = filters.iter().find(|by| **by != "zoneUuid") {
            let id = mine[0]["uuid"].as_str().unwrap();
            assert!(list(&portal, &theirs, &format!("{path}?{by_id}={id}"), key).await.is_empty(), "{path}");
        }
    }
}

#[tokio::test]
async fn the_same_id_names_a_job_and_its_thing() {
    let script = Script::start().await;
    for path in ["volume/volumeList", "vmsnapshot/vmsnapshotList"] {
        assert!(script.list(path).await.iter().all(|item| item["jobId"] == item["uuid"]));
    }
}
