// A list's part of the browser: its menu, which columns it shows here, and the clipboard.

export function attachMenu(root) {
  const button = root.querySelector("[aria-haspopup=menu]");
  const menu = root.querySelector("[role=menu]");
  const items = () => [...menu.querySelectorAll("[role^=menuitem]")];
  const show = isOpen => {
    menu.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
  };
  const open = at => {
    show(true);
    items().at(at)?.focus();
  };
  const close = () => {
    show(false);
    button.focus();
  };

  button.addEventListener("click", () => menu.hidden ? open(0) : close());
  root.addEventListener("keydown", e => {
    const at = items().indexOf(document.activeElement);
    if (e.key === "ArrowDown") open(menu.hidden ? 0 : (at + 1) % items().length);
    else if (e.key === "ArrowUp") open(menu.hidden ? -1 : at - 1);
    else if (e.key === "Home" && !menu.hidden) open(0);
    else if (e.key === "End" && !menu.hidden) open(-1);
    else if (e.key === "Escape" && !menu.hidden) close();
    else return;
    e.preventDefault();
    e.stopPropagation();
  });
  menu.addEventListener("click", e => {
    const item = e.target.closest("[data-closes]");
    if (item && item.getAttribute("aria-disabled") !== "true") close();
  });
  root.addEventListener("focusout", e => {
    if (!root.contains(e.relatedTarget)) show(false);
  });
}

export const recall = name => localStorage.getItem(name);

export const keep = (name, value) => localStorage.setItem(name, value);

// An address without a certificate has no clipboard of its own kind; the old way still works there.
export async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text).then(() => true, () => false);
  const area = document.body.appendChild(document.createElement("textarea"));
  area.value = text;
  area.select();
  const isCopied = document.execCommand("copy");
  area.remove();
  return isCopied;
}
