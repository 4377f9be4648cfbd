import path from "node:path";

import type { BrowserContextOptions, Page } from "@playwright/test";

import { ask } from "../support/access.ts";
import { apiInfoPath } from "../support/api-info.ts";
import { settled, type Screen } from "../support/screens.ts";
import { placesOf } from "../support/secrets.ts";
import { picturesFolder } from "../support/settings.ts";
import { expect, test } from "../support/test.ts";
import { testEachScreen } from "../support/test-screen.ts";

const light = { viewport: { width: 1280, height: 744 }, colorScheme: "light", reducedMotion: "reduce" } satisfies BrowserContextOptions;
const dark = { ...light, colorScheme: "dark" } satisfies BrowserContextOptions;
const phone = { ...light, viewport: { width: 375, height: 876 } };
const approved = { who: "user", path: apiInfoPath, access: "approved" } as const;

const name = (screen: Screen) => screen.name;
testEachScreen(
  [
    { name: "api-info", ...approved },
    { name: "request-access", who: "user", path: apiInfoPath },
    { name: "dashboard", who: "user", path: "/dashboard", access: "approved" },
  ],
  name,
  light,
  (page, screen) => take(page, screen.name),
);
testEachScreen([{ name: "api-info-dark", ...approved }], name, dark, (page, screen) => take(page, screen.name));
testEachScreen([{ name: "api-info-phone", ...approved }], name, phone, (page, screen) => take(page, screen.name));

test("api-requests", async ({ portal, open }) => {
  await ask(portal, "other", "Terraform for our new region");
  await ask(portal, "colleague");
  await ask(portal, "user", "Nightly backups");
  const page = await open("administrator", "/administration/api-requests", light);
  await settled(page);
  await expect(page.getByRole("button", { name: /^Approve/ })).toHaveCount(3);
  await take(page, "api-requests");
});

/** Takes a picture of what is in view; the page must hold no secret. */
async function take(page: Page, picture: string): Promise<void> {
  expect(await placesOf(page)).toEqual([]);
  await page.screenshot({ path: path.join(picturesFolder, `${picture}.png`) });
}
