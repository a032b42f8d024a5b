// What a worker types during a visit, in the words of the field table.

/** Answers that make a visit complete when nothing else is typed. */
const MET = {
  purpose: "outreach",
  place: "home",
  outcome: "met",
  consent: "spoken",
  consent_by: "self",
};
const HOUSE = { "f/address": "Dsn. Krajan", "f/rt": "003", "f/rw": "001" };
const MEMBER = { "f/presence": "present", "f/relation": "head" };

/** One open visit on a tablet. */
export class Visit {
  /** Begins a visit: at a family that nobody knows, a known one, or one of the register. */
  static async begin(tablet, target = {}) {
    const place = { desa: tablet.place.desa[0].code, ...target };
    return new Visit(tablet, await tablet.do("start", place));
  }

  constructor(tablet, id) {
    this.tablet = tablet;
    this.id = id;
  }

  /** Returns the groups of a section that are documents of their own. */
  async groups(section) {
    const all = await this.tablet.do("form", { visit: this.id, section });
    return all.filter((group) => !group.key.includes(":"));
  }

  /** Types the family's fields; what the register knows is taken over. */
  async household(fields = {}) {
    const [house] = await this.groups("household");
    this.house = house.doc;
    await this.tablet.fill(this.id, house.doc, { ...HOUSE, ...known(house), ...fields });
    return house.doc;
  }

  /** Takes over every member that the register knows; returns their documents. */
  async registered() {
    const members = await this.groups("members");
    for (const one of members) await this.tablet.fill(this.id, one.doc, known(one));
    return members.map((one) => one.doc);
  }

  /** Types a member; the first one of a new family is its head. */
  async member(fields) {
    const groups = await this.groups("members");
    const open = groups.find((one) => one.fields.find(isName).value === "");
    const doc = open?.doc ?? (await this.tablet.do("member", { visit: this.id }));
    await this.tablet.fill(this.id, doc, { ...MEMBER, ...fields });
    return doc;
  }

  /** Says of each program that is asked whether the family receives it. */
  async programs(received = {}) {
    const form = await this.tablet.do("form", { visit: this.id, section: "participation" });
    const said = new Set();
    for (const group of form) {
      const code = group.fields[0].key.split("/")[1];
      // A person's program that the family receives is its first member's.
      const status = said.has(code) ? "never" : (received[code] ?? "never");
      said.add(code);
      const receiving = status === "receiving" ? { source: "seen", last: "2025-06" } : { source: "said" };
      for (const [name, value] of Object.entries({ status, ...receiving })) {
        await this.tablet.fill(this.id, group.doc, { [`prog/${code}/${name}`]: value });
      }
    }
  }

  /** Types a case. */
  async case(kind, person, fields) {
    const doc = await this.tablet.do("case", { visit: this.id, kind });
    const common = { "f/person": person, "f/reporter_relation": "self", "set/ppks": "none" };
    await this.tablet.fill(this.id, doc, { ...common, ...fields });
    return doc;
  }

  /** Ends the visit; what blocks it is a fault of the test. */
  async finish(answers = {}) {
    await this.tablet.fill(this.id, this.id, { ...MET, ...answers });
    const done = await this.tablet.do("finish", { visit: this.id });
    if (done.blocked) throw new Error(`the visit is blocked: ${done.blocked.join("; ")}`);
    return done.numbers;
  }
}

const isName = (field) => field.key === "f/name";

function known(group) {
  const rows = group.fields.filter((field) => field.register);
  return Object.fromEntries(rows.map((field) => [field.key, field.register]));
}
