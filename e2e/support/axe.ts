import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

/** Rules that axe leaves out unless asked. */
const rulesOnRequest = [
  "target-size",
  "css-orientation-lock",
  "focus-order-semantics",
  "label-content-name-mismatch",
  "p-as-heading",
  "table-fake-caption",
  "td-has-header",
];

/** Put into a document once: each copy would answer to what is asked of the others, too. */
const axeSource = `if (!("axe" in window)) { ${axe.source} }`;

/** Fails with what axe finds on the page and in its frames; every rule is on. */
export async function expectAccessible(page: Page): Promise<void> {
  const rules = Object.fromEntries(rulesOnRequest.map((rule) => [rule, { enabled: true }]));
  // The other mode opens one more page a look, to keep frames of strangers apart; ours have none.
  const { violations, passes } = await new AxeBuilder({ page, axeSource }).setLegacyMode().options({ rules }).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.target.join(" ")}\n  ${node.failureSummary ?? ""}`),
  );
  expect(found.join("\n\n")).toBe("");
  // Where axe does not get into a frame, it finds nothing wrong in there either.
  const lookedInto = passes.flatMap(({ nodes }) => nodes.filter(({ target }) => target.length > 1).map(({ target }) => String(target[0])));
  expect(new Set(lookedInto).size).toBe(await page.locator("iframe").count());
}
