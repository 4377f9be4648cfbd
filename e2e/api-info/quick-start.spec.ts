import fs from "node:fs/promises";
import path from "node:path";

import type { Page } from "@playwright/test";

import { keysOf } from "../support/access.ts";
import { announcement, apiInfoPath } from "../support/api-info.ts";
import { allowClipboard, emptyClipboard, pasted } from "../support/clipboard.ts";
import { QuickStart } from "../support/quick-start.ts";
import { runInShell } from "../support/run-in-shell.ts";
import { noteEverySecretInTheDocument, Overheard, placesOf, wasNoted } from "../support/secrets.ts";
import { python } from "../support/settings.ts";
import { expect, test } from "../support/test.ts";

test.use({ access: "approved" });

/** How a person uses what a tab gives, once it is in `file`. */
const uses = [
  { tab: "curl", use: (file: string) => `. "${file}"` },
  { tab: "Python", use: (file: string) => `"${python}" "${file}"` },
  { tab: "JavaScript", use: (file: string) => `"${process.execPath}" --input-type=module < "${file}"` },
  {
    tab: "Environment file",
    use: (file: string) =>
      `set -a; . "${file}"; set +a; ` +
      `curl -sS "$LATCHKEY_RESTAPI_URL/zone/zonelist" -H "apikey: $LATCHKEY_API_KEY" -H "secretkey: $LATCHKEY_SECRET_KEY"`,
  },
];

for (const { tab, use } of uses) {
  test(`${tab}: works as it is copied, with the secret in the environment`, async ({ open, portal }, info) => {
    const { apiKey, secretKey } = await keysOf(portal, "user");
    const page = await open("user", apiInfoPath);
    await allowClipboard(page.context());
    await new QuickStart(page).copy(tab);
    const lines = await copied(page);
    expect(lines).toContain(apiKey);
    expect(lines).not.toContain(secretKey);
    expect(await run(lines, use, info.outputPath("lines"), { LATCHKEY_SECRET_KEY: secretKey })).toContain("listZoneResponse");
  });

  test(`${tab}: copied with the secret it works by itself, and the secret is never in the page`, async ({ browserOf, portal }, info) => {
    const { secretKey } = await keysOf(portal, "user");
    const context = await browserOf("user");
    await allowClipboard(context);
    const overheard = Overheard.in(context);
    const page = await context.newPage();
    const quickStart = new QuickStart(page);
    await page.goto(apiInfoPath);
    await quickStart.tab(tab).click();
    await noteEverySecretInTheDocument(page, secretKey);
    await emptyClipboard(page);
    await quickStart.copyWithSecret.click();
    await expect(announcement(page, /with secret key copied/)).not.toHaveCount(0);
    const lines = await copied(page);
    expect(lines).toContain(secretKey);
    expect(await run(lines, use, info.outputPath("lines"), {})).toContain("listZoneResponse");
    expect(await wasNoted(page)).toBe(false);
    expect(await placesOf(page, secretKey)).toEqual([]);
    expect(overheard.all()).not.toContain(secretKey);
    expect(portal.log()).not.toContain(secretKey);
    // What was copied is in a file of this test.
    await fs.rm(info.outputPath("lines"));
  });
}

test("Terraform: the block names the provider's arguments and takes the secret from a variable", async ({ open, portal }) => {
  const { apiKey, secretKey } = await keysOf(portal, "user");
  const page = await open("user", apiInfoPath);
  await allowClipboard(page.context());
  const quickStart = new QuickStart(page);
  await quickStart.copy("Terraform");
  const block = await copied(page);
  expect(block).toContain('source = "stackbill.com/assistanz/stackbill"');
  expect(block).toContain('provider "stackbill" {');
  expect(block).toContain(`url        = "${portal.origin()}/restapi"`);
  expect(block).toContain(`api_key    = "${apiKey}"`);
  expect(block).toContain("secret_key = var.latchkey_secret_key");
  await quickStart.copyWithSecret.click();
  await expect.poll(() => pasted(page)).toContain(`secret_key = "${secretKey}"`);
});

test("the key is tested from the server: a real call, shown, counted, and the secret stays away", async ({ browserOf, portal }) => {
  const { apiKey, secretKey } = await keysOf(portal, "user");
  const context = await browserOf("user");
  const overheard = Overheard.in(context);
  const page = await context.newPage();
  const { section, test: testKey } = new QuickStart(page);
  await page.goto(apiInfoPath);
  await expect(page.getByText("Not used yet")).toBeVisible();
  const answered = page.waitForResponse("**/test");
  await testKey.click();
  expect(await (await answered).text()).not.toContain(secretKey);
  await expect(announcement(page, "Your key works.")).not.toHaveCount(0);
  await expect(section).toContainText(/Answered in \d+ ms/);
  await expect(section).toContainText("GET /restapi/zone/zonelist");
  await expect(section).toContainText(`apikey: ${apiKey}`);
  await expect(section).toContainText("secretkey: ••••••••");
  await expect(section).toContainText('"listZoneResponse": [');
  // Told live once the call is recorded.
  await expect(page.getByText(/Last used .* from 127\.0\.0\.1: GET \/restapi\/zone\/zonelist/)).toBeVisible();
  expect(await placesOf(page, secretKey)).toEqual([]);
  expect(overheard.all()).not.toContain(secretKey);
  expect(portal.log()).not.toContain(secretKey);
});

test("a key whose access was disabled meanwhile is refused, in words", async ({ open }) => {
  const page = await open("user", apiInfoPath);
  const quickStart = new QuickStart(page);
  await page.route("**/test", async (route) => {
    const answer = await route.fetch();
    const body = JSON.stringify({ code: 403, message: "API access is disabled on this account." });
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), status: 403, body } });
  });
  await quickStart.test.click();
  await expect(quickStart.section).toContainText("The call was refused.");
  await expect(quickStart.section).toContainText("API access is disabled on this account.");
});

test("offline, and with the server gone, the test says so and can be done again", async ({ open, portal }) => {
  const page = await open("user", apiInfoPath);
  const { section, test: testKey } = new QuickStart(page);
  // Its code is there then.
  await testKey.click();
  await expect(section).toContainText("Your key works.");
  await page.context().setOffline(true);
  await testKey.click();
  await expect(section).toContainText("The key was not tested");
  await page.context().setOffline(false);
  await testKey.click();
  await expect(section).toContainText("Your key works.");
  await portal.stop();
  await testKey.click();
  await expect(section).toContainText("The key was not tested");
  await portal.resume();
  await testKey.click();
  await expect(section).toContainText("Your key works.");
});

test("what a tab needs comes with the choice; where it does not, the tab says so and keeps the focus", async ({ open }) => {
  const page = await open("user", apiInfoPath);
  const quickStart = new QuickStart(page);
  const chunks: string[] = [];
  page.on("request", (request) => chunks.push(...(/\/split_[^/]*\.wasm/.exec(request.url()) ?? [])));
  await expect(quickStart.section).toContainText("curl");
  expect(chunks).toEqual([]);
  await page.route("**/split_*.wasm", (route) => route.abort());
  await quickStart.tab("curl").focus();
  await page.keyboard.press("ArrowRight");
  await expect(quickStart.tab("Terraform")).toBeFocused();
  await expect(quickStart.section.getByRole("alert")).toContainText(/could not be reached/);
  await page.unroute("**/split_*.wasm");
  await quickStart.section.getByRole("button", { name: "Try again" }).click();
  await expect(quickStart.section).toContainText('provider "stackbill"');
  await page.keyboard.press("Escape");
  await quickStart.tab("Python").click();
  await expect(quickStart.tab("Python")).toBeFocused();
  expect(chunks.length).toBeLessThanOrEqual(3);
});

async function copied(page: Page): Promise<string> {
  await expect(announcement(page, / copied\.$/)).not.toHaveCount(0);
  return pasted(page);
}

async function run(lines: string, use: (file: string) => string, file: string, variables: Record<string, string>): Promise<string> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, lines);
  return runInShell(use(file), variables);
}
