import type { Locator, Page } from "@playwright/test";

/** The dialog that is open, whether it informs or asks to confirm. */
export function openDialog(page: Page): Locator {
  return page.getByRole("dialog").or(page.getByRole("alertdialog"));
}
