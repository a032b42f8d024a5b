// The whole work without JavaScript: sign in, review, return, forward, step, edit, search, settle.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Scene } from "./lib/scene.mjs";
import { Visit } from "./lib/worker.mjs";

const PLAIN = { javaScriptEnabled: false };

let scene;
before(async () => {
  scene = await Scene.set();
});
after(() => scene?.end());

test("a supervisor returns a field with a note, and accepts another visit", async () => {
  const supervisor = await scene.enter("spv", PLAIN);
  const { page } = supervisor;
  assert.equal(supervisor.path(), "/antrean/review");
  const rows = await page.locator("a.open").count();
  await supervisor.go(await supervisor.linkTo("SUMIATI"));
  await supervisor.note(page.locator(".diff").first(), "Mohon periksa kategorinya.");
  await supervisor.press("button[value=return]");
  assert.equal(supervisor.path(), "/antrean/review?ok=returned");
  assert.equal(await page.locator("a.open").count(), rows - 1);
  await supervisor.go(await supervisor.linkTo("WAGIMAN"));
  await supervisor.press("button[value=accept]");
  assert.equal(supervisor.path(), "/antrean/review?ok=accepted");
  assert.equal(await page.locator("a.open").count(), rows - 2);
  await supervisor.close();
});

test("a wrong form comes back with what was typed", async () => {
  const supervisor = await scene.enter("spv", PLAIN);
  const { page } = supervisor;
  await supervisor.go(await supervisor.linkTo("TUMINI"));
  await supervisor.press("button[value=return]");
  assert.match(await page.innerText("#problems"), /sedikitnya satu isian/);
  const note = await supervisor.note(page.locator(".diff").first(), "catatan yang tidak hilang");
  await page.fill("#review_note", "juga tidak hilang");
  await supervisor.press("button[value=accept]");
  assert.equal(await note.inputValue(), "catatan yang tidak hilang");
  assert.equal(await page.inputValue("#review_note"), "juga tidak hilang");
  await supervisor.close();
});

test("a manager takes a step of a case", async () => {
  const supervisor = await scene.enter("spv", PLAIN);
  await supervisor.go(await supervisor.linkTo("SLAMET RIYANTO"));
  await supervisor.page.fill("#review_note", "Sesuai KTP.");
  await supervisor.press("button[value=accept]");
  await supervisor.close();
  const manager = await scene.enter("mj", PLAIN);
  const { page } = manager;
  await manager.press("a.open");
  const step = page.locator(".may-step", { hasText: "Back Office" });
  assert.equal(await step.locator("select").first().isVisible(), false, "asked for only once chosen");
  await step.locator("input[type=radio]").check();
  await step.locator("select").first().selectOption({ index: 1 });
  await page.fill("#note", "mohon ditangani");
  await manager.press(".steps .button.primary");
  assert.match(await page.innerText("main .head"), /Ditangani Back Office/);
  await manager.close();
});

test("an office searches, opens, edits", async () => {
  const office = await scene.enter("fop", PLAIN);
  const { page } = office;
  await office.search("yayah");
  await office.go(await office.linkTo("YAYAH KOMARIAH"));
  await office.press(page.locator("main a[href^='/ubah/']", { hasText: "Nama lengkap" }));
  await page.fill("#in-value", "YAYAH KOMARIAH BINTI REKA");
  await office.send();
  assert.match(await page.innerText("h1"), /YAYAH KOMARIAH BINTI REKA/);
  assert.match(await page.innerText(".timeline"), /mengubah Nama lengkap/);
  await office.search("9901016208880006");
  assert.equal(await page.locator("a.open").count(), 1, "found by NIK");
  await office.search(scene.families["YAYAH KOMARIAH"].numbers[0]);
  assert.equal(await page.locator("a.open").count(), 1, "found by registration number");
  await office.close();
});

test("an admin settles what two people recorded apart", async () => {
  const { household, people } = await scene.addresses("SUMIATI");
  const office = await scene.enter("fop", PLAIN);
  await office.go(`${people.SUMIATI.replace("/orang/", "/ubah/")}/f/birth_date`);
  const visit = await Visit.begin(scene.tablet, { household: household.split("/").pop() });
  const member = (await visit.groups("members")).find((one) => one.title.includes("SUMIATI"));
  await scene.tablet.fill(visit.id, member.doc, { "f/birth_date": "1959-12-31" });
  await visit.finish();
  await scene.tablet.sync();
  await office.page.fill("#in-value", "31/12/1957");
  await office.send();
  const admin = await scene.enter("adm_kab", PLAIN);
  await admin.page.locator(".side-card.zero input").check();
  await admin.page.fill("#why", "Akta kelahiran dilihat.");
  await admin.send();
  assert.match(await admin.page.innerText("main"), /Tidak ada data berbeda/);
  await office.go(people.SUMIATI);
  assert.match(await office.page.innerText("main"), /••\/••\/1958/);
  assert.doesNotMatch(await office.page.innerText("main .head"), /data berbeda/);
  await admin.close();
  await office.close();
});

test("signing out ends the login", async () => {
  const office = await scene.enter("fop", PLAIN);
  await office.go("/akun");
  await office.press(office.page.locator("button", { hasText: "Keluar" }));
  assert.equal(office.path(), "/masuk");
  await office.go("/keluarga");
  assert.match(office.path(), /^\/masuk/);
  await office.close();
});
