"""Does what the Terraform provider does with a portal: reads every list, makes a network, an instance and a volume,
uses them, and takes everything down again in Terraform's order and at its speed, ten calls at once.

Usage: terraform_life_cycle.py URL        (URL like http://127.0.0.1:8080/restapi, no slash at the end)
The pair of keys comes from LATCHKEY_API_KEY and LATCHKEY_SECRET_KEY. Exits with 0 if every answer is what the provider needs.
Needs the package `requests`.
"""

import os
import string
import sys
import time
import zlib
from concurrent.futures import ThreadPoolExecutor

import requests

# Route, list key, and whether the list is narrowed by a zone.
LISTS = [
    ("zone/zonelist", "listZoneResponse", False),
    ("compute/computeOfferingList", "listComputeOfferingResponse", True),
    ("storage/storageOfferingList", "listStorageOfferingResponse", True),
    ("template/templateList", "listTemplateResponse", True),
    ("networkoffering/networkOfferingList", "listNetworkOfferingResponse", True),
    ("networkoffering/vpcNetworkOfferingList", "listNetworkOfferingResponse", False),
    ("network/networkList", "listNetworkResponse", True),
    ("instance/instanceList", "listInstanceResponse", True),
    ("sshkey/sshkeyList", "listSSHKeyResponse", False),
    ("securitygroup/securityList", "listSecurityGroupResponse", False),
    ("volume/volumeList", "listVolumeResponse", True),
    ("vmsnapshot/vmsnapshotList", "listVmSnapshotResponse", True),
]

BASE62 = string.digits + string.ascii_uppercase + string.ascii_lowercase

# Seconds between two looks at an instance, and until waiting for one is given up.
POLL, PATIENCE = 1, 120


class Client:
    """One connection a call, as the provider does."""

    def __init__(self, url, api_key, secret_key):
        self.url = url
        self.headers = {"apikey": api_key, "secretKey": secret_key}

    def call(self, method, route, query=None, body=None, success=True):
        answer = requests.request(
            method, f"{self.url}/{route}", params=query, json=body, headers=self.headers, timeout=30
        )
        assert answer.text, f"{method} {route}: an empty body crashes the provider"
        assert (answer.status_code in (200, 201, 202)) is success, (
            f"{method} {route}: {answer.status_code} {answer.text}"
        )
        return answer.json()

    def get(self, route, **query):
        return self.call("GET", route, query)

    def list(self, route, key, **query):
        answer = self.get(route, **query)
        assert isinstance(answer["count"], int) and isinstance(answer[key], list), route
        return answer[key]

    def wait(self, instance, state):
        deadline = time.monotonic() + PATIENCE
        while (status := self.get("instance/vmStatus", uuid=instance)["status"]) != state:
            assert time.monotonic() < deadline, f"the instance is {status} and not {state}"
            time.sleep(POLL)


def say(words):
    print(words, flush=True)


def read_everything(client):
    """All lists of a zone at once, as a plan does."""
    zone = client.list("zone/zonelist", "listZoneResponse")[0]["uuid"]
    with ThreadPoolExecutor(10) as pool:
        jobs = [
            pool.submit(client.list, route, key, **({"zoneUuid": zone} if by_zone else {}))
            for route, key, by_zone in LISTS
        ]
        lists = {route: job.result() for (route, _, _), job in zip(LISTS, jobs)}
    lists["iso"] = [item for item in lists["template/templateList"] if item["format"] == "ISO"]
    say(f"{len(lists)} lists read")
    return zone, lists


def first(items, what):
    assert items, f"there is no {what} to use"
    return items[0]["uuid"]


def make_network(client, zone, lists, name, instance=None):
    offering = first(lists["networkoffering/networkOfferingList"], "network offering")
    body = {"name": name, "networkOfferingUuid": offering, "zoneUuid": zone}
    if instance:
        body["virtualmachineUuid"] = instance
    answer = client.call("POST", "network/createNetwork", {"isPublic": "true"}, body)
    return answer["listNetworkResponse"][0]["uuid"]


def make_instance(client, zone, lists, network, name):
    template = first([it for it in lists["template/templateList"] if it["format"] != "ISO"], "template")
    body = {
        "name": name,
        "computeOfferingUuid": first(lists["compute/computeOfferingList"], "compute offering"),
        "templateUuid": template,
        "networkUuid": network,
        "zoneUuid": zone,
        "diskSize": 0,
    }
    answer = client.call("POST", "instance/createInstance", body=body)
    return answer["listInstanceResponse"][0]["uuid"]


def make_volume(client, zone, lists, name):
    fixed = [it for it in lists["storage/storageOfferingList"] if not it["isCustomDisk"]]
    offering = (fixed or lists["storage/storageOfferingList"])[0]
    size = int(offering["diskSize"]) or 10
    body = {"name": name, "diskSize": size, "storageOfferingUuid": offering["uuid"], "zoneUuid": zone}
    job = client.call("POST", "volume/createVolume", body=body)["listVolumeResponse"][0]["jobId"]
    assert isinstance(job, str) and job, "jobId is a text"
    return job


def life_cycle(client):
    zone, lists = read_everything(client)
    name = f"life-cycle-{time.time_ns()}"
    network = make_network(client, zone, lists, name)
    with ThreadPoolExecutor(10) as pool:
        making = pool.submit(make_instance, client, zone, lists, network, name)
        volumes = [pool.submit(make_volume, client, zone, lists, f"{name}-{n}") for n in range(9)]
        instance, volumes = making.result(), [volume.result() for volume in volumes]
    say("network, instance and nine volumes are made")
    client.wait(instance, "RUNNING")
    say("the instance runs")
    around = make_network(client, zone, lists, f"{name}-around", instance)
    volume = volumes[0]
    client.get("volume/attachVolume", uuid=volume, instanceUuid=instance)
    client.call("PUT", "instance/updateInstanceName", body={"displayName": f"{name} renamed", "uuid": instance})
    client.get("instance/stopInstance", uuid=instance, forceStop="true")
    client.wait(instance, "STOPPED")
    client.get("instance/startInstance", uuid=instance)
    client.wait(instance, "RUNNING")
    client.get("volume/detachVolume", uuid=volume)
    say("attached, renamed, stopped, started and detached")
    with ThreadPoolExecutor(10) as pool:
        gone = [pool.submit(client.call, "DELETE", f"volume/deleteVolume/{volume}") for volume in volumes]
        gone.append(pool.submit(take_down, client, around, instance, network))
        for job in gone:
            job.result()
    left = client.list("network/networkList", "listNetworkResponse", zoneUuid=zone)
    assert not {network, around} & {item["uuid"] for item in left}, "a network is still listed"
    say("everything is taken down")


def take_down(client, around, instance, network):
    """What depends on a thing goes before it. Nobody waits for the instance to be gone."""
    client.call("DELETE", f"network/deleteNetwork/{around}")
    client.get("instance/destroyInstance", uuid=instance, expunge="true")
    client.call("DELETE", f"network/deleteNetwork/{network}")


def made_up_secret():
    """One of the right form: its last six characters are the checksum of the rest."""
    rest = "lks_" + "0" * 40
    checksum, digits = zlib.crc32(rest.encode()), ""
    for _ in range(6):
        checksum, digit = divmod(checksum, 62)
        digits = BASE62[digit] + digits
    return rest + digits


def refused(url, api_key):
    for secret in (made_up_secret(), "lks_" + "0" * 46, "no secret"):
        answer = Client(url, api_key, secret).call("GET", "zone/zonelist", success=False)
        assert answer["code"] == 401 and answer["message"], answer
    say(f"a wrong secret is refused: {answer['message']}")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    url = sys.argv[1].rstrip("/")
    try:
        api_key, secret_key = os.environ["LATCHKEY_API_KEY"], os.environ["LATCHKEY_SECRET_KEY"]
    except KeyError as missing:
        sys.exit(f"Set {missing.args[0]}; API Info in the portal shows the pair.")
    try:
        life_cycle(Client(url, api_key, secret_key))
        refused(url, api_key)
    except AssertionError as failure:
        sys.exit(f"failed: {failure}")


if __name__ == "__main__":
    main()
