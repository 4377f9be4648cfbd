import type { Page } from "@playwright/test";

import { bringTo, keysOf } from "../support/access.ts";
import { announcement, ApiInfo, apiInfoPath, isMarked, mark } from "../support/api-info.ts";
import { allowClipboard, emptyClipboard, pasted } from "../support/clipboard.ts";
import { expectNoOverflow } from "../support/overflow.ts";
import { callRestapi, changeByScript, createInstance, type Keys } from "../support/restapi.ts";
import { runInShell } from "../support/run-in-shell.ts";
import { settled } from "../support/screens.ts";
import { expect, test } from "../support/test.ts";

test.use({ access: "approved", portalSettings: { timeScale: 4 } });

test("what a script does with the copied key shows in the open page, with the key that did it", async ({
  portal,
  browserOf,
}) => {
  const context = await browserOf("user");
  await allowClipboard(context);
  const keys = await test.step("both keys are copied from API Info", () => copyKeys(context.newPage()));

  const page = await context.newPage();
  await page.goto("/compute");
  await settled(page);
  await mark(page);

  const row = page.getByRole("row").filter({ hasText: "from-a-script" });
  const instance = await test.step("a created instance appears within a second", async () => {
    await expect(row).toHaveCount(0);
    const made = await createInstance(portal, keys, "from-a-script");
    await expect(row).toBeVisible({ timeout: 1000 });
    await expect(row).toContainText("Creating");
    await expect(row).toContainText("Instance created");
    await expect(row).toContainText(keys.apiKey);
    await expect(row).toContainText("Dana Demo");
    return made;
  });

  await test.step("it runs in the end, without anybody asking", async () => {
    await expect(row).toContainText("Running", { timeout: 10_000 });
    await expect(row, "the key that asked for it stays").toContainText(keys.apiKey);
  });

  await test.step("stopping and destroying show as they happen", async () => {
    await callRestapi(portal, keys, `instance/stopInstance?uuid=${instance}&forceStop=true`);
    await expect(row).toContainText("Stopping");
    await expect(row).toContainText("Stopped");
    await callRestapi(portal, keys, `instance/destroyInstance?uuid=${instance}&expunge=true`);
    await expect(row).toContainText("Destroying");
    await expect(row).toHaveCount(0);
  });

  await test.step("the activity names the key", async () => {
    expect(await isMarked(page), "the page was never loaded anew").toBe(true);
    await page.goto("/company/activity");
    const created = page.getByRole("listitem").filter({ hasText: "Instance created from-a-script" });
    await expect(created).toContainText(keys.apiKey);
  });
});

test("the command of an empty list, run in a shell, creates the first thing", async ({ portal, open }) => {
  await bringTo(portal, "other", "approved");
  const keys = await keysOf(portal, "other");
  const listed = await callRestapi(portal, keys, "vmsnapshot/vmsnapshotList");
  const { listVmSnapshotResponse } = (await listed.json()) as { listVmSnapshotResponse: { uuid: string }[] };
  for (const { uuid } of listVmSnapshotResponse) {
    await changeByScript(portal, keys, "DELETE", `vmsnapshot/deleteVmSnapshot/${uuid}`);
  }
  const page = await open("other", "/compute");
  await page.getByRole("link", { name: "VM Snapshots" }).click();
  await expect(page).toHaveURL("/compute/vm-snapshots");
  await expect(page).toHaveTitle(/^VM Snapshots · Compute/);
  await expect(page.getByText("No VM snapshots yet")).toBeVisible();
  const command = await page.getByRole("group", { name: "curl command" }).innerText();
  expect(command).toContain(keys.apiKey);
  expect(command).not.toContain(keys.secretKey);
  await runInShell(command, { LATCHKEY_SECRET_KEY: keys.secretKey });
  const row = page.getByRole("row").filter({ hasText: "before-upgrade" });
  await expect(row).toContainText("VM snapshot taken");
  await expect(row).toContainText("Ready");
});

test("a name as long as a name may be fits", async ({ portal, open }) => {
  await createInstance(portal, await keysOf(portal, "user"), "n".repeat(255));
  for (const path of ["/compute", "/compute/volumes", "/dashboard", "/company/activity"]) {
    const page = await open("user", path);
    for (const width of [320, 768, 1100, 1440]) {
      await page.setViewportSize({ width, height: 700 });
      await settled(page);
      await expectNoOverflow(page);
    }
  }
});

async function copyKeys(opened: Promise<Page>): Promise<Keys> {
  const page = await opened;
  await page.goto(apiInfoPath);
  const api = new ApiInfo(page);
  await emptyClipboard(page);
  await api.copyApiKey.click();
  await expect(announcement(page, /API key.*copied/i)).not.toHaveCount(0);
  const apiKey = await pasted(page);
  await api.copySecretKey.click();
  await expect(announcement(page, /secret key.*copied/i)).not.toHaveCount(0);
  return { apiKey, secretKey: await pasted(page) };
}
