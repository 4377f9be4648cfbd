import type { Page } from "@playwright/test";

/** Tells the page that its tab was hidden; a headless browser never hides one by itself. */
export async function hideTab(page: Page): Promise<void> {
  await setVisibility(page, "hidden");
}

/** Tells the page that somebody looks at its tab again. */
export async function showTab(page: Page): Promise<void> {
  await setVisibility(page, "visible");
}

async function setVisibility(page: Page, state: DocumentVisibilityState): Promise<void> {
  await page.evaluate((visibilityState) => {
    Object.defineProperty(document, "visibilityState", { value: visibilityState, configurable: true });
    Object.defineProperty(document, "hidden", { value: visibilityState === "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, state);
}
