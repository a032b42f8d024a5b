// What must hold on every page: no violation of axe's rules, one heading, no sideways scrolling.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { SMALLEST } from "./browser.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Returns the violations that axe finds on a page, one line each with the first places. */
export async function violations(page, rules = {}) {
  // Evaluated by the debugger, so the page's own policy stays as strict as it is.
  await page.evaluate(AXE);
  const found = await page.evaluate(async (rules) => {
    const asked = { resultTypes: ["violations"], rules };
    const { violations } = await globalThis.axe.run(document, asked);
    return violations.map(({ id, help, nodes }) => {
      const places = nodes.slice(0, 3).map((node) => node.target.join(" "));
      return `${id}: ${help} (${nodes.length}): ${places.join(" | ")}`;
    });
  }, rules);
  return found;
}

/** Returns what sticks out to the right when the window is as narrow as it may be. */
export async function sideways(page) {
  const before = page.viewportSize();
  await page.setViewportSize(SMALLEST);
  const wide = await page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const out = [...document.querySelectorAll("body *")].filter(
      (one) => one.getBoundingClientRect().right > root.clientWidth + 1,
    );
    const name = (one) => `${one.tagName.toLowerCase()}.${one.className?.baseVal ?? one.className}`;
    return [`the page is ${root.scrollWidth} wide`, ...out.slice(0, 5).map(name)];
  });
  await page.setViewportSize(before);
  return wide;
}

/** Checks a page in the state that it is in; `rules` turns rules of axe on or off. */
export async function sound(visitor, name, rules = {}) {
  const { page } = visitor;
  assert.deepEqual(await violations(page, rules), [], `${name}: axe`);
  assert.equal(await page.locator("h1").count(), 1, `${name}: one h1`);
  assert.deepEqual(await sideways(page), [], `${name}: scrolls sideways at 320 px`);
  assert.deepEqual(visitor.takeFaults(), [], `${name}: faults in the browser`);
}
