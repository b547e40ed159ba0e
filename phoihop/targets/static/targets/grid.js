/* Comfort only: the grid is a form. Arrow keys and Enter move, a block from Excel spreads, changes can be undone. */
(() => {
  "use strict";

  const form = document.querySelector("[data-grid]");
  if (!form) return;
  const rows = [...form.querySelectorAll("[data-grid-row]")];
  const said = form.querySelector("[data-grid-said]");
  const undoButton = form.querySelector("[data-grid-undo]");
  const past = [];
  const first = new Map();
  const columns = columnsOf();
  const table = rows.map((row) => [...row.querySelectorAll("td")].flatMap(boxesOf));
  const typed = { box: null, value: "" };

  /* A target's column is as wide as its widest cell, so that a blank cell keeps its place in a pasted block. */
  function columnsOf() {
    const width = [];
    rows.forEach((row) => [...row.querySelectorAll("td")].forEach((cell, place) => {
      width[place] = Math.max(width[place] || 1, cell.querySelectorAll("input").length);
    }));
    return width;
  }

  function boxesOf(cell, place) {
    const boxes = [...cell.querySelectorAll("input")];
    return Array.from({ length: columns[place] }, (_, number) => boxes[number] || null);
  }

  function placeOf(box) {
    const row = table.findIndex((boxes) => boxes.includes(box));
    return { row, column: row < 0 ? -1 : table[row].indexOf(box) };
  }

  function move(box, down, right) {
    let { row, column } = placeOf(box);
    for (;;) {
      row += down;
      column += right;
      if (row < 0 || row >= table.length || column < 0 || column >= table[0].length) return false;
      const next = table[row][column];
      if (next && next.offsetParent !== null) {
        next.focus();
        next.select();
        return true;
      }
    }
  }

  function atEdge(box, right) {
    const edge = right > 0 ? box.value.length : 0;
    const all = box.selectionStart === 0 && box.selectionEnd === box.value.length;
    return all || (box.selectionStart === edge && box.selectionEnd === edge);
  }

  function onKey(event) {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || placeOf(box).row < 0 || event.altKey) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
      if (past.length && box.value === typed.value) {
        event.preventDefault();
        undo();
      }
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    if (event.key === "Enter") {
      event.preventDefault();
      move(box, event.shiftKey ? -1 : 1, 0);
    } else if (steps[event.key] && !box.list) {
      const [down, right] = steps[event.key];
      if ((right === 0 || atEdge(box, right)) && move(box, down, right)) event.preventDefault();
    }
  }

  function onPaste(event) {
    const box = event.target;
    const { row, column } = placeOf(box);
    const text = event.clipboardData ? event.clipboardData.getData("text/plain") : "";
    if (row < 0 || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n").map((line) => line.split("\t"));
    const step = [];
    let outside = 0;
    lines.forEach((cells, down) => cells.forEach((cell, right) => {
      const value = cell.trim();
      const target = table[row + down] && table[row + down][column + right];
      if (value && target) step.push({ box: target, before: target.value, after: value });
      else if (value) outside += 1;
    }));
    apply(step, "after");
    if (step.length) past.push(step);
    tell(`Đã dán ${step.length} ô.${outside ? ` ${outside} ô nằm ngoài bảng, không dán.` : ""}`);
  }

  function apply(step, side) {
    step.forEach(({ box, [side]: value }) => {
      box.value = value;
      mark(box);
    });
    typed.value = document.activeElement ? document.activeElement.value : "";
    form.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function undo() {
    const step = past.pop();
    if (!step) return;
    apply(step, "before");
    step[0].box.focus();
    tell(`Đã hoàn tác ${step.length} ô.`);
  }

  function mark(box) {
    box.classList.toggle("tg-changed", box.value !== first.get(box));
  }

  function tell(words) {
    const changed = form.querySelectorAll(".tg-changed").length;
    said.textContent = `${words} ${changed} ô khác số đã có.`;
    undoButton.disabled = past.length === 0;
  }

  function onFocus(event) {
    typed.box = event.target;
    typed.value = event.target.value;
  }

  function onChange(event) {
    const box = event.target;
    if (placeOf(box).row < 0) return;
    if (box === typed.box && box.value !== typed.value) {
      past.push([{ box, before: typed.value, after: box.value }]);
      typed.value = box.value;
    }
    mark(box);
    tell("");
  }

  function onTake(event) {
    const button = event.target.closest("[data-take]");
    if (!button) return;
    event.preventDefault();
    const box = button.closest("td").querySelector("input");
    const step = [{ box, before: box.value, after: button.dataset.take }];
    apply(step, "after");
    past.push(step);
    tell("");
    box.focus();
  }

  function oneUnitAtATime() {
    const bar = form.querySelector("[data-grid-units]");
    const chosen = form.querySelector("[data-grid-unit]");
    if (rows.length < 2) return;
    rows.forEach((row, number) => chosen.append(new Option(row.dataset.unit, String(number))));
    const phone = window.matchMedia("(max-width: 767.98px)");
    const wrong = rows.findIndex((row) => row.querySelector("[aria-invalid]"));
    const show = (number) => {
      chosen.value = String(Math.min(Math.max(number, 0), rows.length - 1));
      rows.forEach((row, place) => row.classList.toggle("tg-away", place !== Number(chosen.value)));
    };
    const fit = () => bar.classList.toggle("d-none", !phone.matches);
    chosen.addEventListener("change", () => show(Number(chosen.value)));
    form.querySelector("[data-grid-before]").addEventListener("click", () => show(Number(chosen.value) - 1));
    form.querySelector("[data-grid-after]").addEventListener("click", () => show(Number(chosen.value) + 1));
    phone.addEventListener("change", fit);
    fit();
    show(Math.max(wrong, 0));
  }

  table.flat().forEach((box) => box && first.set(box, box.defaultValue));
  undoButton.classList.remove("d-none");
  undoButton.addEventListener("click", undo);
  form.addEventListener("keydown", onKey);
  form.addEventListener("paste", onPaste);
  form.addEventListener("focusin", onFocus);
  form.addEventListener("change", onChange);
  form.addEventListener("click", onTake);
  oneUnitAtATime();
})();
