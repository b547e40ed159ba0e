/* Comfort only: every decision is a plain form and every address a plain link without this file. */
(() => {
  "use strict";

  const list = document.getElementById("danh-sach");
  if (!list) return;
  const root = document.documentElement;
  const pane = () => document.getElementById("van-ban");
  const byId = (id) => document.getElementById(id);
  const STORE = "phoihop-phim-ra-soat";
  const dialog = byId("phim-tat");
  const inputs = [...dialog.querySelectorAll("[data-key]")];
  const originals = Object.fromEntries(inputs.map((input) => [input.dataset.key, input.value]));
  let chosen = null;
  let waitFor = null;
  let wantsParties = false;
  let requester = "";
  let place = "";

  root.classList.add("has-review-script");

  /* --- Keys, as this machine remembers them --- */

  let settings = { on: true, keys: {} };
  try {
    settings = { ...settings, ...JSON.parse(localStorage.getItem(STORE) || "{}") };
  } catch {
    /* A browser that keeps nothing has the usual keys. */
  }

  const keyFor = (action) => settings.keys[action] || originals[action];

  function remember() {
    try {
      localStorage.setItem(STORE, JSON.stringify(settings));
    } catch {
      /* As above. */
    }
    showKeys(document);
  }

  function showKeys(part) {
    part.querySelectorAll("[data-key-for]").forEach((button) => {
      const key = keyFor(button.dataset.keyFor);
      button.title = settings.on ? `Phím ${key}` : "";
      if (settings.on) button.setAttribute("aria-keyshortcuts", key);
      else button.removeAttribute("aria-keyshortcuts");
    });
  }

  function openDialog() {
    inputs.forEach((input) => (input.value = keyFor(input.dataset.key)));
    byId("phim-tat-bat").checked = settings.on;
    dialog.showModal();
  }

  inputs.forEach((input) => {
    input.addEventListener("keydown", (event) => {
      if (["Tab", "Escape", "Shift"].includes(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      const taken = inputs.find((other) => other !== input && other.value === event.key);
      input.setAttribute("aria-invalid", String(Boolean(taken)));
      if (taken) return;
      input.value = event.key;
      settings.keys[input.dataset.key] = event.key;
      remember();
    });
  });
  byId("phim-tat-bat").addEventListener("change", (event) => {
    settings.on = event.target.checked;
    remember();
  });
  byId("phim-tat-goc").addEventListener("click", () => {
    settings = { on: true, keys: {} };
    remember();
    openDialogAgain();
  });

  function openDialogAgain() {
    dialog.close();
    openDialog();
  }

  /* --- Going from card to card, the text in step --- */

  const cards = () => [...list.querySelectorAll("article.fact")];
  const current = () => document.activeElement.closest("#danh-sach article.fact");
  const isWaiting = (card) => card.matches(".fact-pending, .fact-doubtful");

  function go(card) {
    if (!card) {
      list.focus({ preventScroll: true });
      return;
    }
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  }

  function step(by) {
    const all = cards();
    const at = all.indexOf(current());
    go(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
  }

  function following(card) {
    const all = cards();
    const at = all.indexOf(card);
    return all.slice(at + 1).find(isWaiting) || all.slice(0, at).reverse().find(isWaiting) || null;
  }

  function showInText(card) {
    const text = pane();
    text.querySelectorAll(".is-current").forEach((mark) => mark.classList.remove("is-current"));
    const marks = [...text.querySelectorAll(`a[href$="#${card.id}"]`)];
    marks.forEach((mark) => mark.classList.add("is-current"));
    const first = byId(card.id.replace("f", "v")) || marks[0];
    if (!first || !text.offsetParent) return;
    const gap = first.getBoundingClientRect().top - text.getBoundingClientRect().top;
    if (gap < 40 || gap > text.clientHeight - 80) text.scrollTop += gap - text.clientHeight / 3;
  }

  list.addEventListener("focusin", (event) => {
    const card = event.target.closest("article.fact");
    place = card ? card.id : "danh-sach";
    if (card) showInText(card);
  });

  /* A card that is put in place of itself takes the focus with it; the list is not lost. */
  document.addEventListener("htmx:oobAfterSwap", () => {
    if (document.activeElement === document.body && place) byId(place)?.focus({ preventScroll: true });
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#f'], a[href^='#v']");
    if (!link) return;
    const selected = !getSelection().isCollapsed && pane().contains(link);
    if (selected) {
      event.preventDefault();
      return;
    }
    const isCard = link.getAttribute("href").startsWith("#f");
    byId(isCard ? "khung-muc" : "khung-chu").checked = true;
    const target = byId(link.getAttribute("href").slice(1));
    if (!target) return;
    event.preventDefault();
    if (isCard) go(target);
    else target.scrollIntoView({ block: "center" });
  });

  /* --- What a key does --- */

  function press(card, action) {
    const button = card && card.querySelector(`[data-key-for="${action}"]`);
    if (button) button.click();
    return Boolean(button);
  }

  function decide(action) {
    const card = current();
    const next = card && following(card);
    if (press(card, action)) go(next);
  }

  const ACTIONS = {
    next: () => step(1),
    previous: () => step(-1),
    accept: () => decide("accept"),
    reject: () => decide("reject"),
    edit: () => press(current(), "edit"),
    split: () => press(current(), "split"),
    merge: () => press(current(), "merge"),
    parties: () => (wantsParties = press(current(), "edit")),
    undo: () => byId("nut-hoan-tac")?.click(),
    filter: () => byId("nut-loc").click(),
    help: openDialog,
    "accept-section": () => {
      const here = document.activeElement.closest("section[id^=muc-]");
      if (!press(here, "accept-section")) press(list, "accept-section");
    },
  };

  list.addEventListener("keydown", (event) => {
    const form = event.target.closest("form[data-editor], form[data-splitter]");
    if (event.key === "Escape") {
      const cancel = event.target.closest("article.fact")?.querySelector("[data-cancel]");
      if (cancel) cancel.click();
    }
    if (form && event.key === "Enter" && event.ctrlKey) form.requestSubmit();
    if (!settings.on || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select")) return;
    if (event.key === "Enter" && !event.target.matches("article.fact")) return;
    const action = Object.keys(ACTIONS).find((name) => keyFor(name) === event.key);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    ACTIONS[action]();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("#nut-phim-tat")) openDialog();
  });

  /* --- Pieces that come from the server --- */

  const isPage = (text) => /^\s*<!doctype/i.test(text);

  function say(words) {
    byId("loi-nhan").textContent = words;
  }

  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr } = event.detail;
    const { elt } = event.detail.requestConfig;
    const article = elt.closest("article.fact");
    requester = article ? article.id : "";
    if (isPage(xhr.responseText)) {
      event.detail.shouldSwap = false;
      if (xhr.status < 400) location.assign(xhr.responseURL);
      return;
    }
    if (xhr.status === 409 || xhr.status === 422) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
    const isSaved = xhr.status === 200 && elt.matches("form[data-editor]");
    if (isSaved && article.id !== "them") waitFor = following(article)?.id || "danh-sach";
  });
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const { target } = event.detail;
    const isOther = target.id !== requester && target.querySelector?.("form[data-editor]");
    if (isOther) event.detail.shouldSwap = false;
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    showKeys(event.target.parentElement || document);
    const opened = event.target.closest("article.fact-editing");
    if (opened && event.detail.requestConfig?.verb === "get") enter(opened);
    else if (event.detail.requestConfig?.elt?.matches("[data-cancel]")) go(byId(requester));
    showChosen();
  });
  document.addEventListener("htmx:afterRequest", () => {
    if (!waitFor) return;
    const id = waitFor;
    waitFor = null;
    window.setTimeout(() => (id === "danh-sach" ? go(null) : go(byId(id))), 40);
  });
  document.addEventListener("review:focus", (event) => go(byId(event.detail.id)));
  for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(failure, () => say("Chưa ghi được: mất mạng hoặc phiên làm việc đã hết. Hãy thử lại."));
  }

  function enter(article) {
    const picker = wantsParties && article.querySelector("[data-narrow], input[name=party]");
    wantsParties = false;
    const wanted = ["input[type=radio]", ".fact-fields :is(input, select, textarea)", ".card-footer button", "[data-cancel]"];
    const first = wanted.map((selector) => article.querySelector(selector)).find(Boolean);
    (picker || first || article).focus();
    article.scrollIntoView({ block: "nearest" });
  }

  /* --- Editors --- */

  list.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-editor]");
    if (event.target.matches("[data-narrow]")) narrow(event.target);
    else if (form) form.dataset.dirty = "yes";
  });
  window.addEventListener("beforeunload", (event) => {
    if (list.querySelector("form[data-dirty]")) event.preventDefault();
  });

  const plain = (text) =>
    text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");

  function narrow(search) {
    const wanted = plain(search.value);
    search.closest("[data-picker]").querySelectorAll(".form-check").forEach((label) => {
      label.hidden = !plain(label.textContent).includes(wanted) && !label.querySelector(":checked");
    });
  }

  /* --- Words chosen in the text --- */

  const length = (range) => [...range.toString()].length;

  function chosenSpan() {
    const source = pane().querySelector("[data-source]");
    const selection = getSelection();
    if (!source || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!source.contains(range.startContainer) || !source.contains(range.endContainer)) return null;
    const before = document.createRange();
    before.selectNodeContents(source);
    before.setEnd(range.startContainer, range.startOffset);
    const start = length(before);
    return range.toString().trim() ? { start, end: start + length(range) } : null;
  }

  const editor = () => list.querySelector("form[data-editor]:has([data-reread])");

  function showChosen() {
    const bar = pane().querySelector(".review-chosen");
    if (!bar) return;
    bar.hidden = !chosen;
    bar.querySelector("[data-use-for=editor]").hidden = !editor();
  }

  document.addEventListener("selectionchange", () => {
    if (pane().contains(document.activeElement) || pane().contains(getSelection().anchorNode)) {
      chosen = chosenSpan();
      showChosen();
    }
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-use-for]");
    if (!button || !chosen) return;
    byId("khung-muc").checked = true;
    if (button.dataset.useFor === "editor") reread(editor());
    else addFrom(button.dataset.useFor);
  });

  function reread(form) {
    form.elements.span_start.value = chosen.start;
    form.elements.span_end.value = chosen.end;
    form.querySelector("[data-reread]").click();
  }

  function addFrom(address) {
    const screen = new URLSearchParams(new FormData(byId("quyet-dinh")));
    screen.delete("csrfmiddlewaretoken");
    screen.set("tu", chosen.start);
    screen.set("den", chosen.end);
    htmx.ajax("GET", `${address}?${screen}`, { source: "#them", target: "#them", swap: "outerHTML" });
  }

  showKeys(document);
})();
