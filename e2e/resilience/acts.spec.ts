import { announcement, ApiInfo, apiInfoPath } from "../support/api-info.ts";
import { openDialog } from "../support/dialog.ts";
import { failing, slow, type Outage } from "../support/outage.ts";
import { password } from "../support/settings.ts";
import { heading } from "../support/shell.ts";
import { signIn } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

const outages: [Outage, RegExp][] = [
  ["offline", /portal could not be reached/],
  ["server-error", /nothing of yours is lost/],
];

for (const [outage, words] of outages) {
  test.describe(outage, () => {
    test("signing in keeps what was typed, and works the second time", async ({ page }) => {
      await page.goto("/sign-in");
      const recover = await failing(page, "**/api/v1/session", outage, "POST");
      await signIn(page, "user");
      await expect(page.getByText(words).first()).toBeVisible();
      await expect(page.getByLabel("Password", { exact: true })).toHaveValue(password);
      await recover();
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await expect(heading(page, "Dashboard")).toBeVisible();
    });

    test("a request keeps its reason, and is sent the second time", async ({ open }) => {
      const page = await open("user", apiInfoPath);
      const api = new ApiInfo(page);
      await page.getByText("Add a reason (optional)").click();
      const reason = page.getByRole("textbox", { name: /reason/i });
      await reason.fill("Terraform for the shop");
      const recover = await failing(page, "**/api/v1/api-access/request", outage, "POST");
      await api.request.click();
      await expect(page.getByText(words).first()).toBeVisible();
      await expect(reason).toHaveValue("Terraform for the shop");
      await recover();
      await api.request.click();
      await expect(api.withdraw).toBeVisible();
      await expect(page.getByText("Terraform for the shop")).toBeVisible();
    });

    test("a profile keeps what was typed, and is saved the second time", async ({ open }) => {
      const page = await open("user", "/company/profile");
      await page.getByLabel(/^City/).fill("Lisbon");
      const recover = await failing(page, "**/api/v1/profile", outage, "PUT");
      await page.getByRole("button", { name: "Save changes" }).click();
      await expect(page.getByText(words).first()).toBeVisible();
      await expect(page.getByLabel(/^City/)).toHaveValue("Lisbon");
      await recover();
      await page.getByRole("button", { name: "Save changes" }).click();
      await expect(announcement(page, /saved/i)).not.toHaveCount(0);
    });

    test("a change of password keeps what was typed", async ({ open }) => {
      const page = await open("user", "/company/profile/password");
      const fresh = "a different long password";
      await page.getByLabel("Old Password", { exact: true }).fill(password);
      await page.getByLabel("New Password", { exact: true }).fill(fresh);
      await page.getByLabel("Confirm Password", { exact: true }).fill(fresh);
      const recover = await failing(page, "**/api/v1/profile/password", outage, "PUT");
      await page.getByRole("button", { name: "Update" }).click();
      await expect(page.getByText(words).first()).toBeVisible();
      await expect(page.getByLabel("New Password", { exact: true })).toHaveValue(fresh);
      await recover();
      await page.getByRole("button", { name: "Update" }).click();
      await expect(announcement(page, /changed|updated/i)).not.toHaveCount(0);
    });

    test.describe("with API access", () => {
      test.use({ access: "approved" });

      test("a reveal says what went wrong, and works the second time", async ({ open }) => {
        const page = await open("user", apiInfoPath);
        const api = new ApiInfo(page);
        const recover = await failing(page, "**/secret/reveal", outage, "POST");
        await api.reveal.click();
        await expect(page.getByText(words).first()).toBeVisible();
        await recover();
        await api.reveal.click();
        await expect(api.secret).toBeVisible();
      });

      test("a copy says what went wrong", async ({ open }) => {
        const page = await open("user", apiInfoPath);
        await failing(page, "**/secret/reveal", outage, "POST");
        await new ApiInfo(page).copySecretKey.click();
        await expect(page.getByText(words).first()).toBeVisible();
      });

      test("a replacement keeps its dialog open and works the second time", async ({ open }) => {
        const page = await open("user", apiInfoPath);
        const api = new ApiInfo(page);
        const recover = await failing(page, "**/secret/replace", outage, "POST");
        await api.replaceSecret.click();
        const confirm = openDialog(page).getByRole("button", { name: "Replace secret key" });
        await confirm.click();
        await expect(page.getByText(words).first()).toBeVisible();
        await recover();
        await confirm.click();
        await expect(openDialog(page)).toBeHidden();
      });
    });

    test.describe("with a request in the queue", () => {
      test.use({ access: "pending" });

      test("a denial keeps its reason, and works the second time", async ({ open }) => {
        const page = await open("administrator", "/administration/api-requests");
        const recover = await failing(page, "**/deny", outage, "POST");
        await page.getByRole("button", { name: /^Deny/ }).click();
        const dialog = openDialog(page);
        await dialog.getByRole("textbox").fill("Please name the system.");
        await dialog.getByRole("button", { name: /^Deny/ }).click();
        await expect(page.getByText(words).first()).toBeVisible();
        await expect(dialog.getByRole("textbox")).toHaveValue("Please name the system.");
        await recover();
        await dialog.getByRole("button", { name: /^Deny/ }).click();
        await expect(dialog).toBeHidden();
      });
    });
  });
}

test("a slow request shows that it is under way and cannot be sent twice", async ({ open }) => {
  const page = await open("user", apiInfoPath);
  const api = new ApiInfo(page);
  let sent = 0;
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/api-access/request")) sent += 1;
  });
  const recover = await slow(page, "**/api/v1/api-access/request", "POST");
  await api.request.dblclick();
  await expect(api.request).toHaveAttribute("aria-busy", "true");
  await expect(announcement(page, "Working…")).not.toHaveCount(0);
  await recover();
  await expect(api.withdraw).toBeVisible();
  expect(sent).toBe(1);
});
