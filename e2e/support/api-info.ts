import { expect, type Locator, type Page } from "@playwright/test";

import { secretShape } from "./secrets.ts";

export const apiInfoPath = "/company/profile/api-info";

/** The page "API Info", named "Request API Access" until access is granted. */
export class ApiInfo {
  constructor(readonly page: Page) {}

  get request(): Locator {
    return this.page.getByRole("region").getByRole("button", { name: "Request API Access", exact: true });
  }

  get withdraw(): Locator {
    return this.page.getByRole("button", { name: "Withdraw request", exact: true });
  }

  get copyApiKey(): Locator {
    return this.page.getByRole("button", { name: "Copy API key", exact: true });
  }

  get copySecretKey(): Locator {
    return this.page.getByRole("button", { name: "Copy secret key", exact: true });
  }

  get reveal(): Locator {
    return this.page.getByRole("button", { name: "Reveal secret key", exact: true });
  }

  get hide(): Locator {
    return this.page.getByRole("button", { name: "Hide secret key", exact: true });
  }

  get keepVisible(): Locator {
    return this.page.getByRole("button", { name: "Keep visible" });
  }

  get replaceSecret(): Locator {
    return this.page.getByRole("button", { name: "Replace secret key", exact: true });
  }

  get revokeKey(): Locator {
    return this.page.getByRole("button", { name: "Revoke key", exact: true });
  }

  /** The sentence that stands there until access is granted. */
  get disabledSentence(): Locator {
    return this.page.getByText("API Access is currently disabled on your account.");
  }

  /** The secret key as shown; there only while it is revealed. */
  get secret(): Locator {
    return this.page.getByRole("main").getByText(secretShape);
  }

  /** Reveals the secret key and reads it off the screen. */
  async readSecret(): Promise<string> {
    await this.reveal.click();
    await expect(this.secret).toBeVisible();
    const [secret] = secretShape.exec(await this.secret.innerText()) ?? [];
    expect(secret).toBeDefined();
    return secret ?? "";
  }
}

/** A polite announcement of these words, wherever it is made. */
export function announcement(page: Page, words: string | RegExp): Locator {
  return page.getByRole("status").filter({ hasText: words });
}

/** Says whether the page was reloaded since [`mark`]. */
export async function isMarked(page: Page): Promise<boolean> {
  return page.evaluate(() => "mark" in window);
}

/** Marks the page's window, which no reload survives. */
export async function mark(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { mark: true }));
}
