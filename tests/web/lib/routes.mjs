// The routes of the pages as the server's own table has them: nobody can forget a new one.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./place.mjs";

/** Returns method and path of every route. */
export function routes() {
  const source = readFileSync(join(root, "server/src/web/mod.rs"), "utf8");
  const lines = [...source.matchAll(/^\s+(get|post) "([^"]+)" => /gm)];
  return lines.map(([, method, path]) => ({ method: method.toUpperCase(), path }));
}

/** Returns an address of a route; what it names does not exist. */
export function filled(path) {
  return path
    .replace("{queue}", "review")
    .replace("{visit}", "01jzzzzzzzzzzzzzzzzzzzzzzz")
    .replace("{doc}", "00".repeat(16))
    .replace("{*key}", "f/name");
}

/** Remembers which routes windows have asked for. */
export class Asked {
  constructor() {
    this.seen = new Set();
    this.all = routes().map((route) => ({ ...route, shape: shape(route.path) }));
  }

  /** Notes a request. */
  note(method, address) {
    const { pathname } = new URL(address);
    // A word of the path goes before a placeholder, as in the server's router.
    const fits = this.all.filter((one) => one.method === method && one.shape.test(pathname));
    const found = fits.find((one) => one.path === pathname) ?? fits[0];
    if (found) this.seen.add(`${found.method} ${found.path}`);
  }

  /** Returns the routes that nobody asked for. */
  missed() {
    const names = this.all.map((one) => `${one.method} ${one.path}`);
    return names.filter((name) => !this.seen.has(name));
  }
}

function shape(path) {
  const parts = path.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, "\\$&"));
  const open = path.includes("{*") ? ".+" : "[^/]+";
  const last = parts.length - 1;
  return new RegExp(`^${parts.map((part, at) => part + (at === last ? "" : at === last - 1 ? open : "[^/]+")).join("")}$`);
}
