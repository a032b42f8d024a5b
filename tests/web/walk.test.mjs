// One household walks the whole way: typed on the tablet, reviewed at the desk, returned, corrected,
// forwarded; nothing lost, nothing twice. Pictures of each step lie in target/screenshots/walk.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AndroidTablet } from "./lib/android.mjs";
import { sound } from "./lib/audit.mjs";
import { Scene } from "./lib/scene.mjs";
import { ScreenlessTablet } from "./lib/screenless.mjs";

const STORY = 'Belum pernah menerima sembako, <b>desil 2</b> & tinggal "sendiri".';
const NOTE = 'Sejak kapan tinggal <i>sendiri</i>? Tulis tahunnya & sebutkan "siapa" yang menolong.';
const CORRECTION = 'Belum pernah menerima sembako; tinggal <b>sendiri</b> & sejak 2019 ditolong "tetangga".';

let scene;
before(async () => {
  scene = await Scene.set({ week: false });
});
after(() => scene?.end());

test("without a screen", () => walk(ScreenlessTablet, "fs02", "RUKMINI REKA", "plain"));
test("through the Android views", () => walk(AndroidTablet, "fs01", "SUMIATI WULANDARI", "walk"));
test("a Puskesos keeps what it records with route own", own);

/** Walks with a tablet; `folder` takes the pictures of the desk. */
async function walk(kind, login, name, folder) {
  const tablet = await kind.for(scene.server, scene.server.tablet(login));
  const supervisor = await scene.enter("spv");
  const manager = await scene.enter("mj");
  try {
    const shot = (visitor, step) => visitor.picture(folder, `desk-${step}`);
    await empty(supervisor);
    const { number } = await tablet.record({ name, story: STORY });
    assert.match(number, /^9901-\d{4}-[0-9A-Z]{3}-\d{4}-[0-9A-Z]$/);

    await reads(supervisor, shot, { name, number });
    await returns(supervisor, shot);
    const { shown } = await tablet.correct({ note: NOTE, correction: CORRECTION });
    assert.ok(shown.includes(NOTE), `the note is not on the tablet as it was typed: ${shown}`);

    await forwards(supervisor, shot, name);
    await empty(supervisor);
    await shot(supervisor, "5-nothing-waits");
    await stands(manager, shot, number);
    // The word has changed to "Dalam proses": who knows the family tells it.
    await tablet.tell?.();
    for (const visitor of [supervisor, manager]) assert.deepEqual(visitor.takeFaults(), []);
  } finally {
    tablet.stop();
    await supervisor.close();
    await manager.close();
  }
}

/** A Front Office Puskesos' tablet sends with route own: nobody reviews, the back office of its desa has it. */
async function own() {
  const tablet = await AndroidTablet.for(scene.server, scene.server.tablet("fop"), "walk-own");
  const supervisor = await scene.enter("spv");
  const manager = await scene.enter("mj");
  const words = { name: "PAINEM PUSPITASARI", nik: "9901017112588003", kk: "9901011203158003", story: STORY };
  const { number } = await tablet.record({ ...words, route: "own" });
  await empty(supervisor);
  await manager.go("/antrean/manager");
  assert.ok(!(await manager.page.locator("a.open").allInnerTexts()).includes(number), "the manager has it too");
  await manager.search(number);
  await manager.go(await manager.linkTo(number));
  assert.match(await manager.page.innerText("main"), /Ditangani Back Office/);
  await manager.picture("walk-own", "desk-case");
  for (const visitor of [supervisor, manager]) await visitor.close();
}

async function empty(supervisor) {
  await supervisor.go("/antrean/review");
  assert.equal(await supervisor.page.locator("a.open").count(), 0, "the review queue is empty");
  assert.match(await supervisor.page.innerText(".empty"), /tidak ada yang menunggu/);
}

/** The visit stands once in the queue; what was typed is on its page, as text. */
async function reads(supervisor, shot, { name, number }) {
  const { page } = supervisor;
  await supervisor.go("/antrean/review");
  assert.deepEqual(await page.locator("a.open").allInnerTexts(), [name], "one visit, once");
  await shot(supervisor, "1-queue");
  await supervisor.press("a.open");
  await shot(supervisor, "2-visit");
  assert.equal(await story(page).locator(".now").innerText(), STORY);
  assert.equal(await story(page).locator(".now *").count(), 0, "the text holds no element");
  assert.match(await page.content(), /&lt;b&gt;desil 2&lt;\/b&gt; &amp; tinggal/);
  assert.equal(await page.locator(".card .number").innerText(), number);
  await sound(supervisor, "the visit of the walk");
}

const story = (page) => page.locator(".diff", { has: page.locator(".label", { hasText: /^Uraian$/ }) });

async function returns(supervisor, shot) {
  const { page } = supervisor;
  await supervisor.note(story(page), NOTE);
  await shot(supervisor, "3-note");
  await supervisor.press("button[value=return]");
  await empty(supervisor);
}

/** The correction is round 2: it shows what was and what is, and goes on to the manager. */
async function forwards(supervisor, shot, name) {
  const { page } = supervisor;
  await supervisor.go("/antrean/review");
  assert.deepEqual(await page.locator("a.open").allInnerTexts(), [name], "it waits again, once");
  assert.match(await page.innerText("tbody"), /ke-2/);
  await supervisor.press("a.open");
  assert.match(await page.innerText("main .head"), /ke-2/);
  assert.equal(await story(page).locator("del").innerText(), STORY);
  assert.equal(await story(page).locator(".now").innerText(), CORRECTION);
  assert.equal(await page.locator(".diff").count(), 1, "only what was corrected is new");
  await page.fill("#review_note", "Sudah dilengkapi, layak diteruskan.");
  await shot(supervisor, "4-round-two");
  await supervisor.press("button[value=accept]");
}

async function stands(manager, shot, number) {
  const { page } = manager;
  await manager.go("/antrean/manager");
  const numbers = await page.locator("a.open").allInnerTexts();
  assert.equal(numbers.filter((one) => one === number).length, 1, "the case waits once");
  await shot(manager, "6-manager");
  await manager.go(await manager.linkTo(number));
  assert.equal(await page.locator(".story").innerText(), CORRECTION);
  assert.match(await page.innerText(".timeline"), /Sudah dilengkapi, layak diteruskan/);
  await shot(manager, "7-case");
}
