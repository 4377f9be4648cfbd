import { suspend } from "../support/access.ts";
import { announcement, ApiInfo, apiInfoPath } from "../support/api-info.ts";
import { openDialog } from "../support/dialog.ts";
import { refuseOnce } from "../support/refusal.ts";
import { password } from "../support/settings.ts";
import { expect, test } from "../support/test.ts";

test.use({ access: "approved" });

test("confirming the password in one window leaves the others signed in and up to date", async ({ open, portal }) => {
  const first = await open("user", apiInfoPath);
  const second = await first.context().newPage();
  await second.goto("/company/profile");
  const third = await first.context().newPage();
  await third.goto(apiInfoPath);
  await expect(new ApiInfo(third).copySecretKey).toBeVisible();

  await refuseOnce(first, "**/secret/reveal", "step-up-required");
  await new ApiInfo(first).reveal.click();
  await openDialog(first).getByLabel("Password", { exact: true }).fill(password);
  await first.keyboard.press("Enter");
  await expect(new ApiInfo(first).secret).toBeVisible();

  await second.getByLabel("City", { exact: true }).fill("Lisbon");
  await second.getByRole("button", { name: "Save changes" }).click();
  await expect(announcement(second, /saved/i)).not.toHaveCount(0);
  await suspend(portal, "user", "The key was seen in a public repository.");
  await expect(new ApiInfo(third).copySecretKey).toHaveCount(0);
  for (const page of [first, second, third]) await expect(openDialog(page)).toBeHidden();
});
