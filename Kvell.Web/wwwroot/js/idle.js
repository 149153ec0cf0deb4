// Closes a desk that nobody sits at. All tabs of a browser are one desk: work in any of them keeps all of them open, and
// they are closed together. Judged by the clock on the wall, so that a lid shut over lunch counts.

const limit = Number(document.body.dataset.idleMinutes) * 60_000;
const key = "kv-worked-at";
const saving = 500; // what was typed last is on its way to the draft

let noted = 0;

function note() {
  const now = Date.now();
  if (now - noted < 1000) return;
  noted = now;
  localStorage.setItem(key, String(now));
}

function look() {
  if (Date.now() - Number(localStorage.getItem(key) ?? noted) >= limit) close();
}

// Looked for when it is needed: the page's elements are replaced when it comes alive.
function close() {
  const form = document.getElementById("lock-form");
  form.elements.returnUrl.value = location.pathname + location.search;
  form.submit();
}

document.addEventListener("submit", event => {
  if (event.target.id !== "lock-form") return;
  event.preventDefault();
  setTimeout(close, saving);
});

if (limit > 0) {
  note();
  for (const kind of ["keydown", "pointerdown", "pointermove", "wheel"])
    addEventListener(kind, note, { capture: true, passive: true });
  setInterval(look, Math.min(5000, limit / 4));
  document.addEventListener("visibilitychange", look);
  addEventListener("focus", look);
}
