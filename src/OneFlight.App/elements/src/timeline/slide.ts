import type { Bar, Board } from "./board.ts";

const length = 200;

/** Bars slide from where they were to where they are; stands still when the system asks for less motion. */
export class Slide {
  #from = new Map<string, number>();
  #began = 0;

  begin(before: Board, after: Board): boolean {
    this.#from.clear();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return false;
    const old = new Map(before.bars.map(bar => [key(before, bar), bar]));
    for (const bar of after.bars) {
      const was = old.get(key(after, bar));
      if (was && was.launch !== bar.launch) this.#from.set(key(after, bar), was.launch - bar.launch);
    }
    this.#began = performance.now();
    return this.#from.size > 0;
  }

  get running(): boolean {
    return this.#from.size > 0 && performance.now() - this.#began < length;
  }

  offset(board: Board, bar: Bar): number {
    if (this.#from.size === 0) return 0;
    const passed = Math.min(1, (performance.now() - this.#began) / length);
    if (passed >= 1) {
      this.#from.clear();
      return 0;
    }
    return (this.#from.get(key(board, bar)) ?? 0) * (1 - passed) ** 3;
  }
}

function key(board: Board, bar: Bar): string {
  return `${bar.flight} ${board.lanes[bar.lane]?.id ?? ""}`;
}
