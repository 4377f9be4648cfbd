import { keysOf } from "../support/access.ts";
import { announcement, ApiInfo, apiInfoPath } from "../support/api-info.ts";
import { allowClipboard, pasted } from "../support/clipboard.ts";
import { noteEverySecretInTheDocument, Overheard, placesOf, wasNoted } from "../support/secrets.ts";
import { profileSidebar } from "../support/shell.ts";
import { expect, test } from "../support/traced.ts";
import { hideTab } from "../support/visibility.ts";
import { withheld } from "../support/outage.ts";

test.use({ access: "approved" });

test("the secret is nowhere before it is revealed nor after it is hidden", async ({ portal, browserOf }) => {
  const { secretKey } = await keysOf(portal, "user");
  const context = await browserOf("user");
  const overheard = Overheard.in(context);
  const page = await context.newPage();
  const api = new ApiInfo(page);
  await page.goto(apiInfoPath);
  await expect(api.reveal).toBeVisible();
  expect(await placesOf(page, secretKey)).toEqual([]);

  expect(await api.readSecret()).toBe(secretKey);
  expect(await placesOf(page, secretKey)).toEqual(expect.arrayContaining([expect.stringMatching(/document|fields/)]));
  await api.hide.click();
  await expect(api.reveal).toBeFocused();
  expect(await placesOf(page, secretKey)).toEqual([]);

  await page.reload();
  await expect(api.reveal).toBeVisible();
  expect(await placesOf(page, secretKey)).toEqual([]);
  expect(overheard.all()).not.toContain(secretKey);
  expect(portal.log()).not.toContain(secretKey);
});

test("copying the secret never puts it into the page", async ({ portal, browserOf }) => {
  const { secretKey } = await keysOf(portal, "user");
  const context = await browserOf("user");
  await allowClipboard(context);
  const overheard = Overheard.in(context);
  const page = await context.newPage();
  const api = new ApiInfo(page);
  await page.goto(apiInfoPath);
  await expect(api.copySecretKey).toBeVisible();
  await noteEverySecretInTheDocument(page, secretKey);

  await api.copySecretKey.click();
  await expect(announcement(page, /secret key.*copied/i)).not.toHaveCount(0);
  expect(await pasted(page)).toBe(secretKey);
  expect(await placesOf(page, secretKey)).toEqual([]);
  expect(await wasNoted(page)).toBe(false);
  expect(overheard.all()).not.toContain(secretKey);
  expect(portal.log()).not.toContain(secretKey);
});

test("a revealed secret hides when the tab is hidden", async ({ open }) => {
  const page = await open("user", apiInfoPath);
  const secret = await new ApiInfo(page).readSecret();
  await hideTab(page);
  await expect(new ApiInfo(page).secret).toHaveCount(0);
  expect(await placesOf(page, secret)).toEqual([]);
});

test("a revealed secret is gone when its page is left, and stays gone on the way back", async ({ open }) => {
  const page = await open("user", apiInfoPath);
  const api = new ApiInfo(page);
  const secret = await api.readSecret();
  await profileSidebar(page).getByRole("link", { name: "My Profile" }).click();
  await expect(page.getByLabel(/^First Name/)).toBeVisible();
  expect(await placesOf(page, secret)).toEqual([]);
  await page.goBack();
  await expect(api.reveal).toBeVisible();
  expect(await placesOf(page, secret)).toEqual([]);
});

test("a secret that arrives after its page was left is shown nowhere", async ({ open }) => {
  const page = await open("user", apiInfoPath);
  const api = new ApiInfo(page);
  const arrival = withheld();
  await page.route("**/secret/reveal", async (route) => {
    const answer = await route.fetch();
    await arrival.promise;
    await route.fulfill({ response: answer });
  });
  const asked = page.waitForRequest("**/secret/reveal");
  await api.reveal.click();
  const request = await asked;
  await profileSidebar(page).getByRole("link", { name: "My Profile" }).click();
  await expect(page.getByLabel(/^First Name/)).toBeVisible();
  arrival.resolve();
  await request.response().catch(() => null);
  await page.goBack();
  await expect(api.reveal).toBeVisible();
  expect(await placesOf(page)).toEqual([]);
});
