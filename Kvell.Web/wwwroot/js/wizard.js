// The group wizard's part of the browser: where the caret goes, and keys of the grid made for typing.

const typable = 'input:not([type=hidden]):not([readonly]):not(:disabled), select:not(:disabled), textarea:not(:disabled)';
const focusable = `${typable}, input[readonly], button:not(:disabled), a[href]`;

export function focusField(id) {
  const place = id ? document.getElementById(id) : document.getElementById("wizard-panel");
  if (!place) return;

  // Whoever types already is not pulled away to the first field.
  if (!id && place.contains(document.activeElement) && document.activeElement.matches(typable)) return;
  const chosen = place.matches(focusable) ? place
    : place.querySelector("[data-first]:not(:disabled)") ?? place.querySelector(typable) ?? place.querySelector(focusable) ?? (id ? place : null);
  if (!chosen) return;
  if (chosen === place && !place.matches(focusable)) place.tabIndex = -1; // what nobody may change any more is looked at
  chosen.focus();
  if (chosen instanceof HTMLInputElement && chosen.type !== "radio" && id) chosen.select();
}

export function openWindow(address) {
  return window.open(address, "_blank") !== null;
}

export function printPage() {
  window.print();
}

export function listenToGrid(gridId, listener) {
  const grid = document.getElementById(gridId);
  if (!grid) return; // its tab was left before this came
  let before = "";
  grid.addEventListener("focusin", e => {
    if (!e.target.matches("input, select")) return;
    before = e.target.value;
    if (e.target.matches("input")) e.target.select();
  });

  // Lines of a spreadsheet are told in one go; a plain word is the browser's own business.
  grid.addEventListener("paste", e => {
    const cell = e.target;
    const text = e.clipboardData?.getData("text/plain") ?? "";
    if (!cell.matches("input, select") || !/[\t\n]/.test(text.trim())) return;
    e.preventDefault();
    listener.invokeMethodAsync("PasteAsync", Number(cell.closest("tr").dataset.row), cell.id.split("-").at(-1), text);
  });
  grid.addEventListener("keydown", e => {
    const cell = e.target;
    if (!cell.matches("input, select")) return;
    const row = Number(cell.closest("tr").dataset.row);
    if (e.key === "Enter" && !e.ctrlKey && !e.altKey) {
      step(grid, cell, e.shiftKey ? -1 : 1);
    } else if (e.key === "F4" && !e.ctrlKey && !e.altKey) {
      cell.showPicker?.();
    } else if (e.key === "Escape") {
      if (cell.value === before) return;
      cell.value = before;
      cell.dispatchEvent(new Event("input", { bubbles: true }));
      cell.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (e.ctrlKey && !e.altKey && e.code === "KeyD") {
      if (!e.repeat) listener.invokeMethodAsync("RepeatAsync", row);
    } else if (e.ctrlKey && !e.altKey && e.key === "Delete") {
      if (!e.repeat) listener.invokeMethodAsync("DeleteAsync", row);
    } else {
      return;
    }
    e.preventDefault();
    e.stopPropagation();
  });
}

function step(grid, cell, by) {
  const cells = [...grid.querySelectorAll("tbody input:not(:disabled), tbody select:not(:disabled)")];
  cells[cells.indexOf(cell) + by]?.focus();
}
