// The little that must live in the browser: the theme's cookie, where a page begins, and keys for buttons.

export function setTheme(isDark) {
  document.documentElement.classList.toggle("kv-dark", isDark);
  document.cookie = `kv-theme=${isDark ? "dark" : "light"}; path=/; max-age=31536000; samesite=lax`;
}

// Where somebody acted last. An address that is left by an act is another one than that it leads to.
let actedOn = null;
for (const kind of ["keydown", "pointerdown"]) addEventListener(kind, () => { actedOn = location.pathname; }, true);
addEventListener("popstate", () => { actedOn = null; });

// On a slow line this is told when the page has long been alive: whoever acts on it by then keeps the caret.
export function focusHeading() {
  const heading = document.querySelector("h1");
  const at = document.activeElement;
  if (!heading || actedOn === location.pathname || (at?.matches("input, select, textarea") && at.closest("#content"))) return;
  if (!heading.hasAttribute("tabindex")) heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

const held = e => [e.ctrlKey && "Ctrl", e.altKey && "Alt", e.shiftKey && e.key.length > 1 && "Shift"].filter(Boolean);

// By what the key is, or by where it lies: a letter's key is the same one in either alphabet ("Ctrl+KeyP").
const namesOf = e => [e.key, e.code].map(key => [...held(e), key].join("+"));
const types = e => e.key.length === 1 && !e.ctrlKey && !e.altKey && e.target.matches?.("input, textarea, select, [contenteditable]");

// A button says its key in data-key ("F2", "Ctrl+Enter"). While a dialog is open only the dialog's buttons hear theirs, and a
// key held down presses once.
document.addEventListener("keydown", e => {
  if (e.defaultPrevented || types(e)) return;
  const dialogs = document.querySelectorAll("[aria-modal=true], .mud-dialog, dialog[open]");
  const scope = dialogs.length ? dialogs[dialogs.length - 1] : document;
  const button = scope.querySelector(namesOf(e).map(name => `[data-key="${CSS.escape(name)}"]`).join(","));
  if (!button) return;
  e.preventDefault();
  if (e.repeat || button.disabled) return;
  button.focus(); // a field being typed in hands over what it has, as with the mouse
  button.click();
});

// Ctrl+K leads to the frame's own search, from anywhere but a dialog.
document.addEventListener("keydown", e => {
  if (e.code !== "KeyK" || !(e.ctrlKey || e.metaKey) || e.altKey || e.shiftKey) return;
  const search = document.querySelector("[data-find-all]:not(:disabled)");
  if (!search || document.querySelector("[aria-modal=true], dialog[open]")) return;
  e.preventDefault();
  search.focus();
  search.select();
});

// Ctrl+F leads to the list's own search, whatever alphabet is switched on; from there, to the browser's.
document.addEventListener("keydown", e => {
  if (e.code !== "KeyF" || !(e.ctrlKey || e.metaKey) || e.altKey || e.shiftKey) return;
  const search = document.querySelector("[data-find]:not(:disabled)");
  if (!search || search === document.activeElement || document.querySelector("[aria-modal=true], dialog[open]")) return;
  e.preventDefault();
  search.focus();
  search.select();
});

// The router would only scroll: whoever skips the menu goes on with the keyboard from the page.
document.addEventListener("click", e => {
  if (!e.target.closest?.(".skip")) return;
  e.preventDefault();
  document.getElementById("content").focus();
}, true);

// A button that stands for a file field, or for a file. Here and not on the server: a browser opens a window of files only
// where the press was.
document.addEventListener("click", e => {
  const button = e.target.closest?.("[data-file], [data-download]");
  if (!button || button.disabled) return;
  if (button.dataset.file) document.getElementById(button.dataset.file).click();
  else Object.assign(document.createElement("a"), { href: button.dataset.download, download: "" }).click();
});
