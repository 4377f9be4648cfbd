import { keysOf } from "../support/access.ts";
import { ApiInfo, apiInfoPath } from "../support/api-info.ts";
import { denyClipboard, removeClipboard } from "../support/clipboard.ts";
import { QuickStart } from "../support/quick-start.ts";
import { expect, test } from "../support/traced.ts";

test.use({ access: "approved" });

for (const why of ["refused", "absent"] as const) {
  test(`a clipboard that is ${why} leads to the selected secret and Ctrl+C`, async ({ portal, browserOf }) => {
    const { secretKey } = await keysOf(portal, "user");
    const context = await browserOf("user");
    await (why === "absent" ? removeClipboard(context) : denyClipboard(context));
    const page = await context.newPage();
    await page.goto(apiInfoPath);
    const api = new ApiInfo(page);
    await api.copySecretKey.click();
    await expect(page.getByText(/Press Ctrl\+C|press Ctrl\+C/).first()).toBeVisible();
    await expect(api.secret).toBeVisible();
    expect(await selectedText(page)).toBe(secretKey);
  });
}

for (const why of ["refused", "absent"] as const) {
  test(`a snippet cannot be copied with the secret where the clipboard is ${why}: the secret is selected`, async ({ portal, browserOf }) => {
    const { secretKey } = await keysOf(portal, "user");
    const context = await browserOf("user");
    await (why === "absent" ? removeClipboard(context) : denyClipboard(context));
    const page = await context.newPage();
    await page.goto(apiInfoPath);
    await new QuickStart(page).copyWithSecret.click();
    await expect(page.getByText(/Press Ctrl\+C|press Ctrl\+C/).first()).toBeVisible();
    await expect(new ApiInfo(page).secret).toBeVisible();
    expect(await selectedText(page)).toBe(secretKey);
  });
}

test("an API key that cannot be copied is selected instead", async ({ portal, browserOf }) => {
  const { apiKey } = await keysOf(portal, "user");
  const context = await browserOf("user");
  await removeClipboard(context);
  const page = await context.newPage();
  await page.goto(apiInfoPath);
  await new ApiInfo(page).copyApiKey.click();
  await expect(page.getByText(/Press Ctrl\+C|press Ctrl\+C/).first()).toBeVisible();
  expect(await selectedText(page)).toBe(apiKey);
});

async function selectedText(page: ApiInfo["page"]): Promise<string> {
  return page.evaluate(() => {
    const field = document.activeElement;
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
    }
    return String(getSelection()).trim();
  });
}
