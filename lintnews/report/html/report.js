"use strict";

// Filters, and going from finding to finding. The page is complete without it; nothing here makes markup from text.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);

  const notes = all(".finding");
  const entries = all(".entry").map((entry) => ({ entry, tags: entry.querySelector(".tags"), notes: all(".finding", entry) }));
  const rows = new Map(all("tr[data-article]").map((row) => [row.dataset.article, row]));
  const ticks = all(".filters input");
  if (!notes.length) return;

  // What stands in the text for each finding: its marks and its number.
  const places = new Map();
  for (const place of all("[data-finding]")) {
    const key = place.dataset.finding;
    places.has(key) ? places.get(key).push(place) : places.set(key, [place]);
  }
  const placesOf = (note) => places.get(note.id.slice(1)) ?? [];

  for (const part of all(".toolbar, .settings, .hint, .filters input")) {
    part.hidden = part.disabled = false;
  }

  const many = (count, what) => `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;

  // ---- filters

  const ticked = (name) => new Set(ticks.filter((tick) => tick.name === name && tick.checked).map((tick) => tick.value));
  let left = notes;

  function filter() {
    const severities = ticked("severity");
    const rules = ticked("rule");
    const filtering = severities.size + rules.size > 0;
    let articles = 0;
    left = [];
    for (const { entry, tags, notes } of entries) {
      let here = 0;
      for (const note of notes) {
        const { severity, rule } = note.dataset;
        const shown = (!severities.size || severities.has(severity)) && (!rules.size || rules.has(rule));
        if (note.hidden === shown) {
          note.hidden = !shown;
          for (const place of placesOf(note)) place.classList.toggle("off", !shown);
        }
        if (shown) {
          here += 1;
          left.push(note);
        }
      }
      entry.hidden = filtering && !here;
      const row = rows.get(entry.dataset.article);
      if (row) row.hidden = entry.hidden;
      if (filtering) tags.dataset.shown = `${here} of ${notes.length} shown`;
      else delete tags.dataset.shown;
      articles += here > 0;
    }
    one("status").textContent = filtering
      ? `${left.length.toLocaleString("en")} of ${many(notes.length, "finding")} shown, in ${many(articles, "article")}`
      : `All ${many(notes.length, "finding")} shown`;
    one("reset").hidden = !filtering;
    tell();
  }

  function reset() {
    for (const tick of ticks) tick.checked = false;
    filter();
    one("next").focus();
  }

  // ---- from finding to finding

  let current = null;

  function tell() {
    const at = left.indexOf(current);
    one("place").textContent = at < 0 ? "" : `${(at + 1).toLocaleString("en")} of ${left.length.toLocaleString("en")}`;
  }

  function choose(note) {
    for (const { part, on } of [{ part: current, on: false }, { part: note, on: true }]) {
      if (!part) continue;
      for (const place of [part, ...placesOf(part)]) place.classList.toggle("current", on);
    }
    current = note;
    tell();
  }

  function reveal(element) {
    for (let outer = element.closest("details"); outer; outer = outer.parentElement.closest("details")) outer.open = true;
  }

  const inSight = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= document.querySelector(".toolbar").offsetHeight && bottom <= window.innerHeight;
  };

  function go(step) {
    if (!left.length) return;
    const at = left.indexOf(current);
    const note = left[at < 0 ? (step > 0 ? 0 : left.length - 1) : (at + step + left.length) % left.length];
    reveal(note);
    choose(note);
    const [place] = placesOf(note);
    (place ?? note).scrollIntoView({ block: "center" });
    if (!inSight(note)) note.scrollIntoView({ block: "nearest" });
    note.focus({ preventScroll: true });
  }

  function key(event) {
    if (!one("keys").checked || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    const step = { n: 1, p: -1 }[event.key];
    if (step) {
      event.preventDefault();
      go(step);
    }
  }

  // ---- links inside the page, and paper

  function follow() {
    const target = one(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    reveal(target);
    target.scrollIntoView();
    if (target.matches(".finding")) target.focus({ preventScroll: true });
  }

  const openEntries = (open) => {
    for (const { entry } of entries) entry.open = open;
  };
  let closed = [];
  const unfold = () => {
    closed = entries.map(({ entry }) => entry).filter((entry) => !entry.open);
    for (const entry of closed) entry.open = true;
  };
  const fold = () => {
    for (const entry of closed) entry.open = false;
    closed = [];
  };

  for (const tick of ticks) tick.addEventListener("change", filter);
  one("reset").addEventListener("click", reset);
  one("next").addEventListener("click", () => go(1));
  one("previous").addEventListener("click", () => go(-1));
  one("open").addEventListener("click", () => openEntries(true));
  one("close").addEventListener("click", () => openEntries(false));
  document.addEventListener("keydown", key);
  document.addEventListener("focusin", (event) => {
    const note = event.target.closest?.(".finding");
    if (note && note !== current) choose(note);
  });
  window.addEventListener("hashchange", follow);
  window.addEventListener("beforeprint", unfold);
  window.addEventListener("afterprint", fold);
  filter();
  if (location.hash) follow();
})();
