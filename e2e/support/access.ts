import { Backend } from "./backend.ts";
import { people, type Who } from "./people.ts";
import type { Portal } from "./portal.ts";

interface Request {
  id: string;
  version: number;
  user_email: string;
}

interface UserAccess {
  user_id: string;
  version: number;
  user_email: string;
}

interface Credential {
  id: string;
  api_key: string;
}

/** The states that a user's API access can be brought into. */
export type AccessState = "disabled" | "pending" | "denied" | "approved" | "suspended" | "revoked";

/** Brings `who`'s API access, which must be disabled, into `state`. */
export async function bringTo(portal: Portal, who: Who, state: AccessState): Promise<void> {
  if (state === "disabled") return;
  await ask(portal, who, "Nightly backups");
  if (state === "pending") return;
  if (state === "denied") return deny(portal, who, "Ask your team lead first.");
  await approve(portal, who);
  if (state === "suspended") await suspend(portal, who, "The key was seen in a public repository.");
  if (state === "revoked") await revoke(portal, who);
}

export async function ask(portal: Portal, who: Who, reason?: string): Promise<void> {
  await as(portal, who, (user) => user.call("POST", "/api/v1/api-access/request", reason ? { reason } : {}));
}

export async function withdraw(portal: Portal, who: Who): Promise<void> {
  await as(portal, who, (user) => user.call("DELETE", "/api/v1/api-access/request"));
}

export async function approve(portal: Portal, who: Who): Promise<void> {
  await decide(portal, who, "approve", {});
}

export async function deny(portal: Portal, who: Who, reason: string): Promise<void> {
  await decide(portal, who, "deny", { reason });
}

export async function suspend(portal: Portal, who: Who, reason: string): Promise<void> {
  await switchAccess(portal, who, "disable", { reason });
}

export async function enable(portal: Portal, who: Who): Promise<void> {
  await switchAccess(portal, who, "enable", {});
}

export async function revoke(portal: Portal, who: Who): Promise<void> {
  await as(portal, who, async (user) => {
    const { id } = await credentialOf(user);
    await user.call("POST", `/api/v1/credentials/${id}/revoke`, {});
  });
}

/** The API key and secret key of `who`, fetched beside the page. */
export async function keysOf(portal: Portal, who: Who): Promise<{ apiKey: string; secretKey: string }> {
  return as(portal, who, async (user) => {
    const { id, api_key } = await credentialOf(user);
    const path = `/api/v1/credentials/${id}/secret/reveal`;
    const { secret_key } = await user.call<{ secret_key: string }>("POST", path, { purpose: "show" });
    return { apiKey: api_key, secretKey: secret_key };
  });
}

async function credentialOf(user: Backend): Promise<Credential> {
  const { credentials } = await user.call<{ credentials: Credential[] }>("GET", "/api/v1/api-access");
  const [newest] = credentials;
  if (!newest) throw new Error("there is no credential");
  return newest;
}

async function decide(portal: Portal, who: Who, act: "approve" | "deny", body: object): Promise<void> {
  await as(portal, "administrator", async (administrator) => {
    const path = "/api/v1/admin/api-requests";
    const { items } = await administrator.call<{ items: Request[] }>("GET", `${path}?state=pending`);
    const asked = items.find((item) => item.user_email === people[who].email);
    if (!asked) throw new Error(`${who} has not asked`);
    await administrator.call("POST", `${path}/${asked.id}/${act}`, { version: asked.version, ...body });
  });
}

async function switchAccess(portal: Portal, who: Who, act: "disable" | "enable", body: object): Promise<void> {
  await as(portal, "administrator", async (administrator) => {
    const { items } = await administrator.call<{ items: UserAccess[] }>("GET", "/api/v1/admin/users");
    const user = items.find((item) => item.user_email === people[who].email);
    if (!user) throw new Error(`${who} is not listed`);
    const path = `/api/v1/admin/users/${user.user_id}/api-access/${act}`;
    await administrator.call("POST", path, { version: user.version, ...body });
  });
}

async function as<T>(portal: Portal, who: Who, act: (backend: Backend) => Promise<T>): Promise<T> {
  const backend = await Backend.signIn(portal, who);
  try {
    return await act(backend);
  } finally {
    await backend.close();
  }
}
