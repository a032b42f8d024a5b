// A person at the pages: signs in, opens addresses, keeps pictures.
import { join } from "node:path";
import { Window } from "./browser.mjs";
import { output } from "./place.mjs";

/** Somebody with a role in a window of their own. */
export class Visitor extends Window {
  /** Signs in with the demo's account of a role. */
  static async signedIn(browser, server, role, options) {
    const visitor = await Visitor.unknown(browser, server, options);
    const { login, password } = server.login(role);
    await visitor.go("/masuk");
    await visitor.page.fill("#login", login);
    await visitor.page.fill("#password", password);
    await visitor.press("main .button");
    return visitor;
  }

  /** Opens a window in which nobody is signed in. */
  static async unknown(browser, server, options) {
    const visitor = await Visitor.open(browser, options);
    visitor.server = server;
    return visitor;
  }

  /** Opens an address of the server and returns the answer. */
  go(path) {
    return this.page.goto(new URL(path, this.server.url).href);
  }

  /** Returns the path of the page shown. */
  path() {
    const url = new URL(this.page.url());
    return url.pathname + url.search;
  }

  /** Does something that leads to another page, and waits until that one stands. */
  async leave(act) {
    await Promise.all([this.page.waitForEvent("load"), act()]);
  }

  /** Presses the first button or link that a selector finds, and waits for the page behind it. */
  press(selector) {
    const found = typeof selector === "string" ? this.page.locator(selector) : selector;
    return this.leave(() => found.first().click());
  }

  /** Returns the address behind the first link of a list that bears a text. */
  linkTo(text) {
    return this.page.locator("a.open", { hasText: text }).first().getAttribute("href");
  }

  /** Sends the form of the page with its primary button. */
  send() {
    return this.press("main .button.primary");
  }

  /** Writes the note of a field, where the link of its row leads; returns where it is written. */
  async note(row, text) {
    const link = row.locator(".note-link").first();
    const id = (await link.getAttribute("href")).slice(1);
    await link.click();
    const field = this.page.locator(`[id="${id}"]`);
    await field.fill(text);
    return field;
  }

  /** Types into the search field and sends it. */
  async search(text) {
    await this.page.fill("#find", text);
    await this.leave(() => this.page.press("#find", "Enter"));
  }

  /** Keeps a picture of what the window shows. */
  async picture(folder, name, options = {}) {
    const path = join(output("screenshots", folder), `${name}.png`);
    await this.page.screenshot({ path, animations: "disabled", ...options });
  }
}
