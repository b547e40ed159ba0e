/* Comfort only: p, n and t follow the links that carry these keys. */
(() => {
  "use strict";

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable], dialog[open]")) return;
    const link = document.querySelector(`a[data-key="${CSS.escape(event.key)}"]`);
    if (link) link.click();
  }

  document.addEventListener("keydown", onKey);
})();
