import { expect, type Locator, type Page } from "@playwright/test";

import { approve, type AccessState } from "./access.ts";
import { ApiInfo, apiInfoPath } from "./api-info.ts";
import { Backend } from "./backend.ts";
import { openDialog } from "./dialog.ts";
import type { Who } from "./people.ts";
import type { Portal } from "./portal.ts";
import { refuseOnce } from "./refusal.ts";
import { company, mainMenu, profileSidebar } from "./shell.ts";
import { openUserMenu } from "./user-menu.ts";
import { showTab } from "./visibility.ts";

/** Something that opens over a page or within it. */
export interface Layer {
  name: string;
  who: Who;
  path: string;
  /** Where the user's API access stands; "disabled" if left out. */
  access?: AccessState;
  /** Opens it, and gives it once it is there. */
  open(page: Page, portal: Portal): Promise<Locator>;
}

const ownKeys = { who: "user", path: apiInfoPath, access: "approved" } as const;
const ownProfile = { who: "user", path: "/company/profile" } as const;

/** What opens in windows of every width. */
export const layers: Layer[] = [
  { name: "the dialog to replace", ...ownKeys, open: (page) => dialogOf(page, "Replace secret key") },
  { name: "the dialog to revoke", ...ownKeys, open: (page) => dialogOf(page, "Revoke key") },
  {
    name: "the step-up dialog",
    ...ownKeys,
    async open(page) {
      await refuseOnce(page, "**/secret/reveal", "step-up-required");
      await new ApiInfo(page).reveal.click();
      return dialog(page);
    },
  },
  {
    name: "the expired session",
    ...ownProfile,
    async open(page) {
      await page.getByLabel(/^City/).fill("Lisbon");
      await page.context().clearCookies();
      await page.getByRole("button", { name: "Save changes" }).click();
      return dialog(page);
    },
  },
  {
    name: "unsaved changes",
    ...ownProfile,
    async open(page) {
      await page.getByLabel(/^City/).fill("Lisbon");
      await page.getByRole("link", { name: "Home", exact: true }).click();
      return dialog(page);
    },
  },
  {
    name: "the dialog for a new e-mail",
    ...ownProfile,
    async open(page) {
      await page.getByLabel(/^Primary E-mail/).fill("wolfeschlegelsteinhausenbergerdorff.featherstonehaugh@demo.example");
      await page.getByRole("button", { name: "Save changes" }).click();
      return dialog(page);
    },
  },
  {
    name: "the dialog to sign out all other sessions",
    who: "user",
    path: "/company/profile/password",
    async open(page, portal) {
      const elsewhere = await Backend.signIn(portal, "user");
      await elsewhere.close();
      return dialogOf(page, "Sign out all other sessions");
    },
  },
  {
    name: "another user in another tab",
    ...ownProfile,
    async open(page, portal) {
      const colleague = await Backend.signIn(portal, "colleague");
      await page.context().addCookies((await colleague.storage()).cookies);
      await colleague.close();
      await showTab(page);
      return dialog(page);
    },
  },
  {
    name: "the dialog to deny",
    who: "administrator",
    path: "/administration/api-requests",
    access: "pending",
    open: (page) => dialogOf(page, /^Deny/),
  },
  {
    name: "the dialog to disable a user's access",
    who: "administrator",
    path: "/administration/users",
    access: "approved",
    open: (page) => dialogOf(page, /^Disable/),
  },
  { name: "the user menu", who: "user", path: "/dashboard", open: openUserMenu },
  {
    name: "the notice of an approval",
    who: "user",
    path: "/dashboard",
    access: "pending",
    async open(page, portal) {
      await approve(portal, "user");
      const notices = page.getByRole("region", { name: "Notices" });
      await expect(notices.getByRole("link", { name: "See your credentials" })).toBeVisible();
      return notices;
    },
  },
];

/** What opens where there is room beside the menu. */
export const wideLayers: Layer[] = [
  {
    name: "the flyout",
    who: "user",
    path: "/dashboard",
    async open(page) {
      await company(page).click();
      const flyout = page.getByRole("group", { name: "My Organization" });
      await expect(flyout).toBeVisible();
      return flyout;
    },
  },
];

/** What opens in narrow windows only. */
export const narrowLayers: Layer[] = [
  { name: "the drawer", who: "user", path: "/dashboard", open: openDrawer },
  {
    name: "the drawer with My Organization",
    who: "administrator",
    path: "/dashboard",
    async open(page) {
      const drawer = await openDrawer(page);
      await company(page).click();
      await expect(drawer.getByText("My Organization")).toBeVisible();
      return drawer;
    },
  },
  {
    name: "the sections of the profile",
    ...ownProfile,
    async open(page) {
      await profileSidebar(page).getByRole("button").click();
      await expect(profileSidebar(page).getByRole("link", { name: "Account Delete Request" })).toBeVisible();
      return profileSidebar(page);
    },
  },
];

async function dialogOf(page: Page, opener: string | RegExp): Promise<Locator> {
  const exact = typeof opener === "string";
  await page.getByRole("button", { name: opener, exact }).first().click();
  return dialog(page);
}

/** The dialog, once it is there: some come with code that is fetched first. */
async function dialog(page: Page): Promise<Locator> {
  await expect(openDialog(page)).toBeVisible();
  return openDialog(page);
}

async function openDrawer(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Open menu" }).click();
  await expect(mainMenu(page).getByRole("link", { name: "Billing" })).toBeInViewport({ ratio: 1 });
  return mainMenu(page);
}
