// Pages under strain: long names, writing from right to left, large text, forced colours, paper.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sideways, sound } from "./lib/audit.mjs";
import { Scene } from "./lib/scene.mjs";
import { Visit } from "./lib/worker.mjs";

/** Sixty letters without a place to break, and a name that is written from right to left. */
const LONG = "MUHAMMADABDURRAHMANWAHIDHASYIMASYARISYAMSUDDINKUSUMAWARDHANA";
const ARABIC = "SITI \u0633\u064a\u062a\u064a \u202eRAHMA";

let scene;
let visit;
before(async () => {
  scene = await Scene.set({ week: true });
  visit = await Visit.begin(scene.tablet);
  await visit.household({ "f/no_kk_why": "lost", "f/size": "2", "f/address": LONG });
  const common = { "f/no_nik_why": "lost", "f/birth_date": "1960", "f/sex": "female" };
  const head = await visit.member({ ...common, "f/name": LONG });
  await visit.member({ ...common, "f/name": ARABIC, "f/relation": "child" });
  await visit.programs();
  await visit.case("question", head, { "f/subcat": "k15", "f/program": "pbi", "f/story": `${LONG} ${LONG}` });
  await visit.finish();
  await scene.tablet.sync();
});
after(() => scene?.end());

/** The pages on which people decide, with who decides there. */
async function pages() {
  const { household, people } = await scene.addresses(LONG);
  return [
    ["spv", "/antrean/review"],
    ["spv", `/kunjungan/${visit.id}`],
    ["fop", household],
    ["fop", people[LONG]],
    ["fop", "/keluarga"],
    ["fop", "/akun"],
  ];
}

async function everywhere(options, act) {
  const visitors = {};
  for (const [role, path] of await pages()) {
    visitors[role] ??= await scene.enter(role, options);
    await visitors[role].go(path);
    await act(visitors[role], path.split("/")[1]);
  }
  for (const one of Object.values(visitors)) await one.close();
}

test("a name of sixty letters breaks, and one from right to left stays in its place", async () => {
  await everywhere({}, async (visitor, name) => {
    await visitor.picture("shapes", `long-${name}`);
    await sound(visitor, name);
    const wide = await visitor.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 1280, `${name} is ${wide} wide at 1280`);
  });
});

test("text of twice the size loses nothing", async () => {
  // 200 % in a window of 1280 by 800 leaves 640 by 400 for the page (WCAG 1.4.4, 1.4.10).
  await everywhere({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }, async (visitor, name) => {
    await visitor.picture("shapes", `zoom-${name}`);
    assert.deepEqual(await sideways(visitor.page), [], name);
    const wide = await visitor.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 640, `${name} is ${wide} wide at 640`);
    const covered = await visitor.page.evaluate(() => {
      const bar = document.querySelector(".actions");
      return bar ? bar.getBoundingClientRect().height / innerHeight : 0;
    });
    assert.ok(covered < 0.4, `${name}: the action bar covers ${covered} of the window`);
  });
});

test("forced colours keep every sign that colour alone drew", async () => {
  await everywhere({ forcedColors: "active" }, async (visitor, name) => {
    await visitor.picture("shapes", `forced-${name}`);
    // The colours are the person's own, so their contrast is no rule of ours.
    await sound(visitor, name, { "color-contrast": { enabled: false } });
    const bare = await visitor.page.evaluate(() => {
      const drawn = [...document.querySelectorAll(".badge, .chip, .diffmark, .button, .jalur-row i")];
      const lost = (one) => Number.parseFloat(getComputedStyle(one).borderTopWidth) === 0;
      return drawn.filter((one) => one.checkVisibility() && lost(one)).map((one) => one.className);
    });
    assert.deepEqual(bare, [], name);
  });
});

test("on paper stand the record and who printed it, not the tools", async () => {
  await everywhere({}, async (visitor, name) => {
    await visitor.page.emulateMedia({ media: "print" });
    await visitor.page.setViewportSize({ width: 720, height: 1000 });
    await visitor.picture("shapes", `paper-${name}`, { fullPage: true });
    const tools = ".rail, .top, .chips, .actions, .hints, .note-link, .notes, .hold, .reveal, .side form";
    const shown = await visitor.page.locator(tools).evaluateAll((all) =>
      all.filter((one) => one.checkVisibility()).map((one) => one.className));
    assert.deepEqual(shown, [], `${name}: tools on paper`);
    assert.match(await visitor.page.innerText(".print-foot"), /Dicetak .*, (Wahyu|Lestari)/);
    const scrolls = await visitor.page.evaluate(() =>
      [...document.querySelectorAll("main, main *")].filter((one) => {
        const style = getComputedStyle(one);
        return one.scrollHeight > one.clientHeight + 1 && /auto|scroll/.test(style.overflowY);
      }).map((one) => one.className));
    assert.deepEqual(scrolls, [], `${name}: cut off on paper`);
  });
});
