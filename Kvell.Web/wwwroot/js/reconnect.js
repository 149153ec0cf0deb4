// Shows the dialog «Нет связи с сервером» and tries again when a person says so, or comes back to the page.

const dialog = document.getElementById("components-reconnect-modal");

dialog.addEventListener("components-reconnect-state-changed", ({ detail }) => {
  if (detail.state === "show") {
    if (!dialog.open) dialog.showModal();
  } else if (detail.state === "hide") {
    dialog.close();
  } else if (detail.state === "failed") {
    document.addEventListener("visibilitychange", retryWhenSeen);
  } else if (detail.state === "rejected") {
    location.reload();
  }
});

dialog.addEventListener("cancel", e => e.preventDefault());
dialog.querySelector("[data-reconnect=reload]").addEventListener("click", () => location.reload());
dialog.querySelector("[data-reconnect=retry]").addEventListener("click", retry);

async function retry() {
  document.removeEventListener("visibilitychange", retryWhenSeen);
  try {
    // False: the server is there, but no longer knows this page. What was saved is shown by a new one.
    if (!await Blazor.reconnect() && !await Blazor.resumeCircuit()) location.reload();
  } catch {
    document.addEventListener("visibilitychange", retryWhenSeen); // still no server
  }
}

function retryWhenSeen() {
  if (document.visibilityState === "visible") retry();
}
