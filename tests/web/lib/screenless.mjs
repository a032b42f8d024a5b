// The same tablet without its screen: for machines on which the Android views are not built.
import { Tablet } from "./tablet.mjs";
import { Visit } from "./worker.mjs";

/** A tablet that does what the Android views do in the walk. */
export class ScreenlessTablet {
  /** Enrols in a free place of the demo. */
  static async for(server, place) {
    const tablet = new ScreenlessTablet();
    tablet.core = await Tablet.enrolled(server, place.login);
    return tablet;
  }

  /** Records a family with a need, and sends it. */
  async record({ name, story }) {
    const visit = await Visit.begin(this.core);
    // With both papers: without them the case would wait for the papers, not for the manager.
    await visit.household({ "f/kk": "9901011203158002", "f/size": "1" });
    const head = await visit.member({
      "f/name": name,
      "f/nik": "9901017112588002",
      "f/birth_date": "1958-12-31",
      "f/sex": "female",
    });
    await visit.programs();
    await visit.case("need", head, {
      "f/subcat": "k01",
      "f/program": "sembako",
      "f/story": story,
      "f/no_listing_why": "Belum ada musyawarah desa",
    });
    const [number] = await visit.finish();
    await this.core.sync();
    return { number, shown: "" };
  }

  /** Takes what came back, types the correction, sends. */
  async correct({ correction }) {
    await this.core.sync();
    const [card] = await this.core.do("returned");
    const { fields } = await this.core.do("returned_item", { id: card.id });
    const field = fields.find((one) => one.note !== "");
    const { doc, key } = field;
    await this.core.do("set", { visit: card.id, doc, key, value: correction });
    const done = await this.core.do("correct", { id: card.id, text: "" });
    if (done.blocked) throw new Error(`the correction is blocked: ${done.blocked.join("; ")}`);
    await this.core.sync();
    return { shown: fields.map((one) => one.note).join("\n") };
  }

  /** Ends the core. */
  stop() {
    this.core.stop();
  }
}
