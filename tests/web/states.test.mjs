// What a page does when the world moved on: somebody else decided or has it, the login ended, the
// form is old, the server refuses. Each says what is true, offers one way on, and loses no text.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sound } from "./lib/audit.mjs";
import { Scene } from "./lib/scene.mjs";

let scene;
before(async () => {
  scene = await Scene.set();
});
after(() => scene?.end());

async function checked(visitor, name) {
  await visitor.picture("web", `state-${name}`);
  await sound(visitor, name);
}

test("a colleague has the visit: look only, until it is given back", async () => {
  const visit = `/kunjungan/${scene.families.SUMIATI.visit}`;
  const supervisor = await scene.enter("spv");
  const manager = await scene.enter("mj");
  await manager.go(visit);
  await manager.note(manager.page.locator(".diff").first(), "catatan yang terlambat");
  await supervisor.go(visit);
  await supervisor.press("button[name=hold]");
  await checked(supervisor, "taken");
  assert.match(await supervisor.page.innerText(".hold"), /Lepaskan/);

  await manager.press("button[value=return]");
  assert.match(await manager.page.innerText("#problems"), /Sedang dipegang Wahyu Supervisor/);
  const note = manager.page.locator(".note-entry textarea").first();
  assert.equal(await note.inputValue(), "catatan yang terlambat");
  await manager.go(visit);
  assert.match(await manager.page.innerText(".banner"), /Sedang dipegang Wahyu Supervisor.*Lihat saja/s);
  assert.equal(await manager.page.locator("button[name=verdict]").count(), 0);
  await checked(manager, "held-by-colleague");
  await manager.go("/antrean/review");
  const row = manager.page.locator("tbody tr", { hasText: "SUMIATI" });
  assert.match(await row.innerText(), /Wahyu Supervisor/);
  await checked(manager, "queue-with-holder");

  await supervisor.press("button[name=hold]");
  await manager.go(visit);
  assert.equal(await manager.page.locator("button[name=verdict]").count(), 2);
  for (const one of [supervisor, manager]) await one.close();
});

test("somebody else decided meanwhile: the page says so and keeps the text", async () => {
  const slow = await scene.enter("spv");
  await slow.go(`/kunjungan/${scene.families["SLAMET RIYANTO"].visit}`);
  await slow.page.fill("#review_note", "Usul yang baik.");
  const quick = await scene.enter("mj");
  await quick.go(`/kunjungan/${scene.families["SLAMET RIYANTO"].visit}`);
  await quick.page.fill("#review_note", "Diterima.");
  await quick.press("button[value=accept]");
  const answer = slow.page.waitForResponse((one) => one.request().method() === "POST");
  await slow.press("button[value=accept]");
  assert.equal((await answer).status(), 422);
  assert.match(await slow.page.innerText("#problems"), /Keadaan sudah berubah\. Sekarang: Diterima/);
  assert.match(await slow.page.innerText("main"), /Usul yang baik/, "what was written is not lost");
  await checked(slow, "decided-meanwhile");

  const manager = await scene.enter("mj");
  const number = scene.families["SLAMET RIYANTO"].numbers[0];
  await manager.search(number);
  const address = await manager.linkTo(number);
  await manager.go(address);
  await manager.page.fill("#note", "tulisan yang tidak hilang");
  await quick.go(address);
  await take(quick, "Back Office");
  await manager.page.locator("input[name=step]").first().check();
  await manager.press(".steps .button.primary");
  assert.match(await manager.page.innerText("#problems"), /Keadaan sudah berubah\. Sekarang: /);
  assert.equal(await manager.page.inputValue("#note"), "tulisan yang tidak hilang");
  await checked(manager, "case-moved");
  for (const one of [slow, quick, manager]) await one.close();
});

async function take(manager, name) {
  const step = manager.page.locator(".may-step", { hasText: name });
  await step.locator("input[type=radio]").check();
  await step.locator("select").first().selectOption({ index: 1 });
  await manager.page.fill("#note", "mohon ditangani");
  await manager.press(".steps .button.primary");
}

test("the login ended while somebody typed: sign in, read again, send", async () => {
  const { people } = await scene.addresses("WAGIMAN");
  const office = await scene.enter("fop");
  const { page } = office;
  await office.go(`${people.WAGIMAN.replace("/orang/", "/ubah/")}/f/name`);
  await page.fill("#in-value", "WAGIMAN SLAMET");
  await office.context.clearCookies({ name: "__Host-jangkau" });
  await office.send();
  assert.match(await page.innerText("[role=alert]"), /Sesi berakhir.*Yang Anda ketik tetap ada/s);
  await checked(office, "login-over-form");
  const { login, password } = scene.server.login("fop");
  await page.fill("#login", login);
  await page.fill("#password", "salah");
  await office.press("main .button.primary");
  await page.fill("#password", password);
  await office.press("main .button.primary");
  assert.match(await page.innerText("main"), /WAGIMAN SLAMET/);
  await checked(office, "send-again");
  await office.press(".button.primary");
  assert.equal(await page.inputValue("#in-value"), "WAGIMAN SLAMET", "on the version of now");
  await checked(office, "seen-again");
  await office.send();
  assert.match(await page.innerText("h1"), /WAGIMAN SLAMET/);
  await office.close();
});

test("a note written before the login ended is still returned to the tablet", async () => {
  const supervisor = await scene.enter("spv");
  const { page } = supervisor;
  await supervisor.go(`/kunjungan/${scene.families.TUMINI.visit}`);
  await supervisor.note(page.locator(".diff").first(), "Mohon foto aktanya.");
  await supervisor.context.clearCookies({ name: "__Host-jangkau" });
  await supervisor.press("button[value=return]");
  const { login, password } = scene.server.login("spv");
  await page.fill("#login", login);
  await page.fill("#password", password);
  await supervisor.press("main .button.primary");
  assert.match(await page.innerText("main"), /Mohon foto aktanya/);
  await supervisor.press(".button.primary");
  assert.equal(supervisor.path(), "/antrean/review?ok=returned");
  await supervisor.close();
});

test("refusals and faults are pages with one way on", async () => {
  const office = await scene.enter("fop");
  await office.go("/akun");
  await office.page.locator("input[name=csrf]").first().evaluate((one) => {
    one.value = "old";
  });
  const answer = office.page.waitForResponse((one) => one.request().method() === "POST");
  await office.press("main .button.primary");
  assert.equal((await answer).status(), 403);
  await checked(office, "old-form");
  assert.equal((await office.go("/keluar")).status(), 405);
  await checked(office, "no-such-way");
  await office.press("text=Kembali ke beranda");
  assert.match(office.path(), /^\/antrean\//);
  await office.close();
});
