import { axis, instant } from "./scale.ts";
import type { TextFitter } from "./text.ts";
import { axisHeight, type View } from "./view.ts";

/** Past, grid lines, lane lines and the now line: all that lies behind the bars. */
export function drawGrid(pen: CanvasRenderingContext2D, view: View): void {
  const { colors, scale } = view;
  const nowX = Math.min(scale.x(view.now), view.width);
  if (nowX > view.headWidth) {
    pen.fillStyle = colors.past;
    pen.fillRect(view.headWidth, axisHeight, nowX - view.headWidth, view.height - axisHeight);
  }
  const { fine, coarse } = axis(scale);
  for (const tick of [...fine, ...coarse]) {
    const x = Math.round(scale.x(tick.time));
    if (x <= view.headWidth || x > view.width) continue;
    pen.fillStyle = tick.strong ? colors.lineStrong : colors.line;
    pen.fillRect(x, axisHeight, 1, view.height - axisHeight);
  }
  pen.fillStyle = colors.line;
  for (const box of view.layout.lanes) {
    const y = axisHeight + box.y + box.height - view.scroll;
    if (y > axisHeight && y < view.height) pen.fillRect(0, Math.round(y) - 1, view.width, 1);
  }
  if (nowX > view.headWidth && nowX < view.width) {
    pen.fillStyle = colors.serious;
    pen.fillRect(Math.round(nowX), axisHeight, 1.5, view.height - axisHeight);
  }
}

/** Lane names in their own column, under the headings of their groups. */
export function drawHeads(pen: CanvasRenderingContext2D, text: TextFitter, view: View): void {
  const { colors } = view;
  pen.save();
  pen.beginPath();
  pen.rect(0, axisHeight, view.width, view.height - axisHeight);
  pen.clip();
  pen.textBaseline = "middle";
  pen.fillStyle = colors.lineStrong;
  pen.fillRect(view.headWidth - 1, axisHeight, 1, view.height);
  for (const group of view.layout.groups) {
    const y = axisHeight + group.y - view.scroll;
    if (y + group.height < axisHeight || y > view.height) continue;
    pen.fillStyle = colors.past;
    pen.fillRect(0, y, view.width, group.height);
    pen.fillStyle = colors.line;
    pen.fillRect(0, y + group.height - 1, view.width, 1);
    text.use(`600 11px ${colors.font}`);
    pen.fillStyle = colors.ink2;
    pen.fillText(group.text, 12, y + group.height / 2 + 0.5);
  }
  text.use(`500 12.5px ${colors.font}`);
  for (const box of view.layout.lanes) {
    const y = axisHeight + box.y - view.scroll;
    if (box.height === 0 || y + box.height < axisHeight || y > view.height) continue;
    pen.fillStyle = colors.surface;
    pen.fillRect(0, y, view.headWidth - 1, box.height - 1);
    pen.fillStyle = view.selected?.lane === box.lane ? colors.accent : colors.ink;
    const name = view.board.lanes[box.lane]?.name ?? "";
    pen.fillText(text.fit(name, view.headWidth - 20), 12, Math.min(Math.max(y, axisHeight - 3), y + box.height - 32) + 16.5);
  }
  pen.restore();
}

/** Two rows of time above, what the cursor points at, and what the zone is. */
export function drawAxis(pen: CanvasRenderingContext2D, text: TextFitter, view: View): void {
  const { colors, scale } = view;
  pen.fillStyle = colors.surface;
  pen.fillRect(0, 0, view.width, axisHeight);
  pen.fillStyle = colors.lineStrong;
  pen.fillRect(0, axisHeight - 1, view.width, 1);

  pen.save();
  pen.beginPath();
  pen.rect(view.headWidth, 0, view.width - view.headWidth, axisHeight);
  pen.clip();
  pen.textBaseline = "middle";
  const { fine, coarse } = axis(scale);
  text.use(`600 12px ${colors.font}`);
  pen.fillStyle = colors.ink;
  const nowX = scale.x(view.now);
  coarse.forEach((tick, at) => {
    const end = coarse[at + 1] ? scale.x(coarse[at + 1]!.time) : view.width;
    const width = text.width(tick.text);
    let x = Math.max(scale.x(tick.time), view.headWidth) + 6;
    // The flag of now goes first.
    if (x < nowX + 20 && x + width > nowX - 20) x = nowX + 22;
    if (x + width < end || at === coarse.length - 1) pen.fillText(tick.text, x, 13);
  });
  text.use(`11px ${colors.font}`);
  const middle = coarse.length > 0 ? 32 : 24;
  fine.forEach((tick, at) => {
    const x = scale.x(tick.time);
    pen.fillStyle = colors.line;
    pen.fillRect(Math.round(x), middle - 8, 1, 20);
    pen.fillStyle = colors.ink2;
    const from = Math.max(x, view.headWidth - 2) + 5;
    if (!fine[at + 1] || from + text.width(tick.text) < scale.x(fine[at + 1]!.time)) pen.fillText(tick.text, from, middle);
  });
  flag(pen, text, view, view.now, "now", colors.serious);
  pen.restore();

  if (view.cursor !== undefined && view.cursor > view.headWidth) {
    pen.fillStyle = colors.ink3;
    pen.fillRect(Math.round(view.cursor), axisHeight, 1, view.height - axisHeight);
    const words = `${instant(scale.time(view.cursor))}`;
    text.use(`550 11px ${colors.font}`);
    const width = text.width(words) + 12;
    const x = Math.min(Math.max(view.cursor - width / 2, view.headWidth + 1), view.width - width);
    pen.fillStyle = colors.ink;
    pen.fillRect(x, axisHeight - 21, width, 20);
    pen.fillStyle = colors.surface;
    pen.fillText(words, x + 6, axisHeight - 10.5);
  }
  text.use(`11px ${colors.font}`);
  pen.fillStyle = colors.ink3;
  pen.fillText("UTC", 12, 32);
}

function flag(pen: CanvasRenderingContext2D, text: TextFitter, view: View, time: number, words: string, color: string): void {
  const x = view.scale.x(time);
  if (x < view.headWidth || x > view.width) return;
  text.use(`600 11px ${view.colors.font}`);
  const width = text.width(words) + 8;
  pen.fillStyle = color;
  pen.beginPath();
  pen.roundRect(x - width / 2, 5, width, 16, 3);
  pen.fill();
  pen.fillStyle = view.colors.onBar;
  pen.fillText(words, x - width / 2 + 4, 13.5);
}
