"""One call of each operation that must succeed, in an order in which all of them can."""

import json
from contextlib import closing
from http.cookies import SimpleCookie

import requests
from schemathesis.checks import CHECKS

from portal import OWN_PAGE, PASSWORD, PATIENCE, Person

# What a right answer must keep to.
KEPT = [
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
]
# The examples of the document work on the demo data one at a time; in a row, those that change things come last, each
# before whatever takes away what it needs.
LAST = [
    "attachVolume",
    "detachVolume",
    "deleteVolume",
    "deleteVmSnapshot",
    "deleteNetwork",
    "startInstance",
    "stopInstance",
    "destroyInstance",
]


class GoodCalls:
    """Makes the calls on a fresh portal. `reached` names the operations that answered with a success."""

    def __init__(self, portal, schema):
        self.portal = portal
        self.operations = {it.definition.raw["operationId"]: it for it in map(lambda r: r.ok(), schema.get_all_operations())}
        self.reached = set()
        self.faults = []

    def make(self):
        portal = self.portal
        self.keys = portal.grant(portal.user)
        for steps in (self.about, self.session, self.profile, self.requests, self.keys_of_user, self.resources, self.scripts, self.endings):
            steps()
        for name in self.operations.keys() - self.reached - {fault.split(":")[0] for fault in self.faults}:
            self.faults.append(f"{name}: no call of it is made here; add one that succeeds")

    def call(self, name, person=None, body=None, **parts):
        """Calls an operation and checks the answer; its body."""
        operation = self.operations[name]
        if body is not None:
            parts["body"] = body
        case = operation.Case(**parts, media_type="application/json" if body is not None else None)
        cookies = {"latchkey": person.cookie} if person else None
        answer = case.call(base_url=self.portal.url, headers={**OWN_PAGE, **parts.get("headers", {})}, cookies=cookies)
        if not 200 <= answer.status_code < 300:
            self.faults.append(f"{name}: {answer.status_code} {answer.text}")
            return {}
        cookies = SimpleCookie("; ".join(answer.headers.get("set-cookie", [])))
        if person and "latchkey" in cookies:
            # A re-authentication gives the session a new token.
            person.keep(cookies["latchkey"].value)
        try:
            case.validate_response(answer, checks=[CHECKS.get_one(check) for check in KEPT])
            self.reached.add(name)
        except Exception as fault:
            self.faults.append(f"{name}: {fault}")
        return answer.json() if answer.content else {}

    def resources(self):
        lists = ("Instances", "Volumes", "VmSnapshots", "SshKeys", "Networks", "SecurityGroups")
        for name in ("countResources", "getSampleIds", *(f"listCompany{kind}" for kind in lists)):
            self.call(name, self.portal.user)

    def about(self):
        for name in ("getOpenApi", "getPortalConfig", "getHealth"):
            self.call(name)

    def session(self):
        user = self.portal.user
        self.call("signIn", body={"email": user.email, "password": PASSWORD})
        self.call("getSession", user)
        self.call("stepUp", user, {"password": PASSWORD})
        self.events(user)
        Person(self.portal.url, user.email)
        sessions = self.call("listSessions", user)["items"]
        other = next(session["id"] for session in sessions if not session["is_current"])
        self.call("endSession", user, path_parameters={"id": other})
        self.call("endOtherSessions", user)

    def events(self, person):
        """The stream has no end, so only its beginning is read."""
        cookies = {"latchkey": person.cookie}
        stream = requests.get(self.portal.url + "/api/v1/events", cookies=cookies, stream=True, timeout=PATIENCE)
        with closing(stream):
            head = (stream.status_code, stream.headers["Content-Type"], next(stream.iter_lines()))
        if head == (200, "text/event-stream", b": open"):
            self.reached.add("followEvents")
        else:
            self.faults.append(f"followEvents: {head}")

    def profile(self):
        profile = self.call("getProfile", self.portal.user)
        self.call("changeProfile", self.portal.user, {key: profile[key] for key in ("version", "fields")})
        self.call("listActivity", self.portal.user, query={"limit": 2})

    def requests(self):
        asking, deciding = self.portal.colleague, self.portal.administrator
        self.call("requestApiAccess", asking, {"reason": "Terraform"})
        self.call("withdrawRequest", asking)
        for decision, reason in (("denyRequest", {"reason": "Not now."}), ("approveRequest", {})):
            asked = {"id": self.portal.ask(asking)}
            self.call("getAccessRequest", deciding, path_parameters=asked)
            self.call(decision, deciding, {"version": 1, **reason}, path_parameters=asked)
        self.call("listAccessRequests", deciding, query={"state": "denied"})
        self.call("listUsers", deciding, query={"search": "demo"})
        for act, reason in (("disableApiAccess", {"reason": "Leaked."}), ("enableApiAccess", {})):
            access = self.portal.access_of(asking.email)
            whom = {"id": access["user_id"]}
            self.call(act, deciding, {"version": access["version"], **reason}, path_parameters=whom)

    def keys_of_user(self):
        user = self.portal.user
        self.call("getApiAccess", user)
        self.call("getApiUsage", user)
        key = {"id": user.credential()}
        self.call("testCredential", user, {}, path_parameters=key)
        self.call("revealSecret", user, {"purpose": "show"}, path_parameters=key)

    def scripts(self):
        api_key, secret_key = self.keys
        headers = {"apikey": api_key, "secretkey": secret_key}
        order = {name: place for place, name in enumerate(LAST)}
        scripts = [name for name, it in self.operations.items() if it.path.startswith("/restapi/")]
        made = {}
        for name in sorted(scripts, key=lambda name: order.get(name, -1)):
            parts = examples(self.operations[name])
            if name == "deleteVolume":
                # The example's is attached by now.
                parts["path_parameters"] = {"id": made["createVolume"]["listVolumeResponse"][0]["jobId"]}
            made[name] = self.call(name, headers=headers, **parts)

    def endings(self):
        user, colleague = self.portal.user, self.portal.colleague
        key = {"id": user.credential()}
        self.call("replaceSecret", user, {}, path_parameters=key)
        self.call("revokeCredential", user, {}, path_parameters=key)
        self.call("createCredential", user, {})
        self.call("changePassword", colleague, {"old_password": PASSWORD, "new_password": "another long password"})
        self.call("signOut", Person(self.portal.url, user.email))


def examples(operation):
    """The document's own example of a request."""
    raw = operation.definition.raw
    parts = {}
    places = {"path": "path_parameters", "query": "query"}
    for parameter in raw.get("parameters", []):
        if "example" in parameter and parameter["in"] in places:
            value = parameter["example"]
            # As JSON writes it: Python would write True.
            value = json.dumps(value) if isinstance(value, bool) else value
            parts.setdefault(places[parameter["in"]], {})[parameter["name"]] = value
    body = raw.get("requestBody", {}).get("content", {}).get("application/json", {}).get("example")
    return parts if body is None else {**parts, "body": body}
