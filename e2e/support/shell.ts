import type { Locator, Page } from "@playwright/test";

/** The bar with the main menu. */
export function mainMenu(page: Page): Locator {
  return page.getByRole("navigation", { name: "Main", exact: true });
}

/** The sidebar of "Company > Profile". */
export function profileSidebar(page: Page): Locator {
  return page.getByRole("navigation", { name: "Profile", exact: true });
}

/** The menu entry that opens the flyout. */
export function company(page: Page): Locator {
  return mainMenu(page).getByRole("button", { name: "Company" });
}

/** An entry of the flyout "My Organization". */
export function flyoutEntry(page: Page, name: string): Locator {
  return page.getByRole("link", { name, exact: true });
}

/** The page's one main heading. */
export function heading(page: Page, name?: string | RegExp): Locator {
  return page.getByRole("heading", { level: 1, ...(name === undefined ? {} : { name }) });
}
