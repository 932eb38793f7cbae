export const hour = 3_600_000;
export const day = 24 * hour;

/** The stretch of time on the screen and how it maps to pixels. A value: zooming and panning give a new one. */
export class Scale {
  constructor(readonly from: number, readonly to: number, readonly left: number, readonly width: number) {}

  get span(): number { return this.to - this.from; }
  get pixelsPerDay(): number { return this.width / (this.span / day); }

  x(time: number): number { return this.left + (time - this.from) / this.span * this.width; }
  time(x: number): number { return this.from + (x - this.left) / this.width * this.span; }

  panned(pixels: number): Scale {
    const shift = pixels / this.width * this.span;
    return new Scale(this.from + shift, this.to + shift, this.left, this.width);
  }

  /** Factor above one shows more detail; the time under the anchor stays where it is. */
  zoomed(factor: number, anchorX: number): Scale {
    const anchor = this.time(anchorX);
    return new Scale(anchor - (anchor - this.from) / factor, anchor + (this.to - anchor) / factor, this.left, this.width);
  }

  /** Kept between one hour and the whole campaign, and near enough to it that nobody gets lost. */
  within(from: number, to: number): Scale {
    const whole = (to - from) * 1.06;
    const span = Math.min(Math.max(this.span, hour), Math.max(whole, hour));
    const middle = Math.min(Math.max((this.from + this.to) / 2, from - span * 0.03), to + span * 0.03);
    const start = span >= whole ? (from + to) / 2 - span / 2 : Math.min(Math.max(middle - span / 2, from - span * 0.5), to - span * 0.5);
    return new Scale(start, start + span, this.left, this.width);
  }
}

export interface Tick { time: number; text: string; strong: boolean }

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

// "room" is the least number of pixels between two ticks.
type Step = { days: number; room: number; every: (time: number) => number; text: (time: number) => string };

function steps(count: number, unit: number): (time: number) => number {
  return time => Math.floor(time / (count * unit)) * count * unit + count * unit;
}

function monthStep(count: number): (time: number) => number {
  return time => {
    const date = new Date(time);
    const next = Math.floor(date.getUTCMonth() / count) * count + count;
    return Date.UTC(date.getUTCFullYear(), next);
  };
}

const two = (value: number): string => String(value).padStart(2, "0");
const clock = (time: number): string => { const d = new Date(time); return `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`; };
const dayOfMonth = (time: number): string => { const d = new Date(time); return `${weekdays[d.getUTCDay()]} ${d.getUTCDate()}`; };
const date = (time: number): string => { const d = new Date(time); return `${d.getUTCDate()} ${months[d.getUTCMonth()]}`; };
const month = (time: number): string => months[new Date(time).getUTCMonth()] ?? "";
const year = (time: number): string => String(new Date(time).getUTCFullYear());

// Weeks begin on Monday; 1970-01-01 was a Thursday.
const weekStep = (time: number): number => Math.floor((time + 3 * day) / (7 * day)) * 7 * day + 7 * day - 3 * day;

const ladder: Step[] = [
  { days: 1 / 144, room: 48, every: steps(10, 60_000), text: clock },
  { days: 1 / 24, room: 44, every: steps(1, hour), text: clock },
  { days: 0.25, room: 44, every: steps(6, hour), text: clock },
  { days: 1, room: 52, every: steps(1, day), text: dayOfMonth },
  { days: 1, room: 22, every: steps(1, day), text: time => String(new Date(time).getUTCDate()) },
  { days: 7, room: 52, every: weekStep, text: date },
  { days: 30, room: 34, every: monthStep(1), text: month },
  { days: 91, room: 34, every: monthStep(3), text: time => `Q${Math.floor(new Date(time).getUTCMonth() / 3) + 1}` },
  { days: 365, room: 1, every: monthStep(12), text: year },
];

/** The two rows of the axis: fine ticks that leave room for their text, and the coarser ones above. */
export function axis(scale: Scale): { fine: Tick[]; coarse: Tick[] } {
  const fine = ladder.find(step => step.days * scale.pixelsPerDay >= step.room) ?? ladder.at(-1)!;
  const above = fine.days < 1 ? { every: steps(1, day), text: (t: number) => `${dayOfMonth(t)} ${month(t)} ${year(t)}` }
    : fine.days < 30 ? { every: monthStep(1), text: (t: number) => `${month(t)} ${year(t)}` }
    : { every: monthStep(12), text: year };
  return { fine: ticks(scale, fine, false), coarse: fine.days >= 365 ? [] : ticks(scale, above, true) };
}

function ticks(scale: Scale, step: Pick<Step, "every" | "text">, strong: boolean): Tick[] {
  const found: Tick[] = [];
  // The tick left of the edge is kept: its text stays in view while its stretch does.
  let time = step.every(scale.from);
  found.push({ time: previous(step, time, step.every(time) - time), text: "", strong });
  for (; time < scale.to && found.length < 400; time = step.every(time)) found.push({ time, text: "", strong });
  for (const tick of found) tick.text = step.text(tick.time);
  return found;
}

function previous(step: Pick<Step, "every" | "text">, next: number, length: number): number {
  // Months differ in length: go back far enough, then forward to the last tick before.
  let time = step.every(next - 2 * length - 1);
  for (let after = step.every(time); after < next; after = step.every(time)) time = after;
  return time;
}

/** "Fri 12 Mar 2027 09:14" */
export function instant(time: number): string {
  return `${dayOfMonth(time)} ${month(time)} ${year(time)} ${clock(time)}`;
}

/** "+9 d", "−1 d 6 h", "+3 h" */
export function shift(milliseconds: number): string {
  const sign = milliseconds < 0 ? "−" : "+";
  const hours = Math.round(Math.abs(milliseconds) / hour);
  const [days, rest] = [Math.floor(hours / 24), hours % 24];
  return sign + (days > 0 && rest > 0 ? `${days} d ${rest} h` : days > 0 ? `${days} d` : `${rest} h`);
}
