// What was typed just before the line broke may not have reached the server: it is said again when the line is back, on this
// page or on the one that takes its place, and the caret returns to its field. Never a card number, never a password.

const lately = 60_000;
const key = "kv-typed";
const typed = new Map();
const kept = "input:not([type=password], [type=radio], [type=checkbox], [data-groups-of-four]), select, textarea";

const isKept = field => field?.id && field.matches?.(kept) && field.closest("#wizard-panel");

document.addEventListener("input", event => {
  if (isKept(event.target)) typed.set(event.target.id, Date.now());
}, true);

function latest() {
  const since = Date.now() - lately;
  return [...typed].filter(([, at]) => at > since).map(([id]) => document.getElementById(id)).filter(isKept);
}

function say(field) {
  if (field.readOnly || field.disabled) return;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

export function sayAgain() {
  latest().forEach(say);
}

export function reload(focused) {
  sessionStorage.setItem(key, JSON.stringify({
    path: location.pathname,
    values: latest().map(field => [field.id, field.value]),
    focus: focused?.id && !focused.matches("[data-groups-of-four]") ? [focused.id, focused.selectionStart ?? null, focused.selectionEnd ?? null] : null,
  }));
  location.reload();
}

const before = JSON.parse(sessionStorage.getItem(key) ?? "null");
sessionStorage.removeItem(key);
if (before?.path === location.pathname) whenAlive(() => bringBack(before));

function bringBack({ values, focus }) {
  const [focusId] = focus ?? [];
  if (focusId && !document.getElementById(focusId)) return false;
  for (const [id, value] of values) {
    const field = document.getElementById(id);
    if (!field || field.value === value) continue;
    field.value = value;
    say(field);
  }

  if (focusId) hold(focus);
  return true;
}

// A page that comes alive puts the caret where a new one begins: for two seconds, or until a person acts, it is brought back.
function hold([id, start, end]) {
  const until = performance.now() + 2000;
  let isActing = false;
  const act = () => { isActing = true; };
  addEventListener("keydown", act, { capture: true, once: true });
  addEventListener("pointerdown", act, { capture: true, once: true });
  (function look() {
    if (isActing || performance.now() > until) return;
    const field = document.getElementById(id);
    if (field && document.activeElement !== field) {
      field.focus();
      if (start !== null) field.setSelectionRange(start, end);
    }

    requestAnimationFrame(look);
  })();
}

// A page lives when its buttons work, and its fields are there; whoever waits ten seconds in vain has given up.
function whenAlive(act) {
  const look = () => document.querySelector("[data-interactive=true]") && act();
  if (look()) return;
  const watch = new MutationObserver(() => look() && watch.disconnect());
  watch.observe(document.body, { childList: true, subtree: true, attributes: true });
  setTimeout(() => watch.disconnect(), 10_000);
}
