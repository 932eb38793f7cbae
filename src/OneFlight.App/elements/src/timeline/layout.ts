import type { Activity, Bar, Board, Ghost } from "./board.ts";
import { pack } from "./pack.ts";
import { day } from "./scale.ts";

/** How much of a flight is drawn: bars alone, activities as thin strokes, activities with their names. */
export type Detail = 0 | 1 | 2;

export const barHeight = 18;
export const activityHeight = 15;
const lineHeight = 22;
const padding = 7;
const groupHeight = 24;
const named = 36;

export function detailAt(pixelsPerDay: number): Detail {
  return pixelsPerDay < 5 ? 0 : pixelsPerDay < named ? 1 : 2;
}

export interface LaneBox { lane: number; y: number; height: number; lines: number; rows: number; bars: Bar[]; ghosts: Ghost[] }
export interface GroupBox { y: number; height: number; text: string }
export interface Layout { lanes: LaneBox[]; groups: GroupBox[]; height: number }

/** Where each lane lies. Overlapping bars stand below each other, so that a double booking shows itself. */
export function layout(board: Board, detail: Detail): Layout {
  const [bars, ghosts] = [byLane(board.bars, board.lanes.length), byLane(board.ghosts, board.lanes.length)];
  const result: Layout = { lanes: [], groups: [], height: 0 };
  let y = 0;
  let group: string | null = null;
  board.lanes.forEach((lane, index) => {
    if (lane.group !== null && lane.group !== group) {
      result.groups.push({ y, height: groupHeight, text: lane.group });
      y += groupHeight;
      group = lane.group;
    }
    const [laneBars, laneGhosts] = [bars[index]!, ghosts[index]!];
    const lines = Math.max(1, pack(laneBars, b => b.heldFrom, b => b.heldTo, (b, line) => { b.line = line; }));
    for (const ghost of laneGhosts) ghost.line = laneBars.find(b => b.flight === ghost.flight)?.line ?? 0;
    const rows = detail === 2 ? packActivities(laneBars) : 0;
    const height = 2 * padding + lines * lineHeight - (lineHeight - barHeight) + (rows > 0 ? rows * activityHeight + 4 : 0);
    result.lanes.push({ lane: index, y, height, lines, rows, bars: laneBars, ghosts: laneGhosts });
    y += height;
  });
  result.height = y;
  return result;
}

export function barY(box: LaneBox, line: number): number {
  return box.y + padding + line * lineHeight;
}

export function activityY(box: LaneBox, row: number): number {
  return box.y + padding + box.lines * lineHeight + row * activityHeight;
}

/** The lane at a height, by halving: there may be hundreds. */
export function laneAt(lanes: readonly LaneBox[], y: number): LaneBox | undefined {
  let [low, high] = [0, lanes.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const box = lanes[middle]!;
    if (y < box.y) high = middle - 1;
    else if (y >= box.y + box.height) low = middle + 1;
    else return box;
  }
  return undefined;
}

// Each activity takes at least the room that its name needs at the coarsest zoom that shows names.
function packActivities(bars: Bar[]): number {
  const all: Activity[] = bars.flatMap(bar => bar.activities);
  const room = (activity: Activity): number => (22 + activity.name.length * 5.6) / named * day;
  return pack(all, a => a.from, a => Math.max(a.to + day / 12, a.from + room(a)), (a, row) => { a.row = row; });
}

function byLane<T extends { lane: number; from: number }>(items: T[], lanes: number): T[][] {
  const lists: T[][] = Array.from({ length: lanes }, () => []);
  for (const item of items) lists[item.lane]?.push(item);
  for (const list of lists) list.sort((a, b) => a.from - b.from);
  return lists;
}
