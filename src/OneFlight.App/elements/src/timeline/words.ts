import type { Bar, Board, PartKind } from "./board.ts";
import { instant } from "./scale.ts";
import type { Hit } from "./view.ts";

const partWords: Record<PartKind, string> = {
  prepare: "Preparation", processing: "Processing", pad: "On the pad", hold: "Pad held", transit: "On the way", docked: "Docked", flight: "In flight",
  turnaround: "Turnaround", after: "Afterwards",
};

export const stateWords = { flown: "flown", flying: "in flight now", planned: "planned", unplanned: "not planned" } as const;

/** One sentence for those who do not see the bar. */
export function sentence(board: Board, bar: Bar): string {
  const hard = bar.marks.filter(m => m.hard).length;
  const soft = bar.marks.length - hard;
  return [
    bar.name, board.lanes[bar.lane]?.name ?? "", stateWords[bar.state], `liftoff ${instant(bar.launch)} UTC`, `until ${instant(bar.heldTo)} UTC`,
    hard > 0 ? `${hard} ${hard === 1 ? "conflict" : "conflicts"}: ${bar.marks.filter(m => m.hard).map(m => m.text).join("; ")}` : "no conflict",
    soft > 0 ? `${soft} ${soft === 1 ? "finding" : "findings"}` : "",
  ].filter(text => text !== "").join(", ") + ".";
}

/** "12 Mar 09:14": the year stands above. */
function short(time: number): string {
  const [, date, month, , clock] = instant(time).split(" ");
  return `${date} ${month} ${clock}`;
}

/** Fills the tooltip: what it is, when, and what is wrong with it. */
export function fillTip(tip: HTMLElement, hit: Hit): void {
  const { bar, activity } = hit;
  const rows: [string, string][] = activity
    ? [["Begins", instant(activity.from)], ["Ends", instant(activity.to)], ["State", ["planned", "begun", "done"][activity.status] ?? ""]]
    : [["Liftoff", `${instant(bar.launch)} UTC`], ...bar.parts.map((part): [string, string] => [partWords[part.kind], `${short(part.from)} – ${short(part.to)}`])];
  const title = document.createElement("strong");
  title.textContent = activity ? activity.name : bar.name;
  const about = document.createElement("span");
  about.textContent = activity ? bar.name : `${stateWords[bar.state]} · ${bar.about}`;
  const list = document.createElement("dl");
  for (const [name, value] of rows) {
    const [dt, dd] = [document.createElement("dt"), document.createElement("dd")];
    dt.textContent = name;
    dd.textContent = value;
    list.append(dt, dd);
  }
  tip.replaceChildren(title, about, list);
  for (const mark of activity ? [] : bar.marks.slice(0, 5)) {
    const line = document.createElement("p");
    line.className = mark.hard ? "hard" : "soft";
    line.textContent = mark.text;
    tip.append(line);
  }
}
