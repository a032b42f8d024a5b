// The real server: the demo's people in a folder of its own, on a port of its own.
import { execFile, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { program, temporaryFolder } from "./place.mjs";

const run = promisify(execFile);

/** One running server. */
export class Server {
  /** Makes the demo's folder and serves it. */
  static async start({ seed = "99", fleet = false } = {}) {
    const folder = join(temporaryFolder("server"), "demo");
    const server = new Server(folder, seed);
    await server.listen();
    if (fleet) await server.fill();
    return server;
  }

  constructor(folder, seed) {
    this.folder = folder;
    this.seed = seed;
    this.log = "";
  }

  /** Starts the process and waits until it says where it listens. */
  async listen() {
    const words = ["--address", "127.0.0.1:0", "demo", "--seed", this.seed, "--folder", this.folder];
    this.process = spawn(program("jangkau"), words, { stdio: ["ignore", "pipe", "pipe"] });
    this.process.stderr.on("data", (bytes) => {
      this.log += bytes;
    });
    const line = await firstLine(this.process, () => this.log);
    const demo = JSON.parse(line);
    this.url = demo.address;
    this.logins = demo.logins;
    this.tablets = demo.tablets;
  }

  /** Lets the demo's twelve tablets work their week and send it. */
  async fill() {
    const words = ["--demo", join(this.folder, "demo.json"), "--data", join(this.folder, "tablets")];
    await run(program("jangkau-fleet"), words, { maxBuffer: 1 << 26 });
  }

  /** Returns the account of a role. */
  login(role) {
    const found = this.logins.find((one) => one.role === role);
    if (!found) throw new Error(`the demo has no login for ${role}`);
    return found;
  }

  /** Returns one of the places for tablets: the first of a role, or the one of a login. */
  tablet(wanted) {
    const found = this.tablets.find((one) => one.role === wanted || one.login === wanted);
    if (!found) throw new Error(`the demo has no tablet for ${wanted}`);
    return found;
  }

  /** Ends the process as a service manager does, and waits for it. */
  async stop() {
    if (this.process.exitCode !== null) return;
    const ended = new Promise((done) => this.process.once("exit", done));
    this.process.kill("SIGTERM");
    await ended;
  }
}

function firstLine(child, log) {
  return new Promise((done, failed) => {
    createInterface({ input: child.stdout }).once("line", done);
    child.once("exit", (code) => failed(new Error(`the server ended (${code}): ${log()}`)));
  });
}
