/* Saves the report as one types; without it the button "Lưu" does the same. */
(() => {
  "use strict";

  const form = document.querySelector("form[data-autosave]");
  if (!form) return;
  const PAUSE_MS = 2000;
  const RETRY_MS = 15000;
  const store = `phoihop-bao-cao-${form.dataset.report}`;
  const status = document.getElementById("trang-thai-luu");
  const keptBox = document.getElementById("ban-giu-tren-may");
  const marksField = form.elements.namedItem("goc");
  let marks = JSON.parse(marksField.value || "{}");
  let timer = 0;
  let isSending = false;
  const known = new Map();

  form.dataset.noWarning = "";
  const fields = () =>
    [...form.querySelectorAll("[data-unit] input, [data-unit] textarea, [data-unit] select")].filter(
      (field) => field.name && !["file", "hidden"].includes(field.type),
    );
  const unitOf = (field) => field.closest("[data-unit]").dataset.unit;
  const valueOf = (field) => (field.type === "checkbox" ? (field.checked ? "on" : "") : field.value);
  const put = (field, value) => {
    if (field.type === "checkbox") field.checked = value !== "";
    else field.value = value;
  };
  const remember = () => fields().forEach((field) => known.has(field.name) || known.set(field.name, valueOf(field)));
  const changed = () => fields().filter((field) => valueOf(field) !== known.get(field.name));
  const say = (words, state) => {
    status.textContent = words;
    status.dataset.state = state;
  };
  const now = () => new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });

  function keepHere(units) {
    const values = Object.fromEntries(
      fields()
        .filter((field) => units.has(unitOf(field)))
        .map((field) => [field.name, valueOf(field)]),
    );
    try {
      localStorage.setItem(store, JSON.stringify({ at: now(), values }));
      return true;
    } catch {
      return false;
    }
  }

  function forget() {
    try {
      localStorage.removeItem(store);
    } catch {
      /* nothing was kept */
    }
  }

  function failed(units, why) {
    const isKept = keepHere(units);
    const kept = isKept ? ` Đã giữ trên máy này lúc ${now()}; sẽ tự lưu lại.` : " Xin đừng đóng trang này.";
    say(`Chưa lưu được: ${why}.${kept}`, "failed");
    timer = window.setTimeout(save, RETRY_MS);
  }

  function bodyOf(units) {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", form.elements.namedItem("csrfmiddlewaretoken").value);
    body.append("version", form.elements.namedItem("version").value);
    body.append("goc", JSON.stringify(marks));
    units.forEach((unit) => body.append("doan", unit));
    form.querySelectorAll("[data-unit]").forEach((box) => {
      if (!units.has(box.dataset.unit)) return;
      box.querySelectorAll("input, textarea, select").forEach((field) => {
        if (!field.name || field.type === "file" || (field.type === "checkbox" && !field.checked)) return;
        body.append(field.name, field.value);
      });
    });
    return body;
  }

  async function save() {
    window.clearTimeout(timer);
    if (isSending) return;
    const sent = changed();
    if (!sent.length) return;
    const units = new Set(sent.map(unitOf));
    const values = new Map(fields().filter((f) => units.has(unitOf(f))).map((f) => [f.name, valueOf(f)]));
    isSending = true;
    say("Đang lưu…", "sending");
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body: bodyOf(units), credentials: "same-origin" });
      if (answer.redirected || answer.status === 403) failed(units, "phiên làm việc đã hết hạn, hãy đăng nhập lại ở cửa sổ khác");
      else if (!answer.ok) failed(units, "máy chủ đang bận");
      else take(await answer.json(), units, values);
    } catch {
      failed(units, "không nối được máy chủ");
    } finally {
      isSending = false;
    }
  }

  function take(answer, units, values) {
    if (answer.refused) {
      keepHere(units);
      say(`Chưa lưu được: ${answer.refused}`, "failed");
      return;
    }
    const wrong = answer.problems;
    values.forEach((value, name) => {
      const field = form.elements.namedItem(name);
      if (field && !(unitOf(field) in wrong)) known.set(name, value);
    });
    const kept = Object.entries(answer.others).filter(([, theirs]) => !takeOver(theirs));
    const typedOver = new Set(kept.map(([unit]) => unit));
    Object.entries(answer.marks).forEach(([unit, mark]) => {
      if (!(unit in wrong) && !typedOver.has(unit)) marks[unit] = mark;
    });
    marksField.value = JSON.stringify(marks);
    form.elements.namedItem("version").value = answer.version;
    form.querySelectorAll("[data-unit]").forEach((box) => box.classList.toggle("rp-unsaved", box.dataset.unit in wrong));
    tell(answer, wrong, units);
    if (changed().some((field) => !(unitOf(field) in wrong))) timer = window.setTimeout(save, PAUSE_MS);
  }

  /* False where something was typed meanwhile: that stays, and is asked about when it is saved. */
  function takeOver(theirs) {
    const shown = Object.entries(theirs).map(([name, value]) => [form.elements.namedItem(name), value]);
    const here = shown.filter(([field]) => field && field.name);
    if (here.some(([field]) => valueOf(field) !== known.get(field.name))) return false;
    here.forEach(([field, value]) => {
      put(field, value);
      known.set(field.name, valueOf(field));
    });
    return true;
  }

  function tell(answer, wrong, units) {
    const words = Object.values(wrong);
    if (answer.clashing.length) {
      say("Người khác cũng vừa sửa chỗ này; cả hai bản đều được giữ. ", "clash");
      const link = document.createElement("a");
      link.href = form.dataset.variants;
      link.textContent = "Xem hai bản rồi chọn";
      status.append(link);
    } else if (words.length) {
      keepHere(units);
      say(`Đã lưu lúc ${answer.saved}, trừ chỗ cần sửa: ${words[0]}`, "failed");
      return;
    } else {
      const others = Object.keys(answer.others).length ? " Đã lấy thêm phần người khác vừa sửa." : "";
      say(`Đã lưu lúc ${answer.saved}.${others}`, "saved");
    }
    forget();
  }

  function offerKept() {
    let kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(store) || "null");
    } catch {
      return;
    }
    const lost = kept && Object.entries(kept.values).filter(([name, value]) => {
      const field = form.elements.namedItem(name);
      return field && field.name && valueOf(field) !== value;
    });
    if (!lost || !lost.length) {
      forget();
      return;
    }
    keptBox.hidden = false;
    keptBox.textContent = `Máy này còn giữ phần chưa lưu được lúc ${kept.at} (${lost.length} ô). `;
    const buttons = [
      ["Lấy lại", () => { lost.forEach(([name, value]) => put(form.elements.namedItem(name), value)); save(); }],
      ["Bỏ đi", forget],
    ];
    buttons.forEach(([words, act]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn-sm";
      button.textContent = words;
      button.addEventListener("click", () => { keptBox.hidden = true; act(); });
      keptBox.append(button, " ");
    });
  }

  function addRow(event) {
    const button = event.target.closest("[data-add-row]");
    if (!button) return;
    event.preventDefault();
    const key = button.dataset.addRow;
    const rows = form.querySelector(`table[data-table="${key}"] tbody`);
    const last = rows.lastElementChild;
    const row = last.cloneNode(true);
    const old = last.dataset.unit;
    const id = `r${crypto.getRandomValues(new Uint32Array(1))[0].toString(16).padStart(8, "0")}`;
    const unit = `bang-${key}-${id}`;
    const number = rows.children.length + 1;
    row.id = unit;
    row.dataset.unit = unit;
    row.classList.remove("rp-wrong", "rp-unsaved");
    row.querySelectorAll(".text-danger").forEach((words) => words.remove());
    row.querySelectorAll("input, textarea, select").forEach((field) => {
      if (field.type === "hidden") { field.value = id; return; }
      field.name = field.name.replace(old, unit);
      field.value = "";
      field.classList.remove("is-invalid");
      field.setAttribute("aria-label", field.getAttribute("aria-label").replace(/\d+$/, String(number)));
    });
    row.firstElementChild.firstChild.textContent = String(number);
    rows.append(row);
    remember();
    row.querySelector("textarea, input:not([type=hidden]), select").focus();
  }

  remember();
  offerKept();
  form.addEventListener("input", () => {
    say("Chưa lưu phần vừa gõ.", "typing");
    window.clearTimeout(timer);
    timer = window.setTimeout(save, PAUSE_MS);
  });
  form.addEventListener("click", addRow);
  form.addEventListener("submit", () => {
    const units = new Set(changed().map(unitOf));
    if (units.size) keepHere(units);
  });
  window.addEventListener("online", save);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save());
  window.addEventListener("beforeunload", (event) => {
    if (changed().length && !form.dataset.sent) event.preventDefault();
  });
})();
