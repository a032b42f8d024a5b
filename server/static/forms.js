// Small helps in forms: counts, and words that follow what is chosen. Each form works without them.
(() => {
  "use strict";
  const all = (selector) => [...document.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);

  // Notes per field: the row, its link and the button know how many were written.
  const notes = () => all(".note-entry textarea");
  const back = one("button[data-noted]");
  const words = back?.querySelector("span");
  const plain = words?.textContent;
  const badge = one("[data-count]");
  const give = one(".note-link span")?.textContent;

  const mark = (note) => {
    const row = document.getElementById(`at:${note.id}`);
    const link = row?.querySelector(".note-link span");
    const written = note.value.trim() !== "";
    row?.classList.toggle("noted", written);
    if (link) link.textContent = written ? link.dataset.change : link.dataset.give;
    return written;
  };
  const count = () => {
    const written = notes().filter(mark).length;
    words.textContent = written === 0 ? plain : back.dataset.noted.replace("{n}", written);
    badge.textContent = `${written} ${badge.dataset.count}`;
    badge.hidden = written === 0;
  };
  if (back) {
    all(".note-link span[data-change]").forEach((span) => {
      span.dataset.give = span.textContent === span.dataset.change ? give : span.textContent;
    });
    document.addEventListener("input", count);
    count();
  }

  // "Terima 2 terpilih" counts the ticks.
  const accept = one("button[data-picked]");
  const unpicked = accept?.textContent;
  accept && document.addEventListener("change", () => {
    const picked = all("input[name=pick]:checked").length;
    accept.textContent = picked === 0 ? unpicked : accept.dataset.picked.replace("{n}", picked);
  });

  // The button of the desk repeats the value that it sets, and the sentence says what becomes.
  const settle = one("button[data-settle]");
  const effect = one("[data-effect] span");
  const repeat = () => {
    const pick = one("input[name=choice]:checked")?.dataset.pick;
    if (!pick) return;
    settle.textContent = settle.dataset.settle.replace("{x}", pick);
    const value = pick.slice(pick.indexOf(": ") + 2);
    if (effect) effect.textContent = effect.parentElement.dataset.effect.replace("{x}", value);
  };
  if (settle) {
    document.addEventListener("change", repeat);
    repeat();
  }

  for (const show of all("[data-show]")) {
    const field = document.getElementById(show.dataset.show);
    show.hidden = false;
    show.addEventListener("click", () => {
      const open = field.type === "password";
      field.type = open ? "text" : "password";
      show.setAttribute("aria-pressed", open);
    });
  }

  for (const print of all("[data-print]")) {
    print.hidden = false;
    print.addEventListener("click", () => globalThis.print());
  }

  // Whoever writes a value of their own means that choice.
  const typed = document.getElementById("typed");
  typed?.addEventListener("input", () => {
    one("input[name=choice][value=typed]").checked = true;
  });

  document.getElementById("problems")?.focus();
})();
