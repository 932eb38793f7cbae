/** The board as the server sends it: times in whole minutes since 1970 UTC, activities packed. */
export interface BoardJson {
  campaign: string;
  revision: number;
  by: string;
  /** Null: the clock on the wall. */
  now: number | null;
  span: [number, number];
  /** Address of a flight without its id, and of the impact room. */
  flightUrl: string;
  impactUrl: string;
  /** Names of activities, pointed to by the packed activities. */
  names: string[];
  lanes: { id: string; name: string; group: string | null }[];
  bars: BarJson[];
  ghosts: GhostJson[];
}

export type PartKind = "prepare" | "processing" | "pad" | "hold" | "transit" | "docked" | "flight" | "turnaround" | "after";
export type PartJson = [kind: PartKind, from: number, to: number];
export type BarState = "flown" | "flying" | "planned" | "unplanned";

export interface BarJson {
  lane: number;
  flight: string;
  name: string;
  about: string;
  state: BarState;
  launch: number;
  parts: PartJson[];
  marks: Mark[];
  /** Name, start, length and status of each activity in one row of numbers; starts count from the launch. */
  activities: number[];
}

export interface GhostJson {
  lane: number;
  flight: string;
  name: string;
  label: string;
  parts: PartJson[];
}

/** A rule that the bar breaks (hard) or a weakness (not hard). */
export interface Mark {
  hard: boolean;
  rule: string;
  text: string;
}

export interface Part { kind: PartKind; from: number; to: number }

export interface Activity {
  name: string;
  from: number;
  to: number;
  /** 0 planned, 1 begun, 2 done. */
  status: number;
  row: number;
}

export interface Bar {
  index: number;
  lane: number;
  flight: string;
  name: string;
  about: string;
  state: BarState;
  launch: number;
  parts: Part[];
  /** From the first to the last part, thin lines included. */
  from: number;
  to: number;
  /** Without the thin lines: what is held. */
  heldFrom: number;
  heldTo: number;
  hard: boolean;
  marks: Mark[];
  activities: Activity[];
  /** Which of the lane's stacked lines it stands in; more than one only where bars overlap. */
  line: number;
}

export interface Ghost { lane: number; flight: string; name: string; label: string; parts: Part[]; from: number; to: number; heldFrom: number; heldTo: number; line: number }

export interface Board {
  campaign: string;
  revision: number;
  by: string;
  now: number | null;
  from: number;
  to: number;
  flightUrl: string;
  impactUrl: string;
  lanes: { id: string; name: string; group: string | null }[];
  bars: Bar[];
  ghosts: Ghost[];
}

const minute = 60_000;
const thin: ReadonlySet<PartKind> = new Set(["prepare", "after", "turnaround"]);

export function isThin(kind: PartKind): boolean {
  return thin.has(kind);
}

/** Unpacks the server's answer into milliseconds and objects. */
export function readBoard(json: BoardJson): Board {
  const bars = json.bars.map((bar, index): Bar => {
    const parts = readParts(bar.parts);
    return {
      index, lane: bar.lane, flight: bar.flight, name: bar.name, about: bar.about, state: bar.state, launch: bar.launch * minute,
      parts, ...stretch(parts),
      hard: bar.marks.some(m => m.hard), marks: bar.marks, activities: readActivities(bar, json.names), line: 0,
    };
  });
  const ghosts = json.ghosts.map((ghost): Ghost => {
    const parts = readParts(ghost.parts);
    return { ...ghost, parts, ...stretch(parts), line: 0 };
  });
  return {
    campaign: json.campaign, revision: json.revision, by: json.by, now: json.now === null ? null : json.now * minute,
    from: json.span[0] * minute, to: json.span[1] * minute, flightUrl: json.flightUrl, impactUrl: json.impactUrl,
    lanes: json.lanes, bars, ghosts,
  };
}

function readParts(parts: PartJson[]): Part[] {
  return parts.map(([kind, from, to]) => ({ kind, from: from * minute, to: to * minute }));
}

function readActivities(bar: BarJson, names: string[]): Activity[] {
  const activities: Activity[] = [];
  for (let at = 0; at + 3 < bar.activities.length; at += 4) {
    const from = (bar.launch + bar.activities[at + 1]!) * minute;
    activities.push({
      name: names[bar.activities[at]!] ?? "", from, to: from + bar.activities[at + 2]! * minute, status: bar.activities[at + 3]!, row: 0,
    });
  }
  return activities.sort((a, b) => a.from - b.from);
}

function stretch(parts: Part[]): { from: number; to: number; heldFrom: number; heldTo: number } {
  const held = parts.filter(part => !isThin(part.kind));
  const known = held.length > 0 ? held : parts;
  return {
    from: Math.min(...parts.map(p => p.from)), to: Math.max(...parts.map(p => p.to)),
    heldFrom: Math.min(...known.map(p => p.from)), heldTo: Math.max(...known.map(p => p.to)),
  };
}
