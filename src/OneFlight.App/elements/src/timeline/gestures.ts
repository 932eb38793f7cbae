import type { Bar } from "./board.ts";
import { day } from "./scale.ts";
import type { Hit } from "./view.ts";

/** What the hand can ask of the board. */
export interface Hand {
  at(x: number, y: number): Hit | undefined;
  mayDrag(bar: Bar): boolean;
  panBy(pixelsX: number, pixelsY: number): void;
  zoomBy(factor: number, x: number): void;
  point(x: number | undefined, y: number | undefined): void;
  open(hit: Hit, newTab: boolean): void;
  choose(hit: Hit | undefined): void;
  isChosen(hit: Hit): boolean;
  /** While a bar is dragged: how far in time, in whole days; undefined when let go without moving. */
  drag(bar: Bar, by: number | undefined): void;
  drop(bar: Bar, by: number): void;
  pixelsPerDay(): number;
}

const slack = 5;

type Press = { x: number; y: number; lastX: number; lastY: number; hit: Hit | undefined; moved: boolean; bar: Bar | undefined; touch: boolean };

/** Mouse, pen and touch on the canvas. Touch never drags a bar: a finger pans, two fingers zoom, a second tap opens. */
export class Gestures {
  readonly #fingers = new Map<number, { x: number; y: number }>();
  #press: Press | undefined;

  constructor(private readonly canvas: HTMLCanvasElement, private readonly hand: Hand) {
    canvas.addEventListener("pointerdown", event => this.#down(event));
    canvas.addEventListener("pointermove", event => this.#move(event));
    canvas.addEventListener("pointerup", event => this.#up(event));
    canvas.addEventListener("pointercancel", event => this.#cancel(event));
    canvas.addEventListener("pointerleave", () => { if (!this.#press) hand.point(undefined, undefined); });
    canvas.addEventListener("wheel", event => this.#wheel(event), { passive: false });
  }

  /** Escape lets a dragged bar go. */
  letGo(): boolean {
    const bar = this.#press?.bar;
    if (!bar || !this.#press?.moved) return false;
    this.hand.drag(bar, undefined);
    this.#press = undefined;
    return true;
  }

  #down(event: PointerEvent): void {
    if (event.button > 1) return;
    const { offsetX: x, offsetY: y } = event;
    this.canvas.setPointerCapture(event.pointerId);
    const touch = event.pointerType === "touch";
    if (touch) this.#fingers.set(event.pointerId, { x, y });
    if (this.#fingers.size > 1) {
      this.#press = undefined;
      return;
    }
    const hit = this.hand.at(x, y);
    const bar = hit && !hit.activity && !touch && event.button === 0 && this.hand.mayDrag(hit.bar) ? hit.bar : undefined;
    this.#press = { x, y, lastX: x, lastY: y, hit, moved: false, bar, touch };
  }

  #move(event: PointerEvent): void {
    const { offsetX: x, offsetY: y } = event;
    if (this.#fingers.size > 1) return this.#pinch(event.pointerId, x, y);
    if (this.#fingers.has(event.pointerId)) this.#fingers.set(event.pointerId, { x, y });
    const press = this.#press;
    if (!press) {
      this.hand.point(x, y);
      this.canvas.style.cursor = this.hand.at(x, y) ? "pointer" : "grab";
      return;
    }
    if (!press.moved && Math.hypot(x - press.x, y - press.y) < slack) return;
    press.moved = true;
    if (press.bar) {
      this.hand.point(x, undefined);
      this.hand.drag(press.bar, Math.round((x - press.x) / this.hand.pixelsPerDay()) * day);
    } else {
      this.hand.point(undefined, undefined);
      this.canvas.style.cursor = "grabbing";
      // A finger scrolls up and down by itself.
      this.hand.panBy(press.lastX - x, press.touch ? 0 : press.lastY - y);
    }
    [press.lastX, press.lastY] = [x, y];
  }

  #up(event: PointerEvent): void {
    this.#fingers.delete(event.pointerId);
    const press = this.#press;
    this.#press = undefined;
    this.canvas.style.cursor = "";
    if (!press) return;
    if (press.moved && press.bar) {
      const by = Math.round((event.offsetX - press.x) / this.hand.pixelsPerDay()) * day;
      this.hand.drag(press.bar, undefined);
      if (by !== 0) this.hand.drop(press.bar, by);
      return;
    }
    if (press.moved) return;
    if (!press.hit) return this.hand.choose(undefined);
    if (press.touch && !this.hand.isChosen(press.hit)) return this.hand.choose(press.hit);
    this.hand.open(press.hit, event.ctrlKey || event.metaKey || event.button === 1);
  }

  #cancel(event: PointerEvent): void {
    this.#fingers.delete(event.pointerId);
    this.letGo();
    this.#press = undefined;
  }

  #pinch(id: number, x: number, y: number): void {
    const before = [...this.#fingers.values()];
    this.#fingers.set(id, { x, y });
    const after = [...this.#fingers.values()];
    const [spread, newSpread] = [distance(before), distance(after)];
    if (spread > 10 && newSpread > 10) this.hand.zoomBy(newSpread / spread, middle(after));
    this.hand.panBy(middle(before) - middle(after), 0);
  }

  #wheel(event: WheelEvent): void {
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.hand.zoomBy(Math.exp(-event.deltaY * unit * 0.0035), event.offsetX);
      return;
    }
    const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
    if (sideways === 0 || Math.abs(sideways) < Math.abs(event.deltaY) && !event.shiftKey) return;
    event.preventDefault();
    this.hand.panBy(sideways * unit, 0);
  }
}

type Point = { x: number; y: number };
const distance = ([a, b]: Point[]): number => a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
const middle = ([a, b]: Point[]): number => a && b ? (a.x + b.x) / 2 : 0;
