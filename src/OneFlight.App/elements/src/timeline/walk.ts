import type { Bar, Board } from "./board.ts";

export type Direction = "left" | "right" | "up" | "down" | "first" | "last";

/** The bar that an arrow key leads to: in time within the lane, or the nearest in time in the next lane that has one. */
export function next(board: Board, from: Bar | undefined, direction: Direction, middle: number): Bar | undefined {
  const inOrder = [...board.bars].sort((a, b) => a.lane - b.lane || a.heldFrom - b.heldFrom);
  if (direction === "first") return inOrder[0];
  if (direction === "last") return inOrder.at(-1);
  if (!from) return nearest(board.bars, middle);
  const lane = inOrder.filter(bar => bar.lane === from.lane);
  const at = lane.indexOf(from);
  if (direction === "left") return lane[at - 1];
  if (direction === "right") return lane[at + 1];
  const step = direction === "down" ? 1 : -1;
  for (let index = from.lane + step; index >= 0 && index < board.lanes.length; index += step) {
    const found = nearest(inOrder.filter(bar => bar.lane === index), (from.heldFrom + from.heldTo) / 2);
    if (found) return found;
  }
  return undefined;
}

function nearest(bars: readonly Bar[], time: number): Bar | undefined {
  let best: Bar | undefined;
  let least = Infinity;
  for (const bar of bars) {
    const away = Math.abs((bar.heldFrom + bar.heldTo) / 2 - time);
    if (away < least) [best, least] = [bar, away];
  }
  return best;
}

/** The next bar with a conflict after the given one, in time, starting over at the end. */
export function nextConflict(board: Board, from: Bar | undefined): Bar | undefined {
  const hard = board.bars.filter(bar => bar.hard).sort((a, b) => a.heldFrom - b.heldFrom || a.index - b.index);
  const at = from ? hard.indexOf(from) : -1;
  return hard[(at + 1) % Math.max(1, hard.length)];
}
