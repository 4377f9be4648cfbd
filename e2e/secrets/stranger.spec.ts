import { Backend } from "../support/backend.ts";
import { keysOf } from "../support/access.ts";
import type { Portal } from "../support/portal.ts";
import { strangerServing } from "../support/stranger.ts";
import { expect, test } from "../support/traced.ts";

// The stranger's page is same-site with the portal: its requests carry the session cookie.

test("a form of another origin cannot ask for API access", async ({ portal, browserOf }) => {
  const address = `${portal.origin()}/api/v1/api-access/request`;
  const stranger = await strangerServing(`
    <form method="post" action="${address}" enctype="text/plain">
      <input name='{"reason":"' value='"}'><button>Win a prize</button>
    </form>`);
  const page = await (await browserOf("user")).newPage();
  await page.goto(stranger.origin);
  const answered = page.waitForResponse(address);
  await page.getByRole("button", { name: "Win a prize" }).click();
  expect((await answered).status()).toBeGreaterThanOrEqual(400);
  expect(await stateOf(portal)).toBe("disabled");
  await stranger.close();
});

test("a script of another origin can neither act nor read", async ({ portal, browserOf }) => {
  const stranger = await strangerServing("<p>Hello</p>");
  const page = await (await browserOf("user")).newPage();
  await page.goto(stranger.origin);
  const outcomes = await page.evaluate(async (origin) => {
    const attempt = async (path: string, options: RequestInit) => {
      try {
        const answer = await fetch(`${origin}${path}`, { credentials: "include", ...options });
        return `${answer.type} ${answer.status}`;
      } catch {
        return "refused";
      }
    };
    const json = { "Content-Type": "application/json" };
    return {
      read: await attempt("/api/v1/api-access", {}),
      session: await attempt("/api/v1/session", {}),
      act: await attempt("/api/v1/api-access/request", { method: "POST", body: "{}", headers: json }),
      blind: await attempt("/api/v1/api-access/request", { method: "POST", body: "{}", mode: "no-cors" }),
      signOut: await attempt("/api/v1/session", { method: "DELETE" }),
    };
  }, portal.origin());
  expect(outcomes).toEqual({ read: "refused", session: "refused", act: "refused", blind: "refused", signOut: "refused" });
  expect(await stateOf(portal)).toBe("disabled");
  await page.goto(`${portal.origin()}/dashboard`);
  await expect(page.getByRole("heading", { level: 1, name: "Dashboard" })).toBeVisible();
  await stranger.close();
});

test("no page of another origin can frame the portal", async ({ portal, browserOf }) => {
  const stranger = await strangerServing(`<iframe title="Framed" src="${portal.origin()}/dashboard"></iframe>`);
  const page = await (await browserOf("user")).newPage();
  const refused = page.waitForEvent("console", (message) => /frame-ancestors/.test(message.text()));
  await page.goto(stranger.origin);
  await refused;
  await expect(page.frameLocator("iframe").getByRole("heading", { name: "Dashboard" })).toHaveCount(0);
  await stranger.close();
});

test.describe("with API access", () => {
  test.use({ access: "approved" });

  test("the session cookie opens nothing on /restapi, and keys open nothing on /api/v1", async ({ portal, open }) => {
    const page = await open("user", "/dashboard");
    const keys = await keysOf(portal, "user");
    const statuses = await page.evaluate(async (headers) => {
      const status = async (path: string, options?: RequestInit) => (await fetch(path, options)).status;
      return {
        cookieOnly: await status("/restapi/zone/zonelist"),
        keysOnly: await status("/api/v1/profile", { headers, credentials: "omit" }),
      };
    }, { apikey: keys.apiKey, secretkey: keys.secretKey });
    expect(statuses.cookieOnly).toBe(401);
    expect(statuses.keysOnly).toBeGreaterThanOrEqual(400);
  });
});

async function stateOf(portal: Portal): Promise<string> {
  const backend = await Backend.signIn(portal, "user");
  const { status } = await backend.call<{ status: { state: string } }>("GET", "/api/v1/api-access");
  await backend.close();
  return status.state;
}
