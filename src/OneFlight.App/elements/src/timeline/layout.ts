import type { Activity, Bar, Board, Ghost } from "./board.ts";
import { pack } from "./pack.ts";
import { day } from "./scale.ts";

/** How much of a flight is drawn: bars alone, activities as thin strokes, activities with their names. */
export type Detail = 0 | 1 | 2;

export const barHeight = 18;
export const activityHeight = 17;
const lineHeight = 22;
const padding = 8;
const groupHeight = 24;
const named = 36;

export function detailAt(pixelsPerDay: number): Detail {
  return pixelsPerDay < 5 ? 0 : pixelsPerDay < named ? 1 : 2;
}

export interface LaneBox { lane: number; y: number; height: number; lines: number; rows: number; bars: Bar[]; ghosts: Ghost[] }
export interface GroupBox { y: number; height: number; text: string }
export interface Layout { lanes: LaneBox[]; groups: GroupBox[]; height: number }

/** The stretch of time for which activities are given rows: more than the window, so that a short pan leaves the lanes as they are. */
export interface Frame { from: number; to: number; pixelsPerDay: number }

/** Where each lane lies. Overlapping bars stand below each other, so that a double booking shows itself.
 * With a frame, the activities in it get rows with room for their names, and flights that have nothing in it give up their lane. */
export function layout(board: Board, frame: Frame | undefined): Layout {
  const [bars, ghosts] = [byLane(board.bars, board.lanes.length), byLane(board.ghosts, board.lanes.length)];
  const result: Layout = { lanes: [], groups: [], height: 0 };
  let y = 0;
  let group: string | null = null;
  board.lanes.forEach((lane, index) => {
    const [laneBars, laneGhosts] = [bars[index]!, ghosts[index]!];
    if (frame && board.by === "flight" && !laneBars.some(b => b.to > frame.from && b.from < frame.to)) {
      result.lanes.push({ lane: index, y, height: 0, lines: 0, rows: 0, bars: [], ghosts: [] });
      return;
    }
    if (lane.group !== null && lane.group !== group) {
      result.groups.push({ y, height: groupHeight, text: lane.group });
      y += groupHeight;
      group = lane.group;
    }
    const lines = Math.max(1, pack(laneBars, b => b.heldFrom, b => b.heldTo, (b, line) => { b.line = line; }));
    for (const ghost of laneGhosts) ghost.line = laneBars.find(b => b.flight === ghost.flight)?.line ?? 0;
    const rows = frame ? packActivities(laneBars, frame) : 0;
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

/** How wide a name is, near enough to keep names apart. */
export function nameWidth(name: string): number {
  return name.length * 5.7 + 10;
}

function packActivities(bars: Bar[], frame: Frame): number {
  const pixel = day / frame.pixelsPerDay;
  const end = (a: Activity): number => {
    const room = nameWidth(a.name) * pixel;
    // A name that does not fit into its stroke stands behind it.
    return Math.min(a.to, frame.to) - Math.max(a.from, frame.from) >= room ? a.to : Math.max(a.to, a.from + 4 * pixel) + room;
  };
  for (const bar of bars) for (const activity of bar.activities) activity.row = -1;
  const shown = bars.flatMap(bar => bar.activities.filter(a => end(a) > frame.from && a.from < frame.to));
  return pack(shown, a => a.from, end, (a, row) => { a.row = row; });
}

function byLane<T extends { lane: number; from: number }>(items: T[], lanes: number): T[][] {
  const lists: T[][] = Array.from({ length: lanes }, () => []);
  for (const item of items) lists[item.lane]?.push(item);
  for (const list of lists) list.sort((a, b) => a.from - b.from);
  return lists;
}
