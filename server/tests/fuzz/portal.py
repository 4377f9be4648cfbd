"""A server of its own with demo data and raised limits, and the people who are signed in to it."""

import re
import shutil
import subprocess
import tempfile

import requests

PASSWORD = "correct horse battery staple"
# Requests that the browser says come from the portal's own page.
OWN_PAGE = {"Sec-Fetch-Site": "same-origin"}
# Limits that no run reaches: what is behind them is to be tested.
LIMITS = [f"--{name}=4000000" for name in ("restapi-calls", "restapi-failures", "sign-in-failures")]
# Seconds that an answer may take.
PATIENCE = 30


class Person:
    """Somebody with a session."""

    def __init__(self, url, email):
        self.url = url
        self.email = email
        self.password = PASSWORD
        self.sign_in()

    def sign_in(self):
        self.http = requests.Session()
        self.http.headers.update(OWN_PAGE)
        self.call("POST", "/api/v1/session", {"email": self.email, "password": self.password})

    @property
    def cookie(self):
        return self.http.cookies["latchkey"]

    def keep(self, cookie):
        """Takes a new cookie in the place of the present one."""
        self.http.cookies.clear()
        self.http.cookies["latchkey"] = cookie

    def call(self, method, path, body=None):
        """The answer's body; fails unless the answer is a success."""
        if body is None and method != "GET" and method != "DELETE":
            body = {}
        answer = self.http.request(method, self.url + path, json=body, timeout=PATIENCE)
        assert answer.ok, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else None

    def get(self, path):
        return self.call("GET", path)

    def post(self, path, body=None):
        return self.call("POST", path, body)

    def access(self):
        return self.get("/api/v1/api-access")

    def credential(self):
        """The id of the newest key."""
        return self.access()["credentials"][0]["id"]


class Portal:
    """Starts a server; ends it and removes its data when the `with` block is left."""

    def __init__(self, program):
        self.program = program

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="latchkey-fuzz-")
        data = f"{self.folder}/data"
        command = [self.program, "serve", "--demo", "--port=0", f"--data={data}", "--log=warn", *LIMITS]
        # What it logs is kept for whoever looks for the cause of a fault.
        self.log = open(f"{self.folder}/log", "w+", encoding="utf-8")
        self.server = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=self.log,
            text=True,
            env={"LATCHKEY_DEMO_PASSWORD": PASSWORD},
        )
        ready = next((line for line in self.server.stdout if line.startswith("Latchkey is ready at ")), "")
        self.url = re.search(r"http://[\d.:]+", ready or self.written()).group()
        self.user = Person(self.url, "user@demo.example")
        self.colleague = Person(self.url, "colleague@demo.example")
        self.stranger = Person(self.url, "user@other.example")
        self.administrator = Person(self.url, "admin@demo.example")
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()
        self.log.close()
        shutil.rmtree(self.folder)

    def written(self):
        """What the server has logged."""
        self.log.flush()
        with open(self.log.name, encoding="utf-8") as log:
            return log.read()

    def ask(self, person):
        """Has somebody ask for API access; the id of the request."""
        return person.post("/api/v1/api-access/request")["status"]["request_id"]

    def grant(self, person):
        """Gives somebody API access and with it a key; the pair."""
        request = self.ask(person)
        self.administrator.post(f"/api/v1/admin/api-requests/{request}/approve", {"version": 1})
        return self.pair(person)

    def pair(self, person):
        """The newest API key of somebody and its secret key."""
        newest = person.access()["credentials"][0]
        path = f"/api/v1/credentials/{newest['id']}/secret/reveal"
        return newest["api_key"], person.post(path, {"purpose": "show"})["secret_key"]

    def access_of(self, email):
        """How an administrator sees somebody's access."""
        users = self.administrator.get("/api/v1/admin/users")["items"]
        return next(user for user in users if user["user_email"] == email)
