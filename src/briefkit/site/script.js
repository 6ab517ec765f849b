"use strict";
(() => {
  const table = document.querySelector("table.points");
  const form = document.querySelector("form.filters");
  if (!table || !form) return;
  const FEW = 200;
  const body = table.tBodies[0];
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  let rows = Array.from(body.rows, (row) => ({ row, text: plain(row.textContent), shown: true }));
  const more = document.createElement("button");
  more.type = "button";
  more.className = "more";
  more.hidden = true;
  table.after(more);
  const output = form.querySelector("output");
  const fields = Array.from(form.elements).filter((field) => field.name);
  let all = false;

  const show = () => {
    const words = plain(form.elements.q.value).split(/\s+/).filter(Boolean);
    const chosen = fields.filter((field) => field.name !== "q" && field.value);
    let found = 0;
    for (const entry of rows) {
      const fits = words.every((word) => entry.text.includes(word))
        && chosen.every((field) => (entry.row.dataset[field.name] || "").split("\n").includes(field.value));
      if (fits) found += 1;
      const shown = fits && (all || found <= FEW);
      if (shown !== entry.shown) {
        entry.row.hidden = !shown;
        entry.shown = shown;
      }
    }
    output.textContent = found === rows.length ? `${found} points` : `${found} of ${rows.length} points`;
    more.hidden = all || found <= FEW;
    more.textContent = `Show all ${found}`;
  };
  const keep = () => {
    const said = new URLSearchParams(fields.filter((field) => field.value).map((field) => [field.name, field.value]));
    const sorted = table.querySelector("th[aria-sort]");
    if (sorted) said.set("sort", (sorted.ariaSort === "descending" ? "-" : "") + sorted.cellIndex);
    history.replaceState(null, "", said.size ? `#${said}` : location.pathname + location.search);
  };
  const sort = (head, descending) => {
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const key = ({ row }) => row.cells[head.cellIndex].dataset.key ?? row.cells[head.cellIndex].textContent;
    const keyed = rows.map((entry) => [key(entry), entry]);
    const order = new Intl.Collator(document.documentElement.lang || "en", { numeric: true }).compare;
    keyed.sort(([one, a], [other, z]) => (!one - !other) || (descending ? order(other, one) : order(one, other)));
    rows = keyed.map(([, entry]) => entry);
    body.append(...rows.map((entry) => entry.row));
  };
  const read = () => {
    const said = new URLSearchParams(location.hash.slice(1));
    for (const field of fields) {
      const value = said.get(field.name) || "";
      field.value = value;
      if (field.value !== value) field.value = "";
    }
    const sorted = said.get("sort");
    const head = sorted && table.tHead.rows[0].cells[Math.abs(parseInt(sorted, 10))];
    if (head) sort(head, sorted.startsWith("-"));
    show();
  };

  for (const head of table.tHead.rows[0].cells) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      sort(head, head.getAttribute("aria-sort") === "ascending");
      show();
      keep();
    });
  }
  form.addEventListener("input", () => { all = false; show(); keep(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { all = false; show(); keep(); }));
  more.addEventListener("click", () => { all = true; show(); });
  // a link to a part of this page, as the one that skips to the text, chooses nothing: what is chosen stays
  addEventListener("hashchange", () => (document.getElementById(location.hash.slice(1)) ? keep() : read()));
  form.hidden = false;
  read();
})();
