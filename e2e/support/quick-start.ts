import type { Locator, Page } from "@playwright/test";

/** The quick start of the page "API Info". */
export class QuickStart {
  constructor(readonly page: Page) {}

  get section(): Locator {
    return this.page.getByRole("region", { name: "Quick start" });
  }

  get copyWithSecret(): Locator {
    return this.section.getByRole("button", { name: "Copy with secret key", exact: true });
  }

  get test(): Locator {
    return this.section.getByRole("button", { name: "Test this key", exact: true });
  }

  tab(name: string): Locator {
    return this.section.getByRole("tab", { name, exact: true });
  }

  /** Copies the lines of a tab, without the secret. */
  async copy(tab: string): Promise<void> {
    await this.tab(tab).click();
    await this.section.getByRole("button", { name: /^Copy (?!with)/ }).click();
  }
}
