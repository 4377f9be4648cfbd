use super::id;
use crate::cloud::{SecurityGroup, SecurityRule};

const EVERYWHERE: &str = "0.0.0.0/0";

pub(super) fn of_demo() -> Vec<SecurityGroup> {
    let office = "203.0.113.0/24";
    vec![
        group(81, "default", "Lets everything out", vec![everything_out(1)]),
        group(
            82,
            "web",
            "Web pages for everybody, SSH for the office",
            vec![
                tcp(2, 443, EVERYWHERE),
                tcp(3, 22, office),
                SecurityRule {
                    protocol: "ICMP".to_owned(),
                    start_port: None,
                    end_port: None,
                    icmp_type: Some(8),
                    icmp_code: Some(0),
                    ..tcp(4, 0, office)
                },
                everything_out(5),
            ],
        ),
    ]
}

pub(super) fn of_other() -> Vec<SecurityGroup> {
    vec![group(2801, "default", "Lets everything out", vec![everything_out(6)])]
}

fn group(number: u16, name: &str, description: &str, rules: Vec<SecurityRule>) -> SecurityGroup {
    SecurityGroup {
        id: id(number),
        name: name.to_owned(),
        description: description.to_owned(),
        is_active: true,
        rules,
    }
}

fn tcp(id: i64, port: i64, cidr_list: &str) -> SecurityRule {
    SecurityRule {
        id,
        is_egress: false,
        protocol: "TCP".to_owned(),
        start_port: Some(port),
        end_port: Some(port),
        icmp_type: None,
        icmp_code: None,
        cidr_list: cidr_list.to_owned(),
    }
}

fn everything_out(id: i64) -> SecurityRule {
    SecurityRule { is_egress: true, end_port: Some(65_535), ..tcp(id, 1, EVERYWHERE) }
}
