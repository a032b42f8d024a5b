// By keyboard alone: Tab reaches everything in reading order and shows where it is; the keys of the
// lists act only while no field has focus, and can be turned off (WCAG 2.1.1, 2.1.4, 2.4.3, 2.4.7).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { walk } from "./lib/keyboard.mjs";
import { Scene } from "./lib/scene.mjs";

let scene;
before(async () => {
  scene = await Scene.set();
});
after(() => scene?.end());

async function reachable(visitor, name) {
  const { met, missed } = await walk(visitor.page);
  assert.deepEqual(missed, [], `${name}: Tab does not reach these`);
  const hidden = met.filter((one) => !one.visible).map((one) => one.name);
  assert.deepEqual(hidden, [], `${name}: focus cannot be seen here`);
  const numbers = met.map((one) => one.number);
  const sorted = [...numbers].sort((a, b) => a - b);
  assert.deepEqual(numbers, sorted, `${name}: Tab leaves the reading order`);
}

test("Tab reaches everything, in reading order, and is seen", async () => {
  const stranger = await scene.stranger();
  await stranger.go("/masuk");
  await reachable(stranger, "login");
  const supervisor = await scene.enter("spv");
  await reachable(supervisor, "queue");
  await supervisor.go(`/kunjungan/${scene.families.SUMIATI.visit}`);
  await reachable(supervisor, "visit");
  const office = await scene.enter("fop");
  const { household, people } = await scene.addresses("SUMIATI");
  for (const path of [household, people.SUMIATI, "/keluarga", "/akun"]) {
    await office.go(path);
    await reachable(office, path);
  }
  await office.go(`${people.SUMIATI.replace("/orang/", "/buka/")}/f/nik`);
  await reachable(office, "reveal");
  for (const one of [stranger, supervisor, office]) await one.close();
});

test("the first Tab offers to skip the rail", async () => {
  const supervisor = await scene.enter("spv");
  await supervisor.page.keyboard.press("Tab");
  assert.equal(await supervisor.page.locator(":focus").getAttribute("href"), "#main");
  await supervisor.page.keyboard.press("Enter");
  await supervisor.page.keyboard.press("Tab");
  const inside = await supervisor.page.evaluate(() => !!document.activeElement.closest("main"));
  assert.ok(inside, "the next Tab is inside the page");
  await supervisor.close();
});

test("J and K go through rows, Enter opens, slash searches, R returns", async () => {
  const supervisor = await scene.enter("spv");
  const { page } = supervisor;
  const names = await page.locator("a.open").allInnerTexts();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  assert.equal(await page.locator(":focus").innerText(), names[1]);
  assert.equal(await page.locator("tr.selected").count(), 1);
  await page.keyboard.press("k");
  assert.equal(await page.locator(":focus").innerText(), names[0]);
  await page.keyboard.press("g");
  assert.equal(await page.locator(":focus").getAttribute("aria-current"), "page");
  await page.keyboard.press("/");
  await page.keyboard.type("jk");
  assert.equal(await page.inputValue("#find"), "jk", "a field keeps its letters");
  await page.locator("a.open").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/kunjungan/*");
  await page.keyboard.press("r");
  assert.equal(await page.locator(":focus").getAttribute("value"), "return");
  const first = supervisor.path();
  await page.locator("h1").click();
  await page.keyboard.press("j");
  await page.waitForURL((url) => url.pathname !== first);
  await supervisor.close();
});

test("X picks a row, ? lists the keys, G and a letter open a queue", async () => {
  const supervisor = await scene.enter("spv");
  const { page } = supervisor;
  const rows = page.locator("tbody tr", { has: page.locator("a.open") });
  const names = await rows.locator("a.open").allInnerTexts();
  for (let at = 0; at <= names.indexOf("WAGIMAN"); at += 1) await page.keyboard.press("j");
  await page.keyboard.press("x");
  assert.ok(await rows.filter({ hasText: "WAGIMAN" }).locator("input").isChecked());
  assert.match(await page.innerText("button[form=bulk]"), /Terima 1 terpilih/);
  await supervisor.leave(() => page.keyboard.press("?"));
  assert.equal(supervisor.path(), "/akun");
  assert.match(await page.innerText("#keys"), /J dan K pindah baris/);
  await page.keyboard.press("g");
  await supervisor.leave(() => page.keyboard.press("k"));
  assert.equal(supervisor.path(), "/antrean/held", "Kiriman tertahan");
  await supervisor.close();
});

test("the list of errors has the focus and leads to the field", async () => {
  const supervisor = await scene.enter("spv");
  const { page } = supervisor;
  await supervisor.go(`/kunjungan/${scene.families.SUMIATI.visit}`);
  await page.locator("button[value=accept]").focus();
  await page.keyboard.press("Enter");
  await page.locator("#problems:focus").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Rumah sesuai foto.");
  assert.equal(await page.inputValue("#review_note"), "Rumah sesuai foto.");
  await supervisor.close();
});

test("single keys can be turned off", async () => {
  const supervisor = await scene.enter("spv");
  const { page } = supervisor;
  await supervisor.go("/akun");
  await supervisor.press(page.locator("button", { hasText: "Matikan pintasan" }));
  await supervisor.go("/antrean/review");
  await page.keyboard.press("j");
  assert.equal(await page.locator("tr.selected").count(), 0);
  assert.equal(await page.locator(".hints").count(), 0);
  await supervisor.close();
});
