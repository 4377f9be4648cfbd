import type { Page } from "@playwright/test";

import { announcement, ApiInfo, apiInfoPath, isMarked, mark } from "../support/api-info.ts";
import { allowClipboard, emptyClipboard, pasted } from "../support/clipboard.ts";
import { notedAt, notePress, noteWords } from "../support/instant.ts";
import { callRestapi } from "../support/restapi.ts";
import { apiKeyShape, secretShape } from "../support/secrets.ts";
import { company, flyoutEntry, heading, profileSidebar } from "../support/shell.ts";
import { arrive } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

test("from signing in to the first call with a key of one's own", async ({ portal, browser }) => {
  const userBrowser = await browser.newContext({ baseURL: portal.origin("127.0.0.1") });
  const administratorBrowser = await browser.newContext({ baseURL: portal.origin("localhost") });
  await allowClipboard(userBrowser);
  const page = await userBrowser.newPage();
  const api = new ApiInfo(page);

  await test.step("an administrator watches the queue", async () => {
    const queue = await administratorBrowser.newPage();
    await arrive(queue, "administrator");
    await queue.goto("/administration/api-requests");
    await expect(heading(queue, "API Requests")).toBeVisible();
  });
  const [queue] = administratorBrowser.pages() as [Page];

  await test.step("the user goes from the dashboard to the profile and asks with one click", async () => {
    await arrive(page, "user");
    await company(page).click();
    await flyoutEntry(page, "Profile").click();
    await profileSidebar(page).getByRole("link", { name: "Request API Access" }).click();
    await expect(page).toHaveURL(apiInfoPath);
    await expect(page).toHaveTitle(/^Request API Access/);
    await expect(api.disabledSentence).toBeVisible();
    await api.request.click();
    await expect(api.withdraw).toBeVisible();
    await expect(api.disabledSentence).toBeVisible();
  });

  const second = await userBrowser.newPage();
  await second.goto("/dashboard");
  await expect(heading(second, "Dashboard")).toBeVisible();
  const anotherBrowser = await browser.newContext({ baseURL: portal.origin("127.0.0.1") });
  const third = await anotherBrowser.newPage();
  await arrive(third, "user");
  await third.goto(apiInfoPath);
  await expect(new ApiInfo(third).withdraw).toBeVisible();
  await page.bringToFront();
  await mark(page);
  await mark(second);
  await mark(third);
  await noteWords(page, "Copy secret key");
  await noteWords(second, "API access approved.");
  await noteWords(third, "Copy secret key");
  await notePress(queue);

  await test.step("the administrator sees the request without a reload, and approves", async () => {
    const row = queue.getByRole("row").filter({ hasText: "user@demo.example" });
    await expect(row).toContainText("Demo Ltd");
    const answered = queue.waitForResponse((answer) => answer.url().endsWith("/approve"));
    await row.getByRole("button", { name: /^Approve/ }).click();
    expect((await answered).ok()).toBe(true);
  });

  await test.step("every open window of the user changes within a second", async () => {
    const pressedAt = await notedAt(queue);
    for (const [name, window] of Object.entries({ "API Info": page, dashboard: second, "another browser": third })) {
      expect((await notedAt(window)) - pressedAt, name).toBeLessThan(1000);
    }
  });

  await test.step("the user's page changes by itself", async () => {
    await expect(announcement(page, "API access approved. Your credentials are ready.")).not.toHaveCount(0);
    await expect(page).toHaveTitle(/^API Info/);
    await expect(profileSidebar(page).getByRole("link", { name: "API Info" })).toBeVisible();
    await expect(profileSidebar(page).getByRole("link", { name: "Request API Access" })).toHaveCount(0);
    await expect(heading(page)).toBeFocused();
    expect(await isMarked(page)).toBe(true);
  });

  await test.step("so does the one in the user's other browser", async () => {
    await expect(third).toHaveTitle(/^API Info/);
    await expect(new ApiInfo(third).copySecretKey).toBeVisible();
    expect(await isMarked(third)).toBe(true);
  });

  await test.step("the user's other window says so and stays where it is", async () => {
    const notice = second.getByRole("link", { name: /API Info|credentials/ });
    await expect(second.getByText("API access approved. Your credentials are ready.").first()).toBeVisible();
    await expect(notice.first()).toHaveAttribute("href", apiInfoPath);
    await expect(second).toHaveURL("/dashboard");
    expect(await isMarked(second)).toBe(true);
  });

  const copied = await test.step("both keys are copied without showing the secret", async () => {
    await emptyClipboard(page);
    await api.copyApiKey.click();
    await expect(announcement(page, /API key.*copied/i)).not.toHaveCount(0);
    const apiKey = await pasted(page);
    expect(apiKey).toMatch(apiKeyShape);
    await api.copySecretKey.click();
    await expect(announcement(page, /secret key.*copied/i)).not.toHaveCount(0);
    const secretKey = await pasted(page);
    expect(secretKey).toMatch(secretShape);
    await expect(api.secret).toHaveCount(0);
    return { apiKey, secretKey };
  });

  await test.step("what was copied opens the REST API, and nothing else does", async () => {
    const answer = await callRestapi(portal, copied);
    expect(answer.status).toBe(200);
    const zones = (await answer.json()) as { count: number; listZoneResponse: { name: string }[] };
    expect(zones.count).toBeGreaterThan(0);
    expect(zones.listZoneResponse).toHaveLength(zones.count);
    for (const route of ["instance/instanceList", "volume/volumeList", "network/networkList"]) {
      expect((await callRestapi(portal, copied, route)).status, route).toBe(200);
    }
    const wrong = `${copied.secretKey.slice(0, -1)}${copied.secretKey.endsWith("0") ? "1" : "0"}`;
    const refusal = await callRestapi(portal, { ...copied, secretKey: wrong });
    expect(refusal.status).toBe(401);
    expect(await refusal.json()).toMatchObject({ code: 401, message: expect.any(String) });
  });

  await userBrowser.close();
  await anotherBrowser.close();
  await administratorBrowser.close();
});
