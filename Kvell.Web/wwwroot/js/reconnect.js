// Shows the dialog «Нет связи с сервером» and tries again when a person says so, or comes back to the page.

import { reload, sayAgain } from "./typed.js";

const dialog = document.getElementById("components-reconnect-modal");
let focused = null;

dialog.addEventListener("components-reconnect-state-changed", ({ detail }) => {
  if (detail.state === "show") {
    if (dialog.open) return;
    focused = document.activeElement;
    dialog.showModal();
  } else if (detail.state === "hide") {
    dialog.close();
    focused?.focus();
    sayAgain();
  } else if (detail.state === "failed") {
    document.addEventListener("visibilitychange", retryWhenSeen);
  } else if (detail.state === "rejected") {
    reload(focused);
  }
});

dialog.addEventListener("cancel", e => e.preventDefault());
dialog.querySelector("[data-reconnect=reload]").addEventListener("click", () => reload(focused));
dialog.querySelector("[data-reconnect=retry]").addEventListener("click", retry);

async function retry() {
  document.removeEventListener("visibilitychange", retryWhenSeen);
  try {
    // False: the server is there, but no longer knows this page. What was saved is shown by a new one.
    if (!await Blazor.reconnect() && !await Blazor.resumeCircuit()) reload(focused);
  } catch {
    document.addEventListener("visibilitychange", retryWhenSeen); // still no server
  }
}

function retryWhenSeen() {
  if (document.visibilityState === "visible") retry();
}
