// Every answer of every route of the pages carries the same strict headers, signed in or not.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { filled, routes } from "./lib/routes.mjs";
import { Server } from "./lib/server.mjs";

const EXPECTED = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

let server;
before(async () => {
  server = await Server.start();
});
after(() => server?.stop());

async function cookie() {
  const { login, password } = server.login("mj");
  const answer = await ask("POST", "/masuk", "", new URLSearchParams({ login, password }));
  const kept = answer.headers.getSetCookie().find((line) => line.startsWith("__Host-jangkau="));
  for (const word of ["Secure", "HttpOnly", "SameSite=Strict", "Path=/"]) {
    assert.ok(kept.includes(word), `the login's cookie is not ${word}: ${kept.split("=")[0]}`);
  }
  return kept.split(";")[0];
}

function ask(method, path, cookie, body) {
  const headers = { "sec-fetch-site": "same-origin", cookie };
  const form = method === "POST" ? { body: body ?? new URLSearchParams({ csrf: "x" }) } : {};
  return fetch(server.url + path, { method, headers, redirect: "manual", ...form });
}

function strict(answer, what) {
  for (const [name, value] of Object.entries(EXPECTED)) {
    assert.equal(answer.headers.get(name), value, `${what}: ${name}`);
  }
  assert.equal(answer.headers.get("server"), null, `${what} names its program`);
}

test("strict headers on every route", async () => {
  const all = routes().map(({ method, path }) => ({ method, path: filled(path) }));
  assert.ok(all.length >= 20, "the table of routes was not read");
  for (const login of ["", await cookie()]) {
    for (const { method, path } of all) {
      const answer = await ask(method, path, login);
      const what = `${method} ${path} ${login ? "signed in" : "unknown"}: ${answer.status}`;
      strict(answer, what);
      assert.ok(answer.status < 500, what);
      if (!path.startsWith("/static/")) {
        assert.equal(answer.headers.get("cache-control"), "no-store", what);
      }
    }
    strict(await ask("GET", "/tidak-ada", login), "an unknown address");
  }
});

test("a form of another site is refused before anything is read", async () => {
  const login = await cookie();
  for (const { path } of routes().filter((route) => route.method === "POST")) {
    const answer = await fetch(server.url + filled(path), {
      method: "POST",
      headers: { "sec-fetch-site": "cross-site", cookie: login },
      body: new URLSearchParams({ csrf: "x" }),
      redirect: "manual",
    });
    assert.equal(answer.status, 403, path);
  }
});

test("nobody signed in sees the login page instead, with no query of a search in its address", async () => {
  const answer = await ask("GET", "/keluarga?q=sumiati", "");
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get("location"), "/masuk?next=/keluarga");
});
