// Keys of the lists; each page works without them. They act only while no field has focus.
(() => {
  "use strict";
  const all = (selector) => [...document.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const rows = () => all("tbody tr").filter((row) => row.querySelector("a.open"));
  const typing = () =>
    document.activeElement?.matches("input:not([type=checkbox], [type=radio]), textarea, select") ?? false;
  let at = -1;
  let going = false;

  const select = (step) => {
    const list = rows();
    if (list.length === 0) return one(step > 0 ? "a[rel=next]" : "a[rel=prev]")?.click();
    at = Math.min(Math.max(at + step, 0), list.length - 1);
    list.forEach((row, index) => row.classList.toggle("selected", index === at));
    list[at].querySelector("a.open").focus();
  };

  const queues = () => all(".rail li a");
  const letter = (link) => link.querySelector(".name").textContent.trim().charAt(0).toLowerCase();

  // G, then the first letter of a queue; the same letter again means the next of that name.
  const go = (key) => {
    const list = queues();
    const here = list.findIndex((link) => link.hasAttribute("aria-current"));
    const turned = [...list.slice(here + 1), ...list.slice(0, here + 1)];
    turned.find((link) => letter(link) === key)?.click();
  };

  const keys = {
    j: () => select(1),
    k: () => select(-1),
    x: () => rows()[at]?.querySelector("input[type=checkbox]")?.click(),
    g: () => {
      going = true;
      (one(".rail [aria-current]") ?? queues()[0])?.focus();
    },
    r: () => one("button[value=return]")?.focus(),
    "/": () => document.getElementById("find")?.focus(),
    "?": () => location.assign("/akun#keys"),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing()) return;
    if (document.body.dataset.keys === "off" || event.key === "Shift") return;
    const act = going && /^[a-z]$/.test(event.key) ? () => go(event.key) : keys[event.key];
    going = false;
    if (!act) return;
    act();
    event.preventDefault();
  });
})();
