import type { Page } from "@playwright/test";

import { apiInfoPath, ApiInfo } from "../support/api-info.ts";
import { openDialog } from "../support/dialog.ts";
import { people, type Who } from "../support/people.ts";
import { password } from "../support/settings.ts";
import { heading } from "../support/shell.ts";
import { signIn } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";
import { signOut } from "../support/user-menu.ts";

test.use({ access: "approved" });

test("a tab whose account changed under it says so, and nothing can be done in it any more", async ({ open }) => {
  const first = await open("user", apiInfoPath);
  await expect(new ApiInfo(first).copySecretKey).toBeVisible();
  await colleagueSignsIn(first);

  await first.bringToFront();
  const dialog = openDialog(first);
  await expect(dialog).toContainText("colleague@demo.example");
  await expect(dialog).toContainText("user@demo.example");
  // There is nothing left to do here but to go on as the other user, however the dialog is left.
  await first.keyboard.press("Escape");
  await expect(new ApiInfo(first).request).toBeVisible();
  await expect(new ApiInfo(first).copySecretKey).toHaveCount(0);
});

test("what was typed is gone once the tab belongs to somebody else", async ({ open }) => {
  const first = await open("user", "/company/profile");
  await first.getByLabel("City", { exact: true }).fill("Lisbon");
  await colleagueSignsIn(first);
  await first.bringToFront();
  first.on("dialog", (leaving) => leaving.accept());
  await openDialog(first).getByRole("button", { name: "Reload" }).click();
  await expect(openDialog(first)).toBeHidden();
  await expect(first.getByLabel("Primary E-mail", { exact: true })).toHaveValue("colleague@demo.example");
  await expect(first.getByLabel("City", { exact: true })).not.toHaveValue("Lisbon");
});

test("what was searched for is gone once the tab belongs to somebody else", async ({ open }) => {
  const first = await open("user", "/compute");
  await searchFor(first, "web-1");
  await colleagueSignsIn(first);
  await first.bringToFront();
  await openDialog(first).getByRole("button", { name: "Reload" }).click();
  await expect(first.getByRole("banner").getByText("Colin Colleague").first()).toBeVisible();
  await expectNoSearch(first);
});

test("what was searched for is gone once somebody else signs in over the page, and stays for the same user", async ({
  open,
}) => {
  const page = await open("user", "/compute");
  await searchFor(page, "web-1");
  await signInOver(page, "user");
  await expect(page).toHaveURL("/compute?search=web-1");
  await expect(search(page)).toHaveValue("web-1");

  const asked = askedOnceSignedIn(page);
  await signInOver(page, "colleague");
  await expectNoSearch(page);
  await expect.poll(() => asked.filter((url) => url.includes("/compute/instances"))).not.toHaveLength(0);
  expect(asked.filter((url) => url.includes("web-1"))).toEqual([]);
});

test("what was searched for is gone after signing out", async ({ open }) => {
  const page = await open("user", "/compute");
  await searchFor(page, "web-1");
  await signOut(page);
  await expect(page).toHaveURL("/sign-in?return=%2Fcompute");
  await signIn(page, "colleague");
  await expectNoSearch(page);
});

test("a link with a search survives signing in", async ({ page }) => {
  await page.goto("/compute?search=web-1");
  await signIn(page, "user");
  await expect(search(page)).toHaveValue("web-1");
  await expect(page).toHaveURL("/compute?search=web-1");
});

function search(page: Page) {
  return page.getByLabel("Search", { exact: true });
}

async function searchFor(page: Page, words: string): Promise<void> {
  await search(page).fill(words);
  await expect(page).toHaveURL(`/compute?search=${words}`);
}

async function expectNoSearch(page: Page): Promise<void> {
  await expect(search(page)).toHaveValue("");
  await expect(page).toHaveURL("/compute");
  await expect(page.getByRole("main").getByText("db-1", { exact: true })).toBeVisible();
}

/** The session of the page ends, and `who` signs in over it. */
async function signInOver(page: Page, who: Who): Promise<void> {
  await page.context().clearCookies();
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await openDialog(page).getByLabel("E-mail", { exact: true }).fill(people[who].email);
  await openDialog(page).getByLabel("Password", { exact: true }).fill(password);
  await openDialog(page).getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(openDialog(page)).toBeHidden();
}

/** What the page asks for from the moment on at which the next sign-in is answered. */
function askedOnceSignedIn(page: Page): string[] {
  const asked: string[] = [];
  let isSignedIn = false;
  page.on("request", (request) => {
    if (isSignedIn) asked.push(request.url());
  });
  page.on("response", (response) => {
    if (response.request().method() === "POST" && response.url().endsWith("/api/v1/session")) isSignedIn = true;
  });
  return asked;
}

/** Somebody else signs in, in another tab of the same browser. */
async function colleagueSignsIn(first: Page): Promise<void> {
  const second = await first.context().newPage();
  await first.context().clearCookies();
  await second.goto("/dashboard");
  await signIn(second, "colleague");
  await expect(heading(second, "Dashboard")).toBeVisible();
}
