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

const rules = Object.fromEntries(rulesOnRequest.map((rule) => [rule, { enabled: true }]));

/** Fails with what axe finds on the page and in its frames; every rule is on. */
export async function expectAccessible(page: Page): Promise<void> {
  const frames = page.frames();
  await Promise.all(
    frames.map(async (frame) => {
      if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(axe.source);
    }),
  );
  // What passed is many times more than what did not, and is read for its frames alone.
  const resultTypes: axe.resultGroups[] = frames.length > 1 ? ["violations", "passes"] : ["violations"];
  const { found, framesLookedInto } = await page.evaluate(async (options) => {
    const { violations, passes } = await (window as unknown as { axe: typeof axe }).axe.run(document, options);
    const inFrames = passes.flatMap(({ nodes }) => nodes.filter(({ target }) => target.length > 1));
    return {
      found: violations.flatMap(({ id, help, nodes }) =>
        nodes.map((node) => `${id}: ${help}\n  ${node.target.join(" ")}\n  ${node.failureSummary ?? ""}`),
      ),
      framesLookedInto: new Set(inFrames.map(({ target }) => String(target[0]))).size,
    };
  }, { rules, resultTypes });
  expect(found.join("\n\n")).toBe("");
  // Where axe does not get into a frame, it finds nothing wrong in there either.
  expect(framesLookedInto).toBe(frames.length - 1);
}
