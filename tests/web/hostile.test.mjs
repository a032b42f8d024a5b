// Text is text: what somebody types with evil intent on a tablet or a page is shown as typed, and
// never runs, on any page that shows it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Scene } from "./lib/scene.mjs";
import { Visit } from "./lib/worker.mjs";

/** Each tries another way out of its place: element, attribute, URL, style, template. */
const SPELLS = {
  name: '<img src=x onerror="globalThis.broken=1">',
  address: '"><script>globalThis.broken=2</script>',
  story: "'-alert(3)-' </textarea><svg onload=globalThis.broken=3> {{7*7}} ${7*7}",
  note: "</script><script>globalThis.broken=4</script><a href=\"javascript:alert(4)\">klik</a>",
  returned: '<iframe srcdoc="<script>parent.broken=5</script>"></iframe><style>*{display:none}</style>',
  review: '<form action=//evil.invalid><input name=csrf></form><base href=//evil.invalid>',
  edited: '<object data="data:text/html,<script>alert(6)</script>"></object>',
};

let scene;
let numbers;
before(async () => {
  scene = await Scene.set({ week: true });
  const visit = await Visit.begin(scene.tablet);
  await visit.household({
    "f/address": SPELLS.address,
    "f/no_kk_why": "lost",
    "f/size": "1",
    "f/note": SPELLS.note,
  });
  const head = await visit.member({
    "f/name": SPELLS.name,
    "f/no_nik_why": "lost",
    "f/birth_date": "1960",
    "f/sex": "female",
  });
  await visit.programs();
  await visit.case("question", head, {
    "f/subcat": "k15",
    "f/program": "pbi",
    "f/story": SPELLS.story,
  });
  numbers = await visit.finish({ note: SPELLS.note });
  scene.evil = visit.id;
  await scene.tablet.sync();
});
after(() => scene?.end());

/** Checks that a page shows the texts as they were typed and that none of them became more. */
async function harmless(visitor, name, ...texts) {
  const { page } = visitor;
  const shown = await page.innerText("body");
  const typed = await page.locator("input, textarea").evaluateAll((all) => all.map((one) => one.value));
  // Names are shown in capitals; spaces may be joined where the field's type asks for it.
  const plain = (text) => text.toUpperCase().replace(/\s+/g, " ");
  for (const text of texts) {
    const found = [shown, ...typed].some((one) => plain(one).includes(plain(text)));
    assert.ok(found, `${name} does not show ${text}`);
  }
  const became = await page.evaluate(() => ({
    broken: globalThis.broken,
    elements: [...document.querySelectorAll(
      "main img, main script, main iframe, main object, main style, main base, main svg[onload], a[href^='javascript:']",
    )].map((one) => one.outerHTML),
    forms: [...document.forms].map((form) => new URL(form.action).origin),
  }));
  assert.equal(became.broken, undefined, `${name}: a script ran`);
  assert.deepEqual(became.elements, [], `${name}: text became an element`);
  const origin = new URL(scene.server.url).origin;
  assert.ok(became.forms.every((one) => one === origin), `${name}: a form leaves the server`);
  assert.deepEqual(visitor.takeFaults(), [], `${name}: faults in the browser`);
}

test("what a tablet sent is text on every page of the review", async () => {
  const supervisor = await scene.enter("spv");
  const { page } = supervisor;
  await harmless(supervisor, "queue", SPELLS.name);
  await supervisor.go(`/kunjungan/${scene.evil}`);
  await harmless(supervisor, "visit", SPELLS.name, SPELLS.address, SPELLS.story, SPELLS.note);
  await supervisor.note(page.locator(".diff").first(), SPELLS.returned);
  await page.fill("#review_note", SPELLS.review);
  await supervisor.press("button[value=accept]");
  await harmless(supervisor, "visit that came back", SPELLS.returned, SPELLS.review);
  await supervisor.note(page.locator(".diff").first(), "");
  await supervisor.press("button[value=accept]");
  assert.equal(supervisor.path(), "/antrean/review?ok=accepted");
  await supervisor.go(`/kunjungan/${scene.evil}`);
  await harmless(supervisor, "accepted visit", SPELLS.review, SPELLS.story);
  await supervisor.close();
});

test("and on the pages of case, family and person", async () => {
  const manager = await scene.enter("mj");
  await harmless(manager, "manager's queue", SPELLS.name);
  await manager.go(await manager.linkTo(numbers[0]));
  await harmless(manager, "case", SPELLS.story, SPELLS.name, SPELLS.review);
  await manager.page.locator("input[name=step]").first().check();
  await manager.page.fill("#note", SPELLS.returned);
  await manager.press(".steps .button.primary");
  await harmless(manager, "case after a step", SPELLS.returned);
  await manager.close();
  const office = await scene.enter("fop");
  await office.go("/keluarga");
  await harmless(office, "families", SPELLS.name, SPELLS.address);
  await office.go(await office.linkTo("ONERROR"));
  await harmless(office, "family", SPELLS.address, SPELLS.name, SPELLS.note);
  await office.go(await office.linkTo("ONERROR"));
  await harmless(office, "person", SPELLS.name);
  await office.press(office.page.locator("main a[href^='/ubah/']", { hasText: "Nama lengkap" }));
  await harmless(office, "edit", SPELLS.name);
  await office.page.fill("#in-value", SPELLS.edited);
  await office.send();
  await harmless(office, "person after the edit", SPELLS.edited);
  await office.close();
});

test("a returned note of that kind comes to the tablet as it was typed", async () => {
  const supervisor = await scene.enter("spv");
  const { page } = supervisor;
  await supervisor.go(await supervisor.linkTo("SUMIATI"));
  const row = page.locator(".diff", { hasText: "Uraian" }).first();
  await supervisor.note(row, SPELLS.returned);
  await supervisor.press("button[value=return]");
  await supervisor.close();
  await scene.tablet.sync();
  const [card] = await scene.tablet.do("returned");
  const item = await scene.tablet.do("returned_item", { id: card.id });
  assert.deepEqual(item.fields.map((field) => field.note).filter(Boolean), [SPELLS.returned]);
});

test("hostile words in the search, in addresses and in forms stay words", async () => {
  const office = await scene.enter("fop");
  for (const spell of Object.values(SPELLS)) {
    await office.search(spell.slice(0, 100));
    await harmless(office, "search", spell.slice(0, 100));
  }
  const query = encodeURIComponent(SPELLS.address);
  for (const path of [`/antrean/inform?f=${query}`, `/masuk?next=${query}`, `/masuk?next=//evil.invalid`]) {
    await office.go(path);
    await harmless(office, path);
  }
  const stranger = await scene.stranger();
  await stranger.go("/masuk?next=https://evil.invalid/");
  await stranger.page.fill("#login", SPELLS.name);
  await stranger.page.fill("#password", "x");
  await stranger.send();
  await harmless(stranger, "login", SPELLS.name);
  await stranger.close();
  await office.close();
});
