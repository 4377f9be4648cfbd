import type { Browser, Page } from "@playwright/test";

import { announcement } from "../support/api-info.ts";
import { openDialog } from "../support/dialog.ts";
import type { Portal } from "../support/portal.ts";
import { refuseOnce } from "../support/refusal.ts";
import { password } from "../support/settings.ts";
import { heading } from "../support/shell.ts";
import { arrive } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

const path = "/company/profile/password";
const signOutOther = /^Sign out Chrome on Linux/;

test("a session is signed out from another browser once the password is confirmed", async ({ browser, portal }) => {
  const here = await signedIn(browser, portal);
  const there = await signedIn(browser, portal);
  await here.goto(path);
  const sessions = here.getByRole("region", { name: "Where you're signed in" });
  await expect(sessions.getByRole("listitem")).toHaveCount(2);
  await expect(sessions.getByText("This browser")).toHaveCount(1);

  await refuseOnce(here, "**/api/v1/sessions/*", "step-up-required");
  await sessions.getByRole("button", { name: signOutOther }).click();
  await openDialog(here).getByLabel("Password", { exact: true }).fill(password);
  await here.keyboard.press("Enter");
  await expect(announcement(here, /Session signed out/)).not.toHaveCount(0);
  await expect(sessions.getByText("You're signed in only in this browser.")).toBeVisible();

  await expect(openDialog(there)).toContainText("Your session has ended");
  await here.reload();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await closeAll(here, there);
});

test("all other sessions are signed out at once, and this one goes on", async ({ browser, portal }) => {
  const here = await signedIn(browser, portal);
  const others = [await signedIn(browser, portal), await signedIn(browser, portal)];
  await here.goto(path);
  const sessions = here.getByRole("region", { name: "Where you're signed in" });
  await expect(sessions.getByRole("button", { name: signOutOther })).toHaveCount(2);

  await sessions.getByRole("button", { name: "Sign out all other sessions" }).click();
  await openDialog(here).getByRole("button", { name: "Sign out all others" }).click();
  await expect(announcement(here, /All other sessions signed out/)).not.toHaveCount(0);
  await expect(sessions.getByRole("listitem")).toHaveCount(1);

  for (const other of others) await expect(openDialog(other)).toContainText("Your session has ended");
  await here.goto("/dashboard");
  await expect(heading(here, "Dashboard")).toBeVisible();
  await closeAll(here, ...others);
});

test("somebody who signs in elsewhere appears in the list", async ({ browser, portal }) => {
  const here = await signedIn(browser, portal);
  await here.goto(path);
  await expect(here.getByText("You're signed in only in this browser.")).toBeVisible();
  const there = await signedIn(browser, portal);
  await expect(here.getByRole("button", { name: signOutOther })).toHaveCount(1);
  await closeAll(here, there);
});

/** A browser of its own in which the user signed in as people do. */
async function signedIn(browser: Browser, portal: Portal): Promise<Page> {
  const context = await browser.newContext({ baseURL: portal.origin() });
  const page = await context.newPage();
  await arrive(page, "user");
  return page;
}

async function closeAll(...pages: Page[]): Promise<void> {
  await Promise.all(pages.map((page) => page.context().close()));
}
