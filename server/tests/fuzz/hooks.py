"""What Schemathesis is told of Latchkey while it makes calls up: ids that exist, and how to go on after a call that ended
the session or the key with which it was made. Set up by run.py."""

import json
import os
import uuid
from hashlib import sha256

import schemathesis

from portal import Person

URL = os.environ["LATCHKEY_FUZZ_URL"]
# Ids of things of the caller's company, of another company, and of what is to be decided.
KNOWN = json.loads(os.environ["LATCHKEY_FUZZ_IDS"])
# Whether calls end what the next ones are made with, so that it is to be made anew.
RENEWS = os.environ.get("LATCHKEY_FUZZ_RENEWS") == "yes"


def known_or_not(value):
    """Made-up ids name nothing, so every other one becomes one that exists; the same one each time."""
    if isinstance(value, dict):
        return {name: known_or_not(member) for name, member in value.items()}
    if isinstance(value, list):
        return [known_or_not(item) for item in value]
    if isinstance(value, str) and is_uuid(value):
        number = int.from_bytes(sha256(value.encode()).digest()[:4], "big")
        return KNOWN[number // 2 % len(KNOWN)] if number % 2 else value
    return value


def is_uuid(text):
    try:
        return str(uuid.UUID(text)) == text.lower()
    except ValueError:
        return False


@schemathesis.hook
def map_path_parameters(ctx, path_parameters):
    return known_or_not(path_parameters)


@schemathesis.hook
def map_query(ctx, query):
    return known_or_not(query)


@schemathesis.hook
def map_body(ctx, body):
    return known_or_not(body)


@schemathesis.hook
def filter_case(ctx, case):
    """Callers send an empty parameter for what they leave out, and scripts null or an empty id in a body (the Terraform
    provider does both). It counts as left out: that is not what the document says, and no fault to be refused either."""
    if "" in (case.query or {}).values():
        return False
    if not case.path.startswith("/restapi/") or not isinstance(case.body, dict):
        return True
    ids = [value for name, value in case.body.items() if name.endswith(("uuid", "Uuid", "Id"))]
    return None not in case.body.values() and "" not in ids


@schemathesis.hook
def before_call(ctx, case, kwargs):
    if not case.path.startswith("/restapi/") and case.headers:
        # Schemathesis sends them with methods that are none of the document's too; pages never send keys, and are told so.
        for key in ("apikey", "secretkey"):
            case.headers.pop(key, None)
    if RENEWS:
        renew(case)


if RENEWS:
    people = {}

    def person(email):
        if email not in people:
            people[email] = Person(URL, email)
        return people[email]

    def renew(case):
        name = case.operation.definition.raw["operationId"]
        by = "admin@demo.example" if "/admin/" in case.path else "user@other.example"
        if case.cookies and "latchkey" in case.cookies:
            case.cookies["latchkey"] = person(by).cookie
        if name in ("revokeCredential", "replaceSecret"):
            case.path_parameters = {"id": person(by).credential()}

    @schemathesis.hook
    def after_call(ctx, case, response):
        if not 200 <= response.status_code < 300:
            return
        name = case.operation.definition.raw["operationId"]
        if name == "signOut":
            people.pop("user@other.example", None)
        elif name == "revokeCredential":
            person("user@other.example").post("/api/v1/credentials")
        elif name == "disableApiAccess":
            user = case.path_parameters["id"]
            version = {"version": response.json()["version"]}
            person("admin@demo.example").post(f"/api/v1/admin/users/{user}/api-access/enable", version)
