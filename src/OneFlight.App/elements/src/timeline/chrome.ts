import { stateWords } from "./words.ts";
import type { Board } from "./board.ts";
import { instant } from "./scale.ts";

/** The parts of the element around the canvas. */
export interface Chrome {
  tools: HTMLElement;
  scroller: HTMLElement;
  spacer: HTMLElement;
  canvas: HTMLCanvasElement;
  tip: HTMLElement;
  message: HTMLElement;
  conflicts: HTMLButtonElement;
  slip: HTMLFormElement;
  list: HTMLDetailsElement;
}

const buttons = [
  ["earlier", "Earlier", "‹"], ["later", "Later", "›"], ["out", "Less detail", "−"], ["in", "More detail", "+"],
  ["all", "Show the whole campaign", "All"], ["now", "Go to now", "Now"],
] as const;
export type Command = typeof buttons[number][0] | "conflict" | `span:${number}`;

const spans = [["1825", "5 years"], ["365", "Year"], ["91", "Quarter"], ["30", "Month"], ["7", "Week"], ["1", "Day"], ["0.25", "6 hours"]] as const;

/** Builds the parts; what the server put into the element stays, as the list that everybody can read. */
export function build(host: HTMLElement, run: (command: Command) => void): Chrome {
  const list = element("details", "of-tl-list");
  list.append(element("summary", "", "As a table: what is on the board now"), ...host.childNodes);
  const tools = element("div", "of-tl-tools");
  tools.setAttribute("role", "toolbar");
  tools.setAttribute("aria-label", "Board");
  for (const [command, label, sign] of buttons) tools.append(button(sign, label, () => run(command)));
  const select = element("select", "");
  select.setAttribute("aria-label", "Stretch of time");
  select.append(new Option("Zoom to…", ""), ...spans.map(([days, name]) => new Option(name, days)));
  select.addEventListener("change", () => {
    if (select.value) run(`span:${Number(select.value)}`);
    select.value = "";
  });
  const conflicts = button("", "Next conflict", () => run("conflict"));
  conflicts.className = "of-tl-conflicts";
  conflicts.hidden = true;
  const copy = button("Copy link", "Copy a link to what you see", () => {});
  copy.dataset.copyLink = "";
  copy.hidden = !host.hasAttribute("in-address");
  tools.append(select, copy, conflicts, legend());

  const scroller = element("div", "of-tl-scroll");
  const spacer = element("div", "of-tl-spacer");
  const canvas = element("canvas", "");
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-roledescription", "timeline");
  canvas.setAttribute("aria-label", "Campaign board. Arrow keys go from bar to bar, Enter opens the flight, plus and minus zoom, Shift with arrows moves in time, C goes to the next conflict. The same as a table follows.");
  spacer.append(canvas);
  scroller.append(spacer);
  const tip = element("div", "of-tl-tip");
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  const message = element("div", "of-tl-message", "Loading the board…");
  const slip = slipForm();
  host.replaceChildren(tools, scroller, message, slip, list, tip);
  return { tools, scroller, spacer, canvas, tip, message, conflicts, slip, list };
}

function slipForm(): HTMLFormElement {
  const form = element("form", "of-tl-slip");
  form.innerHTML = `<label>Slip <select name="flight" required><option value="">choose a flight</option></select></label>
    <label>by <input name="days" type="number" step="1" min="-999" max="999" value="9" required> days</label>
    <button>See what it touches</button><span>Nothing is changed by looking. Dragging a bar does the same.</span>`;
  form.hidden = true;
  return form;
}

/** Offers the flights that have not lifted off yet. */
export function offerFlights(form: HTMLFormElement, board: Board, now: number): void {
  const select = form.querySelector("select");
  if (!select) return;
  const chosen = select.value;
  const seen = new Map(board.bars.filter(b => b.launch > now).map(bar => [bar.flight, bar]));
  const options = [...seen.values()].sort((a, b) => a.launch - b.launch)
    .map(bar => new Option(`${bar.name}, ${instant(bar.launch).slice(4, -6)}${bar.state === "planned" ? "" : `, ${stateWords[bar.state]}`}`, bar.flight));
  select.replaceChildren(new Option("choose a flight", ""), ...options);
  select.value = seen.has(chosen) ? chosen : "";
  form.hidden = options.length === 0;
}

function legend(): HTMLElement {
  const entries = [
    ["processing", "processing"], ["pad", "pad, turnaround"], ["flight", "in flight, docked"], ["flown", "flown"],
    ["ghost", "as it was"], ["hard", "conflict"], ["soft", "finding"],
  ];
  const list = element("ul", "of-tl-legend");
  for (const [kind, words] of entries) {
    const item = element("li", "", words);
    item.prepend(element("i", `k-${kind}`));
    list.append(item);
  }
  return list;
}

function button(text: string, label: string, run: () => void): HTMLButtonElement {
  const made = element("button", "", text);
  made.type = "button";
  made.title = label;
  // A sign needs a name; a word is one.
  if (text.length === 1) made.setAttribute("aria-label", label);
  made.addEventListener("click", run);
  return made;
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string, text = ""): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}
