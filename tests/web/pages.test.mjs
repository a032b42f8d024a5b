// Every page in every state that can be reached: no violation of axe's rules, one heading, nothing
// that scrolls sideways at 320 px, no fault in the browser. A picture of each is kept.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sound } from "./lib/audit.mjs";
import { PHONE, Window } from "./lib/browser.mjs";
import { Scene } from "./lib/scene.mjs";
import { Visit } from "./lib/worker.mjs";

let scene;
before(async () => {
  scene = await Scene.set();
});
after(() => scene?.end());

async function checked(visitor, name) {
  await visitor.picture("web", name);
  await sound(visitor, name);
}

test("login, with and without its error, in both languages", async () => {
  const stranger = await scene.stranger();
  await stranger.go("/");
  assert.equal(stranger.path(), "/masuk?next=/");
  await checked(stranger, "login");
  await stranger.page.fill("#login", "spv");
  await stranger.page.fill("#password", "bukan kata sandinya");
  await stranger.send();
  assert.match(await stranger.page.innerText("[role=alert]"), /Tersisa \d kali percobaan/);
  await checked(stranger, "login-error");
  await stranger.press("text=English");
  assert.equal(await stranger.page.getAttribute("html", "lang"), "en");
  await checked(stranger, "login-english");
  await stranger.close();
});

test("every queue of every role, full or empty", async () => {
  for (const role of ["spv", "mj", "fo", "bo", "fop", "bop", "kp", "adm_kab"]) {
    const visitor = await scene.enter(role);
    const links = visitor.page.locator(".rail li a");
    const paths = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    assert.ok(paths.length > 0, `${role} sees no queue`);
    for (const path of paths) {
      await visitor.go(path);
      const name = `${role}${path.replaceAll("/", "-")}`;
      await checked(visitor, name);
    }
    await visitor.close();
  }
});

test("a visit before and after each thing that can be wrong with its review", async () => {
  const supervisor = await scene.enter("spv");
  const { page } = supervisor;
  await supervisor.go(`/kunjungan/${scene.families.SUMIATI.visit}`);
  await checked(supervisor, "visit");
  await supervisor.press("button[value=return]");
  await checked(supervisor, "visit-no-note");
  await supervisor.press("button[value=accept]");
  await checked(supervisor, "visit-review-note-needed");
  await supervisor.note(page.locator(".diff").first(), "Mohon tanyakan kembali.");
  assert.match(await page.innerText("[data-count]"), /1 isian/);
  assert.match(await page.innerText("button[value=return]"), /Kembalikan 1 isian/);
  await checked(supervisor, "visit-note");
  await supervisor.press("button[value=accept]");
  await checked(supervisor, "visit-open-note");
  await supervisor.press("button[value=return]");
  assert.equal(supervisor.path(), "/antrean/review?ok=returned");
  await checked(supervisor, "queue-after-return");
  await supervisor.go(`/kunjungan/${scene.families.SUMIATI.visit}`);
  await checked(supervisor, "visit-returned");
  await supervisor.go("/antrean/correction");
  await checked(supervisor, "queue-correction");
  await supervisor.go(`/kunjungan/${scene.families["SLAMET RIYANTO"].visit}`);
  await page.fill("#review_note", "Sesuai KTP dan kartu.");
  await supervisor.press("button[value=accept]");
  assert.equal(supervisor.path(), "/antrean/review?ok=accepted");
  await supervisor.go(`/kunjungan/${scene.families["SLAMET RIYANTO"].visit}`);
  await checked(supervisor, "visit-accepted");
  await supervisor.go("/antrean/review?f=late");
  await checked(supervisor, "queue-nothing-late");
  await supervisor.close();
});

test("a case with its steps, a step without its reason, and the same case after a step", async () => {
  const manager = await scene.enter("mj");
  const { page } = manager;
  await manager.go("/antrean/manager");
  await checked(manager, "queue-manager");
  await manager.press("a.open");
  await checked(manager, "case");
  await page.locator(".more-steps summary").click();
  const steps = await page.locator("input[name=step]").evaluateAll((all) => all.map((s) => s.value));
  for (const step of steps) {
    await page.check(`input[name=step][value=${step}]`);
    await checked(manager, `case-step-${step}`);
  }
  // A refusal needs its reason: the page comes back and keeps what was typed.
  await page.locator(".may-step", { hasText: "Tolak" }).locator("input[type=radio]").check();
  await page.fill("#note", "belum lengkap");
  await manager.press(".steps .button.primary");
  assert.equal(await page.inputValue("#note"), "belum lengkap");
  await checked(manager, "case-refused-step");
  await page.locator(".may-step", { hasText: "Back Office" }).locator("input[type=radio]").check();
  const unit = page.locator(".may-step", { hasText: "Back Office" }).locator("select").first();
  await unit.selectOption({ index: 1 });
  await page.fill("#note", "mohon ditangani");
  await manager.press(".steps .button.primary");
  await checked(manager, "case-with-back-office");
  await manager.close();
});

test("families, people, search, edit, reveal and account of an office", async () => {
  const { household, people } = await scene.addresses("SUMIATI");
  const office = await scene.enter("fop");
  const { page } = office;
  await office.go(household);
  await checked(office, "household");
  const person = people.SUMIATI;
  await office.go(person);
  await checked(office, "person");
  await office.search("sumiati");
  await checked(office, "search-hits");
  await office.search("tidak ada orang ini");
  await checked(office, "search-nothing");
  await office.go("/cari");
  await checked(office, "search-empty");
  await office.go(`${household.replace("/keluarga/", "/ubah/")}/f/address`);
  await checked(office, "edit");
  await office.go(`${person.replace("/orang/", "/ubah/")}/f/birth_date`);
  await page.fill("#in-value", "31/02/1958");
  await office.send();
  await checked(office, "edit-error");
  await office.go(`${person.replace("/orang/", "/buka/")}/f/nik`);
  await checked(office, "reveal");
  await office.send();
  await checked(office, "reveal-without-purpose");
  await page.selectOption("#in-purpose", { index: 1 });
  await office.send();
  assert.match(await page.innerText("output"), /^9901 0141 1258 0003$/);
  await checked(office, "reveal-opened");
  await office.go("/akun");
  await checked(office, "account");
  await page.fill("#in-old", "salah sama sekali");
  await page.fill("#in-new", "pendek");
  await office.send();
  await checked(office, "account-error");
  await office.close();
});

test("the desk of data that differ: empty, open, with its error, settled", async () => {
  const admin = await scene.enter("adm_kab");
  const { page } = admin;
  await admin.go("/data-berbeda");
  await checked(admin, "desk-empty");
  await clash(scene);
  await admin.go("/data-berbeda");
  assert.equal(await page.locator(".side-card").count(), 3, "before, A and B");
  await checked(admin, "desk");
  await admin.press(".desk .list a");
  await checked(admin, "desk-chosen");
  await page.fill("#why", "Sesuai KTP pada foto.");
  await admin.send();
  await checked(admin, "desk-nothing-chosen");
  await page.locator(".side-card.other input").check();
  assert.match(await page.innerText(".actions .button"), /Tetapkan B: 31\/12\/1957/);
  await admin.send();
  assert.equal(admin.path(), "/data-berbeda");
  assert.match(await page.innerText("main"), /Tidak ada data berbeda/);
  await admin.close();
});

/** Lets a page and a tablet write the same birth date apart. */
async function clash({ tablet, enter }) {
  const { household, people } = await scene.addresses("SUMIATI");
  const office = await enter.call(scene, "fop");
  await office.go(`${people.SUMIATI.replace("/orang/", "/ubah/")}/f/birth_date`);
  const visit = await Visit.begin(tablet, { household: household.split("/").pop() });
  const member = (await visit.groups("members")).find((one) => one.title.includes("SUMIATI"));
  await tablet.fill(visit.id, member.doc, { "f/birth_date": "1959-12-31" });
  await visit.finish();
  await tablet.sync();
  await office.page.fill("#in-value", "31/12/1957");
  await office.send();
  assert.equal(office.path(), people.SUMIATI);
  await checked(office, "person-in-conflict");
  await office.go(household);
  await checked(office, "household-in-conflict");
  await office.close();
}

test("what is not there, or not this person's, is a page of its own", async () => {
  const office = await scene.enter("fop");
  for (const path of ["/tidak-ada", "/keluarga/00", "/antrean/conflict", "/antrean/x"]) {
    assert.equal((await office.go(path)).status(), 404, path);
  }
  await office.go("/tidak-ada");
  await checked(office, "not-found");
  const supervisor = await scene.enter("spv");
  const { people } = await scene.addresses("SUMIATI");
  const answer = await supervisor.go(`${people.SUMIATI.replace("/orang/", "/ubah/")}/f/name`);
  assert.equal(answer.status(), 403);
  await checked(supervisor, "not-yours");
  await supervisor.close();
  await office.close();
});

test("phone and English", async () => {
  const phone = await scene.enter("spv", { viewport: PHONE, deviceScaleFactor: 2 });
  await phone.go("/antrean/review");
  await checked(phone, "phone-queue");
  await phone.go("/antrean/review#rail");
  await checked(phone, "phone-menu");
  await phone.go("/antrean/review#search");
  await checked(phone, "phone-search");
  await phone.go(`/kunjungan/${scene.families.TUMINI.visit}`);
  await checked(phone, "phone-visit");
  await phone.close();
  const english = await scene.enter("mj");
  await english.go("/akun");
  await english.press(english.page.locator("button", { hasText: "English" }));
  await checked(english, "english-account");
  for (const [path, name] of [["/antrean/manager", "queue"], ["/antrean/review", "review"], ["/keluarga", "list"]]) {
    await english.go(path);
    await checked(english, `english-${name}`);
  }
  await english.go("/antrean/review");
  await english.press("a.open");
  assert.equal(await english.page.getAttribute("html", "lang"), "en");
  await checked(english, "english-visit");
  await english.close();
});

test("visits without a case and without a warning are accepted from the list", async () => {
  const supervisor = await scene.enter("spv");
  await supervisor.go("/antrean/review");
  const ticks = supervisor.page.locator("input[name=pick]");
  assert.equal(await ticks.count(), 1, "of the rest of the week only WAGIMAN has neither");
  await supervisor.press("button[form=bulk]");
  await checked(supervisor, "queue-nothing-picked");
  await ticks.first().check();
  await supervisor.press("button[form=bulk]");
  assert.match(await supervisor.page.innerText(".banner"), /1 kunjungan diterima/);
  await checked(supervisor, "queue-after-bulk");
  await supervisor.go("/akun");
  await supervisor.press(supervisor.page.locator("button", { hasText: "Keluar" }));
  await supervisor.close();
});

test("every route of the pages was looked at", () => {
  assert.deepEqual(Window.asked.missed(), []);
});
