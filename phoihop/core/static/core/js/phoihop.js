/* Comfort only: every page reads and every form sends without this file. */
(() => {
  "use strict";

  const RESEND_AFTER_MS = 10000;
  let isDirty = false;

  function refuseSecondSend(event) {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    isDirty = false;
    form.dataset.sent = "yes";
    form.querySelectorAll("button:not([type=button])").forEach((button) => button.setAttribute("aria-busy", "true"));
    window.setTimeout(() => release(form), RESEND_AFTER_MS);
  }

  function release(form) {
    delete form.dataset.sent;
    form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
  }

  function noteChange(event) {
    const form = event.target.form;
    if (form && form.method === "post" && !("noWarning" in form.dataset)) isDirty = true;
  }

  function warnBeforeLeaving(event) {
    if (isDirty) event.preventDefault();
  }

  function isTyping(target) {
    return target.closest("input, textarea, select, [contenteditable]") !== null;
  }

  function onKey(event) {
    if (event.key === "Escape") closeMenus(null);
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "?") {
      const help = document.getElementById("tro-giup-phim");
      if (help && !help.open) help.showModal();
    } else if (event.key === "/") {
      const search = document.querySelector("main input[type=search]");
      if (search) {
        event.preventDefault();
        search.focus();
      }
    }
  }

  function closeMenus(except) {
    document.querySelectorAll("details.ph-menu[open]").forEach((menu) => {
      if (menu === except) return;
      const hadFocus = menu.contains(document.activeElement);
      menu.open = false;
      if (hadFocus) menu.querySelector("summary").focus();
    });
  }

  document.addEventListener("submit", refuseSecondSend);
  document.addEventListener("input", noteChange);
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", (event) => closeMenus(event.target.closest("details.ph-menu")));
  window.addEventListener("beforeunload", warnBeforeLeaving);
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release));

  const errors = document.getElementById("loi-bieu-mau");
  if (errors) errors.focus();
})();
