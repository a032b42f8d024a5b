// Keys and small helps; each page works without them. Keys act only while no field has focus.
(() => {
  "use strict";
  const all = (selector) => [...document.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const rows = () => all("tbody tr").filter((row) => row.querySelector("a.open"));
  const typing = () => document.activeElement?.matches("input, textarea, select") ?? false;
  let at = -1;

  const select = (step) => {
    const list = rows();
    if (list.length === 0) return one(step > 0 ? "a[rel=next]" : "a[rel=prev]")?.click();
    at = Math.min(Math.max(at + step, 0), list.length - 1);
    list.forEach((row, index) => row.classList.toggle("selected", index === at));
    list[at].querySelector("a.open").focus();
  };

  const keys = {
    j: () => select(1),
    k: () => select(-1),
    x: () => rows()[at]?.querySelector("input[type=checkbox]")?.click(),
    g: () => (one(".rail [aria-current]") ?? one(".rail li a"))?.focus(),
    r: () => one("button[value=return]")?.focus(),
    "/": () => document.getElementById("find")?.focus(),
  };
  document.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || typing()) return;
    if (document.body.dataset.keys === "off") return;
    act();
    event.preventDefault();
  });

  // "Kembalikan 2 isian" counts the notes that were written.
  const back = one("button[data-noted]");
  const words = back?.querySelector("span");
  const plain = words?.textContent;
  const count = () => {
    const noted = all(".note-fold textarea").filter((note) => note.value.trim() !== "").length;
    words.textContent = noted === 0 ? plain : back.dataset.noted.replace("{n}", noted);
  };
  if (back) {
    document.addEventListener("input", count);
    count();
  }

  // The button of the desk repeats the value that it sets.
  const settle = one("button[data-settle]");
  const repeat = () => {
    const pick = one("input[name=choice]:checked")?.dataset.pick;
    if (pick) settle.textContent = settle.dataset.settle.replace("{x}", pick);
  };
  if (settle) {
    document.addEventListener("change", repeat);
    repeat();
  }

  document.getElementById("problems")?.focus();
})();
