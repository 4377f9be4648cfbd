import { ApiInfo, apiInfoPath, isMarked, mark } from "../support/api-info.ts";
import { openDialog } from "../support/dialog.ts";
import { expect, test } from "../support/test.ts";

test.use({ access: "pending" });

test("a denied user reads by whom and why, and may ask again", async ({ open }) => {
  const page = await open("user", apiInfoPath);
  const api = new ApiInfo(page);
  await expect(api.withdraw).toBeVisible();
  await mark(page);

  const queue = await open("administrator", "/administration/api-requests");
  await queue.getByRole("row").filter({ hasText: "user@demo.example" }).getByRole("button", { name: /^Deny/ }).click();
  const dialog = openDialog(queue);
  await dialog.getByRole("textbox").fill("Please name the system that needs it.");
  await dialog.getByRole("button", { name: /^Deny/ }).click();
  await expect(dialog).toBeHidden();

  await expect(page.getByText("Please name the system that needs it.")).toBeVisible();
  await expect(page.getByRole("main")).toContainText(/denied/i);
  await expect(api.disabledSentence).toBeVisible();
  expect(await isMarked(page)).toBe(true);

  await api.request.click();
  await expect(api.withdraw).toBeVisible();
  await expect(queue.getByRole("row").filter({ hasText: "user@demo.example" }).first()).toBeVisible();
});

test("a denial needs a reason", async ({ open }) => {
  const queue = await open("administrator", "/administration/api-requests");
  await queue.getByRole("row").filter({ hasText: "user@demo.example" }).getByRole("button", { name: /^Deny/ }).click();
  const dialog = openDialog(queue);
  await dialog.getByRole("button", { name: /^Deny/ }).click();
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("textbox")).toHaveAttribute("aria-invalid", "true");
  await expect(dialog.getByRole("textbox")).toBeFocused();
});
