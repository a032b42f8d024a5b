// What most tests stand on: a server, a small week of work, and a browser.
import { launch } from "./browser.mjs";
import { Server } from "./server.mjs";
import { Visitor } from "./visitor.mjs";
import { smallWeek } from "./week.mjs";

/** One server with people at its pages. */
export class Scene {
  /** Starts server and browser; `week` also lets a facilitator record and send five families. */
  static async set({ week = true } = {}) {
    const scene = new Scene();
    scene.server = await Server.start();
    if (week) Object.assign(scene, await smallWeek(scene.server));
    scene.browser = await launch();
    return scene;
  }

  /** Somebody signs in. */
  enter(role, options) {
    return Visitor.signedIn(this.browser, this.server, role, options);
  }

  /** Somebody comes who has no login yet. */
  stranger(options) {
    return Visitor.unknown(this.browser, this.server, options);
  }

  /** Returns the addresses of a family and of its members, as the office finds them. */
  async addresses(name) {
    const office = await this.enter("fop");
    await office.go("/keluarga");
    const household = await office.linkTo(name);
    await office.go(household);
    const members = await office.page.locator("a.open[href^='/orang/']").all();
    const people = {};
    for (const one of members) people[await one.innerText()] = await one.getAttribute("href");
    await office.close();
    return { household, people };
  }

  /** Ends everything. */
  async end() {
    this.tablet?.stop();
    await this.browser?.close();
    await this.server?.stop();
  }
}
