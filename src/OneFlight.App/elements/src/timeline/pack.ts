/** Puts intervals into as few rows as hold them without overlap, first come first served; answers how many rows that takes. */
export function pack<T>(items: readonly T[], from: (item: T) => number, to: (item: T) => number, place: (item: T, row: number) => void): number {
  const ends: number[] = [];
  for (const item of [...items].sort((a, b) => from(a) - from(b))) {
    let row = ends.findIndex(end => end <= from(item));
    if (row < 0) row = ends.length;
    ends[row] = to(item);
    place(item, row);
  }
  return ends.length;
}
