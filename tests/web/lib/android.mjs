// The tablet as people hold it: the Android views under Robolectric over the real core, one phase a
// process. What is typed goes through the keyboard into the views.
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { output, root, temporaryFolder } from "./place.mjs";

const run = promisify(execFile);
const MOST = { maxBuffer: 1 << 26 };

/** A tablet with its screen. */
export class AndroidTablet {
  /** Builds the views where nobody has built them yet. */
  static async for(server, place, folder = "walk") {
    if (!existsSync(join(root, "android/app/target/test.classpath"))) {
      const goal = ["-B", "-q", "-f", join(root, "android/pom.xml"), "test-compile"];
      await run("mvn", goal, MOST);
    }
    return new AndroidTablet(server, place, folder);
  }

  constructor(server, place, folder) {
    this.says = [`-Djangkau.walk.server=${server.url}`, `-Djangkau.walk.code=${place.code}`];
    this.folder = temporaryFolder("android");
    this.pictures = output("screenshots", folder);
  }

  /** Enrols, records a family with a need, and sends it; other words are Family.kt's. */
  async record(words) {
    await this.phase("record", words);
    return { number: this.noted("record", "number"), shown: this.noted("record", "sent") };
  }

  /** Takes what came back, checks that the note is on the screen, types the correction, sends: by keyboard alone. */
  async correct({ note, correction }) {
    await this.phase("correct", { note, correction, hands: "keys" });
    return { shown: this.noted("correct", "words") };
  }

  /** Finds the task to tell the citizen, and says by telephone what became of the case. */
  async tell() {
    await this.phase("tell", {});
  }

  async phase(name, texts) {
    const said = Object.entries(texts).map(([key, text]) => `-Djangkau.walk.${key}=${text}`);
    const words = [name, this.folder, this.pictures, ...this.says, ...said];
    try {
      await run(join(root, "android/walk.sh"), words, MOST);
    } catch (error) {
      throw new Error(`the tablet's ${name} failed:\n${error.stdout}\n${error.stderr}`);
    }
  }

  /** Reads what a phase noted: a Java properties file. */
  noted(phase, name) {
    const text = readFileSync(join(this.pictures, `walk-${phase}.properties`), "latin1");
    const line = text.split(/\r?\n/).find((one) => one.startsWith(`${name}=`)) ?? "";
    const plain = line.slice(name.length + 1);
    return plain.replace(/\\(u[0-9a-fA-F]{4}|.)/g, (_, code) => {
      if (code.length === 5) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return { n: "\n", t: "\t", r: "\r" }[code] ?? code;
    });
  }

  /** Nothing runs between phases. */
  stop() {}
}
