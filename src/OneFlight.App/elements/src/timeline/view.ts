import type { Activity, Bar, Board } from "./board.ts";
import type { Colors } from "./colors.ts";
import type { Detail, LaneBox, Layout } from "./layout.ts";
import { activityHeight, activityY, barHeight, barY, laneAt, nameWidth } from "./layout.ts";
import type { Scale } from "./scale.ts";

export const axisHeight = 44;

/** Everything that one picture of the board is drawn from. */
export interface View {
  board: Board;
  layout: Layout;
  detail: Detail;
  scale: Scale;
  /** Pixels that the lanes are scrolled up. */
  scroll: number;
  width: number;
  height: number;
  headWidth: number;
  colors: Colors;
  now: number;
  selected: Bar | undefined;
  hovered: Hit | undefined;
  /** Where the time cursor stands. */
  cursor: number | undefined;
  drag: { bar: Bar; by: number } | undefined;
  /** How far, in time, a bar still is from its place while it slides there. */
  offset: (bar: Bar) => number;
}

export interface Hit { bar: Bar; activity: Activity | undefined }

/** What lies under a point of the canvas. */
export function hit(view: View, x: number, y: number): Hit | undefined {
  if (x < view.headWidth || y < axisHeight) return undefined;
  const box = laneAt(view.layout.lanes, y - axisHeight + view.scroll);
  if (!box) return undefined;
  const inLane = y - axisHeight + view.scroll;
  return hitBar(view, box, x, inLane) ?? (view.detail === 2 ? hitActivity(view, box, x, inLane) : undefined);
}

function hitBar(view: View, box: LaneBox, x: number, y: number): Hit | undefined {
  // Narrow bars stay reachable: at least eight pixels count.
  const reach = 4;
  let nearest: Bar | undefined;
  let least = Infinity;
  for (const bar of box.bars) {
    const top = barY(box, bar.line);
    if (y < top - 3 || y > top + barHeight + 3) continue;
    const [left, right] = [view.scale.x(bar.heldFrom), view.scale.x(bar.heldTo)];
    const away = x < left ? left - x : x > right ? x - right : 0;
    if (away <= reach && away < least) [nearest, least] = [bar, away];
  }
  return nearest && { bar: nearest, activity: undefined };
}

function hitActivity(view: View, box: LaneBox, x: number, y: number): Hit | undefined {
  for (const bar of box.bars) {
    for (const activity of bar.activities) {
      if (activity.row < 0) continue;
      const top = activityY(box, activity.row);
      if (y < top || y >= top + activityHeight) continue;
      const left = view.scale.x(activity.from);
      const right = Math.max(view.scale.x(activity.to), left + 4) + nameWidth(activity.name);
      if (x >= left - 3 && x <= right) return { bar, activity };
    }
  }
  return undefined;
}

/** The bars of which at least a part is in the stretch of time on the screen, in lane order. */
export function visibleBars(board: Board, scale: Scale): Bar[] {
  return board.bars.filter(bar => bar.to > scale.from && bar.from < scale.to)
    .sort((a, b) => a.lane - b.lane || a.heldFrom - b.heldFrom);
}
