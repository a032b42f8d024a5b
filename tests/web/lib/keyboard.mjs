// What a keyboard reaches: the elements in the order of Tab, and whether each shows its focus.

/** Presses Tab from the top of the page until it comes round; returns what it met and missed. */
export async function walk(page) {
  await page.evaluate(mark);
  const met = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(look);
    if (at === null || met.some((one) => one.number === at.number)) break;
    met.push(at);
  }
  const all = await page.evaluate(() => globalThis.reachable.map((one) => one.dataset.tab));
  const reached = new Set(met.flatMap((one) => one.group));
  return { met, missed: all.filter((tab) => !reached.has(tab)) };
}

// Runs in the page: numbers everything that a keyboard must reach, in the order of the document.
function mark() {
  const selector =
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  const shown = (one) =>
    one.checkVisibility({ visibilityProperty: true }) && !one.closest("details:not([open]) > :not(summary)");
  globalThis.reachable = [...document.querySelectorAll(selector)].filter(shown);
  globalThis.reachable.forEach((one, number) => {
    one.dataset.tab = `${number} ${one.tagName.toLowerCase()} ${one.textContent.trim().slice(0, 30)}`;
  });
  document.activeElement?.blur();
}

// Runs in the page: what has the focus, and whether that can be seen.
function look() {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one);
  const ring = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0;
  // Tab goes to one button of a radio group; arrows go to the others.
  const group = one.type === "radio" ? [...document.getElementsByName(one.name)] : [one];
  return {
    number: globalThis.reachable.indexOf(one),
    name: one.dataset.tab ?? one.outerHTML.slice(0, 80),
    visible: ring || style.boxShadow !== "none",
    group: group.map((radio) => radio.dataset.tab),
  };
}
