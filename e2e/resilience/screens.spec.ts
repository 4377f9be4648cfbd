import type { Page } from "@playwright/test";

import type { AccessState } from "../support/access.ts";
import { apiInfoPath } from "../support/api-info.ts";
import { expectAccessible } from "../support/axe.ts";
import { failing, requestId, slow, type Outage } from "../support/outage.ts";
import type { Who } from "../support/people.ts";
import { settled } from "../support/screens.ts";
import { heading } from "../support/shell.ts";
import { expect, test } from "../support/test.ts";

interface Reading {
  name: string;
  who: Who;
  path: string;
  /** The address whose answer the screen cannot do without. */
  address: string;
  /** What the reader came for. */
  content(page: Page): ReturnType<Page["locator"]>;
  access?: AccessState;
  /** The part of the page that reads it, if there are several. */
  part?: string;
  /** What the operator put into `config.json`. */
  config?: unknown;
}

const billing = "https://portal.example/billing";

const readings: Reading[] = [
  {
    name: "dashboard",
    who: "user",
    path: "/dashboard",
    address: "**/api/v1/api-access",
    content: (page) => page.getByRole("main").getByRole("link", { name: /API/ }).first(),
    part: "API access",
  },
  {
    name: "latest activity on the dashboard",
    who: "user",
    path: "/dashboard",
    address: "**/api/v1/activity*",
    content: (page) => page.getByRole("main").getByText(/signed in/i).first(),
    part: "Latest activity",
  },
  {
    name: "resources on the dashboard",
    who: "user",
    path: "/dashboard",
    address: "**/api/v1/resources/counts",
    content: (page) => page.getByRole("main").getByRole("link", { name: "Instances" }),
    part: "Resources",
  },
  {
    name: "use of keys on the dashboard",
    who: "user",
    path: "/dashboard",
    address: "**/api/v1/api-access/usage",
    content: (page) => page.getByRole("main").getByText("Requests of the last 24 hours"),
    access: "approved",
    part: "Use of your API keys",
  },
  {
    name: "my profile",
    who: "user",
    path: "/company/profile",
    address: "**/api/v1/profile",
    content: (page) => page.getByLabel(/^City/),
  },
  {
    name: "api info, disabled",
    who: "user",
    path: apiInfoPath,
    address: "**/api/v1/api-access",
    content: (page) => page.getByRole("button", { name: "Request API Access", exact: true }),
  },
  {
    name: "api info, approved",
    who: "user",
    path: apiInfoPath,
    address: "**/api/v1/api-access",
    content: (page) => page.getByRole("button", { name: "Copy secret key" }),
    access: "approved",
  },
  {
    name: "my activity",
    who: "user",
    path: "/company/activity",
    address: "**/api/v1/activity*",
    content: (page) => page.getByRole("main").getByText(/signed in/i).first(),
  },
  {
    name: "compute",
    who: "user",
    path: "/compute",
    address: "**/api/v1/compute/instances*",
    content: (page) => page.getByRole("main").getByText("web-1", { exact: true }),
  },
  {
    name: "network",
    who: "user",
    path: "/network/security-groups",
    address: "**/api/v1/network/security-groups*",
    content: (page) => page.getByRole("main").getByRole("row").nth(1),
  },
  {
    name: "api requests",
    who: "administrator",
    path: "/administration/api-requests",
    address: "**/api/v1/admin/api-requests*",
    content: (page) => page.getByRole("button", { name: /^Approve/ }),
    access: "pending",
  },
  {
    name: "users",
    who: "administrator",
    path: "/administration/users",
    address: "**/api/v1/admin/users*",
    content: (page) => page.getByRole("main").getByText("user@demo.example").first(),
  },
  {
    name: "documentation",
    who: "user",
    path: "/docs",
    address: "**/api/v1/openapi.json",
    content: (page) => page.getByText("/restapi/zone/zonelist").first(),
  },
  {
    name: "billing, elsewhere",
    who: "user",
    path: "/billing",
    address: "**/config.json",
    content: (page) => page.getByRole("main").locator(`a[href="${billing}"]`),
    config: { entries: { billing: { link: billing } } },
  },
];

const words: Record<Outage, string> = {
  offline: "You seem to be offline",
  "server-error": "The server has a problem",
  "no-backend": "Backend not reachable",
};

for (const { name, who, path, address, content, access, part, config } of readings) {
  test.describe(name, () => {
    test.use({ access: access ?? "disabled", portalSettings: config === undefined ? {} : { config } });

    for (const outage of Object.keys(words) as Outage[]) {
      test(`${outage}: says so in kind words, and trying again works`, async ({ browserOf }) => {
        const page = await (await browserOf(who)).newPage();
        await withoutEvents(page);
        const recover = await failing(page, address, outage);
        await page.goto(path);
        await expect(page.getByText(words[outage]).first()).toBeVisible();
        if (outage === "server-error") await expect(page.getByText(requestId).first()).toBeVisible();
        await expect(content(page)).toHaveCount(0);
        await recover();
        await tryAgain(page, part);
        await expect(content(page)).toBeVisible();
        await expect(page.getByText(words[outage])).toHaveCount(0);
        await settled(page);
      });
    }

    test("slow: says that it is loading, then that it takes long, and trying again works", async ({ browserOf }) => {
      const page = await (await browserOf(who)).newPage();
      await withoutEvents(page);
      const recover = await slow(page, address);
      await page.clock.install();
      const asked = page.waitForRequest(address);
      await page.goto(path);
      await asked;
      await expect(page.locator("[aria-busy=true]").first()).toBeVisible();
      await expect(page.getByText(words.offline)).toHaveCount(0);
      await page.clock.runFor(16_000);
      await expect(page.getByText("This takes longer than usual").first()).toBeVisible();
      await recover();
      await tryAgain(page, part);
      await expect(content(page)).toBeVisible();
    });
  });
}

const code = "**/split_*.wasm";

const beginnings = [
  { name: "who is signed in", who: "user", address: "**/api/v1/session", title: "Compute", once: /^Instances/ },
  { name: "the code of a page", who: "user", address: code, title: "Compute", once: /^Instances/ },
  { name: "the code of the sign-in page", who: "nobody", address: code, title: "Sign in", once: /^Sign in/ },
] as const;

for (const { name, who, address, title, once } of beginnings) {
  test.describe(`the first load, without ${name}`, () => {
    for (const outage of ["offline", "server-error"] as const) {
      test(`${outage}: says where one is, and trying again works`, async ({ browser, browserOf, portal }) => {
        const context = who === "nobody" ? await browser.newContext({ baseURL: portal.origin() }) : await browserOf(who);
        const page = await context.newPage();
        const recover = await failing(page, address, outage);
        await page.goto("/compute");
        await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
        await expectNamed(page, title);
        await recover();
        await tryAgain(page);
        await expect(page).toHaveTitle(once);
        await settled(page);
        await expectAccessible(page);
        await context.close();
      });
    }

    test("slow: says where one is", async ({ browser, browserOf, portal }) => {
      const context = who === "nobody" ? await browser.newContext({ baseURL: portal.origin() }) : await browserOf(who);
      const page = await context.newPage();
      const recover = await slow(page, address);
      await page.goto("/compute");
      await expect(page.locator("[aria-busy=true]").first()).toBeVisible();
      await expectNamed(page, title);
      await recover();
      await expect(page).toHaveTitle(once);
      await settled(page);
      await context.close();
    });
  });
}

test("a page whose code is on its way is not called like the one before", async ({ open }) => {
  const page = await open("user", apiInfoPath);
  await expect(heading(page)).toBeVisible();
  const recover = await slow(page, code);
  await page.getByRole("link", { name: "Dashboard", exact: true }).click();
  await expect(heading(page, "Dashboard")).toBeFocused();
  await expectNamed(page, "Dashboard");
  await recover();
  await settled(page);
  await expect(heading(page, "Dashboard")).toBeFocused();
});

test("the address of a part of the portal is read again once the browser is online", async ({ open }) => {
  const page = await open("user", "/dashboard");
  await settled(page);
  const recover = await failing(page, "**/config.json", "server-error");
  await page.goto("/billing");
  await expect(page.getByText(words["server-error"])).toBeVisible();
  await expect(page.getByText("does not know its address")).toHaveCount(0);
  await recover();
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  await expect(page.getByText("does not know its address")).toBeVisible();
});

async function expectNamed(page: Page, name: string): Promise<void> {
  await expect(heading(page)).toHaveText(name);
  await expect(page).toHaveTitle(`${name} · Latchkey`);
  await expectAccessible(page);
}

/** Keeps the event stream from opening, which would make the page try again by itself. */
async function withoutEvents(page: Page): Promise<void> {
  await slow(page, "**/api/v1/events*");
}

async function tryAgain(page: Page, part?: string): Promise<void> {
  const place = part ? page.getByRole("region", { name: part, exact: true }) : page.getByRole("main");
  await place.getByRole("button", { name: "Try again" }).first().click();
}
