import { openDialog } from "../support/dialog.ts";
import { expect, test } from "../support/test.ts";

test.use({ access: "pending" });

test("of two who decide at once one wins, and the other is told", async ({ open, browserOf }) => {
  const first = await open("administrator", "/administration/api-requests");
  // The second one's page hears nothing of the first one's decision, as when both click at the same time.
  const late = await browserOf("administrator");
  await late.route("**/api/v1/events*", (route) => route.abort());
  const second = await late.newPage();
  await second.goto("/administration/api-requests");

  const rowIn = (page: typeof first) => page.getByRole("row").filter({ hasText: "user@demo.example" });
  await expect(rowIn(second).getByRole("button", { name: /^Deny/ })).toBeVisible();
  await rowIn(first).getByRole("button", { name: /^Approve/ }).click();
  await expect(rowIn(first)).toHaveCount(0);

  await rowIn(second).getByRole("button", { name: /^Deny/ }).click();
  const dialog = openDialog(second);
  await dialog.getByRole("textbox").fill("Not now.");
  await dialog.getByRole("button", { name: /^Deny/ }).click();
  await expect(second.getByText(/already (been )?(approved|decided)|approved .*(first|meanwhile)|approved by/i).first()).toBeVisible();
  await expect(rowIn(second).getByRole("button", { name: /^(Approve|Deny)/ })).toHaveCount(0);
});
