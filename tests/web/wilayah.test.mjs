// The real areas of Kemendagri (npm package idn-area-data 4.0.1): whole country, once, in bounded
// memory; and what is wrong with a file is told in one line, with nothing half-written.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { program, root, temporaryFolder } from "./lib/place.mjs";

const DATA = join(root, "tests/web/node_modules/idn-area-data/data");

/** Lines of the four files of version 4.0.1, without the header. */
const COUNTS = { provinces: 38, regencies: 514, districts: 7285, villages: 83762 };
const ALL = Object.values(COUNTS).reduce((sum, one) => sum + one);

/** Memory that the import may take: the whole table and one file are far below it. */
const KIB = 768 * 1024;

/** A kabupaten of Java, for its desa get a scope each. */
const KAB = "3301";

const files = (...names) => names.map((name) => join(DATA, `${name}.csv`));

let data;
before(() => {
  data = join(temporaryFolder("wilayah"), "data");
  execFileSync(program("jangkau"), ["--data", data, "--kab", KAB, "migrate"], { stdio: "pipe" });
});

function importing(...paths) {
  const words = ["--data", data, "--kab", KAB, "import-wilayah", ...paths];
  const line = `ulimit -v ${KIB}; exec "$0" "$@"`;
  const done = spawnSync("sh", ["-c", line, program("jangkau"), ...words], { encoding: "utf8" });
  return { code: done.status, out: done.stdout.trim(), err: done.stderr.trim() };
}

test("the files are the ones that were counted", () => {
  for (const [name, count] of Object.entries(COUNTS)) {
    const lines = readFileSync(join(DATA, `${name}.csv`), "utf8").trimEnd().split("\n");
    assert.equal(lines.length - 1, count, name);
  }
});

test("a file without the areas above it keeps all out", () => {
  const done = importing(...files("villages"));
  assert.notEqual(done.code, 0);
  assert.match(done.err, /named but not listed/);
  assert.match(done.err, /nothing was imported/);
});

test("the whole country, and the same again adds nothing", () => {
  const desa = readFileSync(join(DATA, "villages.csv"), "utf8").split("\n");
  const own = desa.filter((line) => line.startsWith("33.01.")).length;
  const first = importing(...files(...Object.keys(COUNTS)));
  assert.equal(first.code, 0, first.err);
  assert.equal(first.out, `${ALL} areas known, ${ALL} of them new; ${own} desa of this kabupaten got a scope`);
  const second = importing(...files(...Object.keys(COUNTS)));
  assert.equal(second.code, 0, second.err);
  assert.equal(second.out, `${ALL} areas known, 0 of them new; 0 desa of this kabupaten got a scope`);
});

test("each wrong file is told in its own words", () => {
  const folder = temporaryFolder("wilayah-wrong");
  mkdirSync(folder, { recursive: true });
  const provinces = readFileSync(files("provinces")[0], "utf8");
  const wrong = {
    columns: [provinces.replace("code,name", "kode,nama"), /`kode`/],
    utf16: [Buffer.from(`\ufeff${provinces}`, "utf16le"), /UTF-16/],
    latin1: [Buffer.from(provinces.replace("Aceh", "Acéh"), "latin1"), /not UTF-8/],
    twice: [`${provinces}11,Aceh\n`, /line 40: the code 11 stands on line 2 already/],
    spreadsheet: [Buffer.from("PK\x03\x04zip"), /spreadsheet/],
    cells: [`${provinces}97\n`, /line 40/],
    empty: ["", /header/],
  };
  for (const [name, [content, expected]] of Object.entries(wrong)) {
    const path = join(folder, `${name}.csv`);
    writeFileSync(path, content);
    const done = importing(path);
    assert.notEqual(done.code, 0, name);
    assert.match(done.err, expected, name);
    assert.match(done.err, /nothing was imported/, name);
  }
  // The islands of the same package are another file: its columns are named.
  assert.match(importing(...files("islands")).err, /`coordinate`/);
  const missing = importing(join(folder, "no-such.csv"));
  assert.match(missing.err, /no-such\.csv/);
  assert.match(importing(...files("provinces")).out, new RegExp(`^${ALL} areas known, 0 of them new`));
});
