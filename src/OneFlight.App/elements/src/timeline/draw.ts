import { type Activity, type Bar, isThin, type Part } from "./board.ts";
import { activityHeight, activityY, barHeight, barY, type LaneBox, nameWidth } from "./layout.ts";
import { drawAxis, drawGrid, drawHeads } from "./frame.ts";
import { drawMark } from "./marks.ts";
import { shift } from "./scale.ts";
import { TextFitter } from "./text.ts";
import { axisHeight, type View } from "./view.ts";

/** Paints the board on a canvas. Only what is in the window is touched, in the order of depth. */
export class Painter {
  readonly #text: TextFitter;

  constructor(private readonly pen: CanvasRenderingContext2D) {
    this.#text = new TextFitter(pen);
  }

  paint(view: View): void {
    const { pen } = this;
    pen.clearRect(0, 0, view.width, view.height);
    pen.fillStyle = view.colors.surface;
    pen.fillRect(0, 0, view.width, view.height);
    drawGrid(pen, view);

    pen.save();
    pen.beginPath();
    pen.rect(view.headWidth, axisHeight, view.width - view.headWidth, view.height - axisHeight);
    pen.clip();
    pen.translate(0, axisHeight - view.scroll);
    const boxes = view.layout.lanes.filter(box => box.y + box.height > view.scroll && box.y < view.scroll + view.height - axisHeight);
    for (const box of boxes) this.#lane(view, box);
    this.#dragged(view);
    pen.restore();

    drawHeads(pen, this.#text, view);
    drawAxis(pen, this.#text, view);
  }

  #lane(view: View, box: LaneBox): void {
    this.#ghosts(view, box);
    if (view.detail === 1) this.#density(view, box);
    if (view.detail === 2) this.#named(view, box);
    const seen = (bar: Bar): boolean => inWindow(view, bar.from, bar.to) || view.offset(bar) !== 0;
    for (const bar of box.bars) if (seen(bar)) this.#bar(view, box, bar);
    // Names come last: the turnaround of one flight runs below the name of the next.
    const following = new Map<number, Bar>();
    for (let at = box.bars.length - 1; at >= 0; at--) {
      const bar = box.bars[at]!;
      if (seen(bar)) this.#label(view, bar, following.get(bar.line), barY(box, bar.line));
      following.set(bar.line, bar);
    }
    for (const ghost of box.ghosts) {
      if (inWindow(view, ghost.from, ghost.to)) this.#moved(view, box, ghost.flight, ghost.label, ghost.heldFrom, ghost.heldTo, barY(box, ghost.line));
    }
  }

  #bar(view: View, box: LaneBox, bar: Bar): void {
    const { pen } = this;
    const { scale, colors } = view;
    const [y, offset] = [barY(box, bar.line), view.offset(bar)];
    const x = (time: number): number => scale.x(time + offset);
    for (const part of bar.parts) {
      if (!inWindow(view, part.from + offset, part.to + offset)) continue;
      this.#part(view, bar, part, x(part.from), x(part.to), y);
    }
    const [left, right] = [x(bar.heldFrom), Math.max(x(bar.heldTo), x(bar.heldFrom) + 3)];
    if (bar.state === "unplanned") outline(pen, left, y, right - left, colors.ink3, [2, 2], 1);
    if (bar.hard) outline(pen, left, y, right - left, colors.critical, [], 1.5);
    const emphasized = view.selected === bar || (view.hovered?.bar === bar && !view.hovered.activity);
    if (emphasized) outline(pen, left - 2, y - 2, right - left + 4, view.selected === bar ? colors.focus : colors.ink3, [], view.selected === bar ? 2 : 1, 4);
    if (bar.marks.length > 0) drawMark(pen, colors, bar.hard, Math.max(left, view.headWidth + 2) + 2, y + barHeight / 2);
  }

  #part(view: View, bar: Bar, part: Part, left: number, right: number, y: number): void {
    const { pen } = this;
    const { colors } = view;
    const start = Math.max(left, view.headWidth - 4);
    const width = Math.max(1, Math.min(right, view.width + 4) - start);
    if (isThin(part.kind)) {
      pen.fillStyle = part.kind === "turnaround" ? colors.pad : colors.processing;
      pen.fillRect(start, y + barHeight / 2 - 1.5, width, 3);
      return;
    }
    // On the way the bar is slim, so that liftoff, docking and landing can be told apart.
    const inset = part.kind === "transit" ? 5 : 0;
    pen.fillStyle = fill(view, bar, part);
    pen.fillRect(start, y + inset, width, barHeight - 2 * inset);
  }

  /** The name stands in the widest part that holds it, else behind the bar where there is room. */
  #label(view: View, bar: Bar, next: Bar | undefined, y: number): void {
    const { pen } = this;
    const { colors, scale } = view;
    const offset = view.offset(bar);
    const notBefore = bar.marks.length > 0 ? Math.max(scale.x(bar.heldFrom + offset), view.headWidth) + 18 : 0;
    this.#text.use(`550 12px ${colors.font}`);
    pen.textBaseline = "middle";
    let best: { part: Part; from: number; room: number } | undefined;
    for (const part of bar.parts) {
      if (isThin(part.kind) || part.kind === "pad" || part.kind === "transit") continue;
      const from = Math.max(scale.x(part.from + offset) + 6, view.headWidth + 6, notBefore);
      const room = Math.min(scale.x(part.to + offset), view.width) - 4 - from;
      if (!best || room > best.room * (best.part.kind === "processing" ? 1 : 1.6)) best = { part, from, room };
    }
    const full = this.#text.width(bar.name);
    const inside = best ? this.#text.fit(bar.name, best.room) : "";
    const free = next ? scale.x(next.heldFrom) - scale.x(bar.heldTo + offset) : view.width;
    // A whole name behind the bar says more than half a name in it.
    if (best && inside && (inside === bar.name || best.room > 60 || free < full + 12)) {
      const text = inside;
      pen.fillStyle = best.part.kind === "processing" || bar.state === "unplanned" ? colors.ink : colors.onBar;
      pen.fillText(text, best.from, y + barHeight / 2 + 0.5);
      return;
    }
    const behind = scale.x(bar.heldTo + offset) + 5;
    if (behind < view.headWidth || behind > view.width) return;
    const end = next ? scale.x(next.heldFrom) - 6 : view.width;
    const room = Math.min(end - behind, 160);
    const text = room >= full ? bar.name : room > 46 ? this.#text.fit(bar.name, room) : "";
    if (!text) return;
    pen.fillStyle = colors.surface;
    pen.globalAlpha = 0.75;
    pen.fillRect(behind - 2, y + 2, Math.min(full, room) + 4, barHeight - 4);
    pen.globalAlpha = 1;
    pen.fillStyle = colors.ink2;
    pen.fillText(text, behind, y + barHeight / 2 + 0.5);
  }

  /** A strip below the bars: the more happens at a time, the stronger it is. */
  #density(view: View, box: LaneBox): void {
    const { pen } = this;
    const [left, width] = [view.headWidth, Math.ceil(view.width - view.headWidth)];
    const steps = new Int16Array(width + 1);
    for (const bar of box.bars) {
      const offset = view.offset(bar);
      for (const activity of bar.activities) {
        const from = Math.floor(view.scale.x(activity.from + offset)) - left;
        const to = Math.max(from + 1, Math.ceil(view.scale.x(activity.to + offset)) - left);
        if (to <= 0 || from >= width) continue;
        steps[Math.max(0, from)]! += 1;
        steps[Math.min(width, to)]! -= 1;
      }
    }
    pen.fillStyle = view.colors.standby;
    const y = box.y + box.height - 6;
    for (let x = 0, count = 0, start = 0; x <= width; x++) {
      if (steps[x] === 0 && x < width) continue;
      if (count > 0) {
        pen.globalAlpha = count / (count + 6);
        pen.fillRect(left + start, y, x - start, 4);
      }
      count += steps[x]!;
      start = x;
    }
    pen.globalAlpha = 1;
  }

  #named(view: View, box: LaneBox): void {
    const { pen } = this;
    const { colors, scale } = view;
    this.#text.use(`11px ${colors.font}`);
    pen.textBaseline = "middle";
    for (const bar of box.bars) {
      const offset = view.offset(bar);
      for (const activity of bar.activities) {
        const left = scale.x(activity.from + offset);
        if (left > view.width) break;
        if (activity.row < 0) continue;
        const right = Math.max(scale.x(activity.to + offset), left + 4);
        if (right + 8 + nameWidth(activity.name) < view.headWidth) continue;
        const y = activityY(box, activity.row);
        if (y + activityHeight < view.scroll || y > view.scroll + view.height) continue;
        this.#activity(view, activity, Math.max(left, view.headWidth - 6), Math.min(right, view.width + 6), y);
      }
    }
  }

  #activity(view: View, activity: Activity, left: number, right: number, y: number): void {
    const { pen } = this;
    const { colors } = view;
    const begun = activity.status === 1;
    pen.fillStyle = activity.status === 2 ? colors.pad : begun ? colors.accentSoft : colors.processing;
    pen.fillRect(left, y + 1, right - left, activityHeight - 3);
    pen.fillStyle = activity.status === 2 ? colors.flown : begun ? colors.accent : colors.standby;
    pen.fillRect(left, y + 1, 2, activityHeight - 3);
    if (begun) outline(pen, left + 0.5, y + 1.5, right - left - 1, colors.accent, [], 1, 1, activityHeight - 4);
    const inside = Math.max(left + 6, view.headWidth + 6);
    const fits = Math.min(right, view.width) - inside >= this.#text.width(activity.name) + 2;
    const hovered = view.hovered?.activity === activity;
    pen.fillStyle = fits || hovered ? colors.ink : colors.ink2;
    pen.fillText(activity.name, fits ? inside : right + 4, y + activityHeight / 2);
  }

  #ghosts(view: View, box: LaneBox): void {
    const { pen } = this;
    for (const ghost of box.ghosts) {
      if (!inWindow(view, ghost.from, ghost.to)) continue;
      const y = barY(box, ghost.line);
      for (const part of ghost.parts) {
        if (isThin(part.kind)) continue;
        const left = Math.max(view.scale.x(part.from), view.headWidth - 4);
        outline(pen, left + 0.5, y + 0.5, Math.max(2, Math.min(view.scale.x(part.to), view.width + 4) - left) - 1, view.colors.ghost, [3, 2], 1, 3, barHeight - 1);
      }
    }
  }

  /** "+9 d" on the free end of the outline, on the side away from the bar. */
  #moved(view: View, box: LaneBox, flight: string, label: string, from: number, to: number, y: number): void {
    const { pen } = this;
    const bar = box.bars.find(b => b.flight === flight);
    this.#text.use(`600 11px ${view.colors.font}`);
    const width = this.#text.width(label);
    const later = !bar || bar.launch >= from;
    const x = later ? view.scale.x(from) - width - 5 : view.scale.x(to) + 5;
    if (x < view.headWidth || x > view.width) return;
    pen.fillStyle = view.colors.surface;
    pen.globalAlpha = 0.85;
    pen.fillRect(x - 2, y + 1, width + 4, barHeight - 2);
    pen.globalAlpha = 1;
    pen.textBaseline = "middle";
    pen.fillStyle = view.colors.ink;
    pen.fillText(label, x, y + barHeight / 2 + 0.5);
  }

  #dragged(view: View): void {
    if (!view.drag) return;
    const { bar, by } = view.drag;
    const box = view.layout.lanes[bar.lane];
    if (!box) return;
    const { pen } = this;
    const y = barY(box, bar.line);
    const left = view.scale.x(bar.heldFrom + by);
    const width = Math.max(6, view.scale.x(bar.heldTo + by) - left);
    pen.fillStyle = view.colors.accent;
    pen.globalAlpha = 0.25;
    pen.fillRect(left, y, width, barHeight);
    pen.globalAlpha = 1;
    outline(pen, left, y, width, view.colors.accent, [4, 3], 1.5);
    const label = shift(by);
    this.#text.use(`600 12px ${view.colors.font}`);
    const labelWidth = this.#text.width(label) + 12;
    const at = Math.min(Math.max(left, view.headWidth + 4), view.width - labelWidth - 4);
    pen.fillStyle = view.colors.ink;
    pen.fillRect(at, y - 4 - barHeight < view.scroll ? y + barHeight + 4 : y - barHeight - 4, labelWidth, barHeight);
    pen.fillStyle = view.colors.surface;
    pen.textBaseline = "middle";
    pen.fillText(label, at + 6, (y - 4 - barHeight < view.scroll ? y + barHeight + 4 : y - barHeight - 4) + barHeight / 2 + 0.5);
  }
}

function fill(view: View, bar: Bar, part: Part): string {
  const { colors } = view;
  if (bar.state === "unplanned") return colors.surface;
  if (part.kind === "processing") return colors.processing;
  if (part.kind === "pad") return colors.pad;
  return bar.state === "flown" ? colors.flown : colors.accent;
}

function outline(
  pen: CanvasRenderingContext2D, x: number, y: number, width: number, color: string, dash: number[], line: number, radius = 3, height = barHeight,
): void {
  pen.strokeStyle = color;
  pen.lineWidth = line;
  pen.setLineDash(dash);
  pen.beginPath();
  pen.roundRect(x, y, Math.max(width, 2), line === 2 || radius === 4 ? height + 4 : height, radius);
  pen.stroke();
  pen.setLineDash([]);
}

function inWindow(view: View, from: number, to: number): boolean {
  return to >= view.scale.from && from <= view.scale.to;
}
