// A tablet without a screen: the real core in a process of its own, told what fingers do.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { program, temporaryFolder } from "./place.mjs";

/** One tablet of a worker. */
export class Tablet {
  /** Starts the core in a fresh folder and enrols it in a place that the demo kept free. */
  static async enrolled(server, wanted) {
    const place = server.tablet(wanted);
    const tablet = new Tablet();
    await tablet.do("enrol", { server: server.url, code: place.code, name: place.name });
    tablet.place = place;
    await tablet.sync();
    return tablet;
  }

  constructor() {
    const folder = temporaryFolder("tablet");
    this.process = spawn(program("jangkau-typist"), [folder], { stdio: ["pipe", "pipe", "inherit"] });
    this.waiting = [];
    const lines = createInterface({ input: this.process.stdout });
    lines.on("line", (line) => this.waiting.shift()?.done(JSON.parse(line)));
    this.process.once("exit", (code) => {
      for (const one of this.waiting) one.failed(new Error(`the tablet ended (${code})`));
    });
  }

  /** Does one thing and returns what the core answered. */
  async do(what, words = {}) {
    const answer = await new Promise((done, failed) => {
      this.waiting.push({ done, failed });
      this.process.stdin.write(`${JSON.stringify({ do: what, ...words })}\n`);
    });
    if (answer.fault !== undefined) throw new Error(`${what}: ${answer.fault}`);
    return answer.ok;
  }

  /** Types fields of a document. */
  async fill(visit, doc, fields) {
    for (const [key, value] of Object.entries(fields)) {
      await this.do("set", { visit, doc, key, value });
    }
  }

  /** Runs a session that must end complete. */
  async sync() {
    const report = await this.do("sync");
    if (!report.complete) throw new Error(`the session is not complete: ${report.text}`);
    return report;
  }

  /** Ends the core. */
  stop() {
    this.process.stdin.end();
  }
}
