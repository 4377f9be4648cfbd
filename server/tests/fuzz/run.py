"""Tries every operation of the OpenAPI document: first one call of each that must succeed, then calls that Schemathesis makes
up. Whatever is answered must be as the document says, and never a fault of the server.

Usage: run.py SERVER [--long]        (SERVER is the program latchkey-server)
Ends with a line "N passed, N failed".
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import requests
import schemathesis

from good_calls import GoodCalls
from portal import OWN_PAGE, PATIENCE, Portal

HERE = Path(__file__).parent
# Operations that end the session or the key they are called with: they are tried apart, on a portal of their own.
ENDING = ["signOut", "changePassword", "replaceSecret", "revokeCredential", "disableApiAccess"]
# Never ends, so there is no whole answer to look at; good_calls.py reads its beginning.
ENDLESS = ["followEvents"]
# Calls of an operation that are made up in the last phase.
QUICK, LONG = 40, 600


class Run:
    def __init__(self, program, long):
        self.program = program
        self.examples = LONG if long else QUICK
        # The same calls each time, so that what passed yesterday passes today; a long run looks for what is new.
        self.seed = int(time.time()) if long else 1
        self.passed = 0
        self.failed = 0

    def good_calls(self):
        with Portal(self.program) as portal:
            calls = GoodCalls(portal, schemathesis.openapi.from_dict(document(portal)))
            calls.make()
        print(f"\n{len(calls.reached)} of {len(calls.operations)} operations answered with a success")
        for fault in calls.faults:
            print(f"\n  {fault}")
        self.passed += len(calls.reached)
        self.failed += len(calls.faults)

    def made_up(self):
        with Portal(self.program) as portal:
            api_key, secret_key = portal.grant(portal.user)
            keys = {"LATCHKEY_FUZZ_API_KEY": api_key, "LATCHKEY_FUZZ_SECRET_KEY": secret_key}
            ids = known_ids(portal, api_key, secret_key)
            apart = [f"--exclude-operation-id={name}" for name in ENDING + ENDLESS]
            self.schemathesis("scripts", portal, ids, ["--include-path-regex=^/restapi/"], keys)
            pages = ["--exclude-path-regex=^(/restapi/|/api/v1/admin/)", *apart]
            self.schemathesis("users", portal, ids, pages, session_of(portal.user))
            administration = ["--include-path-regex=^/api/v1/admin/", *apart]
            self.schemathesis("administrators", portal, ids, administration, session_of(portal.administrator))
            self.nothing_logged(portal)

    def endings(self):
        with Portal(self.program) as portal:
            portal.grant(portal.stranger)
            portal.grant(portal.colleague)
            ids = [portal.access_of(portal.colleague.email)["user_id"]]
            only = [f"--include-operation-id={name}" for name in ENDING]
            renews = {**session_of(portal.stranger), "LATCHKEY_FUZZ_RENEWS": "yes"}
            self.schemathesis("endings", portal, ids, only, renews)
            self.nothing_logged(portal)

    def schemathesis(self, name, portal, ids, filters, proofs):
        """Runs Schemathesis over some operations; `proofs` are what it signs in with."""
        file = Path(portal.folder, "openapi.json")
        file.write_text(json.dumps(document(portal)), encoding="utf-8")
        junit = Path(portal.folder, f"{name}.xml")
        command = [sys.executable, "-B", "-m", "schemathesis.cli", f"--config-file={HERE / 'settings.toml'}", "run", str(file)]
        command += [f"--url={portal.url}", *filters, *[f"--header={key}:{value}" for key, value in OWN_PAGE.items()]]
        command += [f"--max-examples={self.examples}", f"--seed={self.seed}", "--phases=examples,coverage,fuzzing"]
        command += ["--continue-on-failure", "--no-shrink", "--warnings=off", "--report=junit", f"--report-junit-path={junit}"]
        environment = {
            **os.environ,
            "PYTHONPATH": str(HERE),
            "SCHEMATHESIS_HOOKS": "hooks",
            "LATCHKEY_FUZZ_URL": portal.url,
            "LATCHKEY_FUZZ_IDS": json.dumps(ids),
            **dict.fromkeys(("LATCHKEY_FUZZ_SESSION", "LATCHKEY_FUZZ_API_KEY", "LATCHKEY_FUZZ_SECRET_KEY"), "none"),
            **proofs,
        }
        print(f"\n== {name}", flush=True)
        began = time.monotonic()
        ended = subprocess.run(command, env=environment, cwd=portal.folder)
        print(f"{name}: {time.monotonic() - began:.0f} s", flush=True)
        cases, failures = counted(junit)
        self.passed += cases - failures
        # A run that ends badly without a failed test, or without a test, has not tested.
        self.failed += failures or int(ended.returncode != 0 or cases == 0)

    def nothing_logged(self, portal):
        """A fault of the server is in its log even if the answer hid it."""
        faults = [line for line in portal.written().splitlines() if "ERROR" in line or "panicked" in line]
        for line in faults[:20]:
            print(f"  in the server's log: {line}")
        self.failed += len(faults)
        self.passed += not faults


def document(portal):
    return requests.get(portal.url + "/api/v1/openapi.json", timeout=PATIENCE).json()


def session_of(person):
    return {"LATCHKEY_FUZZ_SESSION": person.cookie}


def known_ids(portal, api_key, secret_key):
    """Ids that calls can succeed with, or must be refused for because they are somebody else's."""
    headers = {"apikey": api_key, "secretkey": secret_key}
    lists = [path for path, item in document(portal)["paths"].items() if path.endswith("ist") and "get" in item]
    ids = []
    for path in lists:
        answer = requests.get(portal.url + path, headers=headers, timeout=PATIENCE).json()
        items = next(value for value in answer.values() if isinstance(value, list))
        ids += [item["uuid"] for item in items]
    ids += [user["user_id"] for user in portal.administrator.get("/api/v1/admin/users")["items"]]
    ids += [portal.ask(portal.colleague), portal.user.credential()]
    return ids


def counted(junit):
    """Tests and failed ones."""
    if not junit.is_file():
        return 0, 0
    suites = ElementTree.parse(junit).getroot().iter("testsuite")
    numbers = [(int(suite.get("tests")), int(suite.get("failures")) + int(suite.get("errors"))) for suite in suites]
    return sum(tests for tests, _ in numbers), sum(failures for _, failures in numbers)


def main():
    run = Run(sys.argv[1], "--long" in sys.argv)
    run.good_calls()
    run.made_up()
    run.endings()
    print(f"\n{run.passed} passed, {run.failed} failed")
    return 1 if run.failed else 0


if __name__ == "__main__":
    sys.exit(main())
