// Chromium without a window, and what it must never report: errors, refused resources, dialogs.
import { chromium } from "playwright-core";
import { Asked } from "./routes.mjs";

const PROGRAM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Sizes of the design's pictures. */
export const DESK = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };
export const SMALLEST = { width: 320, height: 640 };

/** Starts Chromium. */
export function launch() {
  // A test machine runs as root in a container, where Chromium's own sandbox cannot start.
  const args = ["--no-sandbox", "--disable-dev-shm-usage", "--force-color-profile=srgb"];
  return chromium.launch({ executablePath: PROGRAM, args });
}

/** A browser window of its own, with everything that went wrong in it. */
export class Window {
  /** The routes that the windows of this process have asked for. */
  static asked = new Asked();

  /** Opens a window; `options` are those of Chromium's contexts. */
  static async open(browser, options = {}) {
    const context = await browser.newContext({ viewport: DESK, locale: "id-ID", ...options });
    context.setDefaultTimeout(15_000);
    const window = new this(context);
    if (options.javaScriptEnabled !== false) await context.addInitScript(reportViolations);
    window.page = await context.newPage();
    context.on("request", (request) => Window.asked.note(request.method(), request.url()));
    window.watch();
    return window;
  }

  constructor(context) {
    this.context = context;
    this.faults = [];
  }

  watch() {
    const { page } = this;
    page.on("console", (message) => {
      // A form that comes back with its faults is answered with a status of 4xx on purpose.
      const expected = /status of 4\d\d/.test(message.text());
      if (["error", "warning"].includes(message.type()) && !expected) {
        this.faults.push(`console: ${message.text()}`);
      }
    });
    page.on("pageerror", (error) => this.faults.push(`script: ${error.message}`));
    page.on("requestfailed", (request) => {
      // A click that leads on ends what the page was still loading.
      const left = request.failure()?.errorText === "net::ERR_ABORTED";
      if (!left) this.faults.push(`request: ${request.url()}`);
    });
    page.on("dialog", async (dialog) => {
      this.faults.push(`dialog: ${dialog.message()}`);
      await dialog.dismiss();
    });
  }

  /** Returns what went wrong since the last question. */
  takeFaults() {
    return this.faults.splice(0);
  }

  /** Closes the window. */
  close() {
    return this.context.close();
  }
}

// Runs in the page: a refused resource becomes a line of the console.
function reportViolations() {
  document.addEventListener("securitypolicyviolation", (event) => {
    console.error(`refused by policy: ${event.violatedDirective} ${event.blockedURI}`);
  });
}
