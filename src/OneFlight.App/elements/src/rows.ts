import { process } from "./htmx.ts";
import { announce } from "./announce.ts";

const row = "tr, [data-row]";
const opens = "a[href], button";

/** Arrows move between the rows of a table or list, Enter opens by the link itself, Space peeks where a row has data-peek. */
export function startRows(): void {
  document.addEventListener("keydown", event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const from = event.target instanceof Element ? event.target : null;
    if (!from || from.closest("input, select, textarea, dialog, of-timeline, [role=listbox]")) return;
    const here = from.closest<HTMLElement>(row);
    if (!here || here.closest("thead")) return;

    if (event.key === " " && here.dataset.peek) {
      event.preventDefault();
      void peek(here.dataset.peek, from);
      return;
    }
    const target = neighbor(here, event.key);
    if (!target) return;
    event.preventDefault();
    sameColumn(here, target, from)?.focus();
    target.scrollIntoView({ block: "nearest" });
  });
}

function neighbor(here: HTMLElement, key: string): HTMLElement | undefined {
  const group = here.closest("table, [data-rows]") ?? here.parentElement;
  if (!group) return undefined;
  const rows = [...group.querySelectorAll<HTMLElement>(row)]
    .filter(r => r.querySelector(opens) && !r.closest("thead") && r.offsetParent !== null);
  const at = rows.indexOf(here);
  switch (key) {
    case "ArrowDown": return rows[at + 1];
    case "ArrowUp": return rows[at - 1];
    case "Home": return rows[0];
    case "End": return rows.at(-1);
    default: return undefined;
  }
}

function sameColumn(here: HTMLElement, target: HTMLElement, from: Element): HTMLElement | undefined {
  const nth = Math.max(0, [...here.querySelectorAll(opens)].indexOf(from));
  const there = [...target.querySelectorAll<HTMLElement>(opens)];
  return there[Math.min(nth, there.length - 1)];
}

async function peek(address: string, back: Element): Promise<void> {
  const answer = await fetch(address, { headers: { "HX-Request": "true" } });
  if (!answer.ok) {
    announce("We could not open the preview.");
    return;
  }
  const dialog = document.createElement("dialog");
  dialog.className = "of-peek";
  dialog.setAttribute("aria-label", "Preview");
  dialog.innerHTML = await answer.text();
  dialog.addEventListener("keydown", event => {
    if (event.key !== " ") return;
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (back instanceof HTMLElement) back.focus();
  });
  document.body.append(dialog);
  process(dialog);
  dialog.showModal();
}
