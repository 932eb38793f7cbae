import { announce } from "../announce.ts";
import { readAddress, slipAddress, writeAddress } from "./address.ts";
import { type Bar, type Board, type BoardJson, readBoard } from "./board.ts";
import { build, type Chrome, type Command, offerFlights } from "./chrome.ts";
import { type Colors, readColors } from "./colors.ts";
import { Painter } from "./draw.ts";
import { Gestures, type Hand } from "./gestures.ts";
import { barHeight, barY, detailAt, type Detail, type Frame, layout, type Layout } from "./layout.ts";
import { day, Scale } from "./scale.ts";
import { Slide } from "./slide.ts";
import { axisHeight, hit, type Hit, type View, visibleBars } from "./view.ts";
import { type Direction, next, nextConflict } from "./walk.ts";
import { fillTip, sentence } from "./words.ts";

const narrow = 560;

const directions: Record<string, Direction> = {
  ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down", Home: "first", End: "last",
};

/** The campaign board: <of-timeline src="/c/X/board.json?by=vehicle" in-address>, with a table inside for whoever has no script.
 * "in-address" keeps the stretch of time in the page's address; "fixed" shows only: no slip field, no dragging of bars. */
export class Timeline extends HTMLElement implements Hand {
  static readonly observedAttributes = ["src"];

  #chrome: Chrome | undefined;
  #painter: Painter | undefined;
  #gestures: Gestures | undefined;
  #board: Board | undefined;
  #plain: Layout | undefined;
  #named: { frame: Frame; layout: Layout } | undefined;
  #scale = new Scale(0, 1, 0, 1);
  #colors: Colors | undefined;
  #selected: Bar | undefined;
  #hovered: Hit | undefined;
  #cursor: number | undefined;
  #drag: View["drag"];
  #frame = 0;
  #settle: ReturnType<typeof setTimeout> | undefined;
  readonly #slide = new Slide();
  readonly #stop: (() => void)[] = [];

  connectedCallback(): void {
    const chrome = this.#chrome ??= build(this, command => this.#run(command));
    const pen = chrome.canvas.getContext("2d", { alpha: false });
    if (!pen) return;
    this.#painter = new Painter(pen);
    this.#gestures ??= new Gestures(chrome.canvas, this);
    const resized = new ResizeObserver(() => this.#resize());
    resized.observe(chrome.scroller);
    const repaint = (): void => { this.#colors = undefined; this.#paint(); };
    const themed = new MutationObserver(repaint);
    const system = matchMedia("(prefers-color-scheme: dark)");
    system.addEventListener("change", repaint);
    // Paper is light: the canvas is painted with the colors of paper before the page is printed.
    const paper = matchMedia("print");
    paper.addEventListener("change", repaint);
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    const changed = (): void => void this.#load();
    document.body.addEventListener("oneflight:revision", changed);
    const scrolled = (): void => { this.#tip(undefined); this.#redraw(); };
    chrome.scroller.addEventListener("scroll", scrolled, { passive: true });
    const key = (event: KeyboardEvent): void => this.#key(event);
    chrome.canvas.addEventListener("keydown", key);
    const submitted = (event: SubmitEvent): void => this.#submit(event);
    chrome.slip.addEventListener("submit", submitted);
    // The now line walks on while the board stays open.
    const clock = setInterval(() => this.#redraw(), 60_000);
    this.#stop.push(
      () => system.removeEventListener("change", repaint), () => paper.removeEventListener("change", repaint),
      () => resized.disconnect(), () => themed.disconnect(), () => clearInterval(clock), () => clearTimeout(this.#settle),
      () => document.body.removeEventListener("oneflight:revision", changed), () => chrome.scroller.removeEventListener("scroll", scrolled),
      () => chrome.canvas.removeEventListener("keydown", key), () => chrome.slip.removeEventListener("submit", submitted));
    void document.fonts?.ready.then(() => this.#redraw());
    void this.#load();
  }

  disconnectedCallback(): void {
    for (const stop of this.#stop.splice(0)) stop();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  attributeChangedCallback(_: string, before: string | null): void {
    if (before !== null && this.isConnected) void this.#load();
  }

  async #load(): Promise<void> {
    const { message } = this.#chrome!;
    try {
      const answer = await fetch(this.getAttribute("src") ?? "", { headers: { Accept: "application/json" }, cache: "no-cache" });
      if (!answer.ok) throw new Error(String(answer.status));
      this.#show(readBoard(await answer.json() as BoardJson));
      message.hidden = true;
    } catch {
      message.hidden = false;
      const again = document.createElement("button");
      again.type = "button";
      again.textContent = "Try again";
      again.addEventListener("click", () => void this.#load());
      message.replaceChildren(this.#board ? "We could not refresh the board; it may be old. " : "We could not load the board. ", again);
    }
  }

  #show(board: Board): void {
    const before = this.#board;
    const chosen = this.#selected?.flight;
    this.#board = board;
    this.#plain = this.#named = undefined;
    this.#hovered = undefined;
    this.#selected = board.bars.find(bar => bar.flight === chosen);
    const chrome = this.#chrome!;
    const conflicts = new Set(board.bars.filter(bar => bar.hard).map(bar => bar.flight)).size;
    chrome.conflicts.hidden = conflicts === 0;
    chrome.conflicts.textContent = conflicts === 1 ? "1 flight in conflict" : `${conflicts} flights in conflict`;
    if (!this.hasAttribute("fixed")) offerFlights(chrome.slip, board, this.#now);
    if (before) {
      this.#slide.begin(before, board);
    } else {
      this.#begin(board);
    }
    this.#redraw();
  }

  /** The first view: what the address says, else the flight it names, else the whole campaign. */
  #begin(board: Board): void {
    const asked = this.hasAttribute("in-address") ? readAddress(location.search) : { stretch: undefined, flight: undefined };
    this.#selected = board.bars.find(bar => bar.flight === asked.flight);
    const named = this.#selected && { from: this.#selected.heldFrom - 45 * day, to: this.#selected.heldTo + 45 * day };
    const start = asked.stretch ?? named;
    this.#scale = new Scale(start?.from ?? board.from, start?.to ?? board.to, 0, 1);
    this.#resize();
    if (!start) this.#scale = this.#scale.zoomed(0.97, this.#scale.left + this.#scale.width / 2);
    // On a telephone a whole year is too small to read: four months around now.
    if (!start && this.clientWidth < narrow && board.to - board.from > 120 * day) this.#center(this.#now + 30 * day, 120 * day);
    if (this.#selected) this.#reveal(this.#selected);
  }

  get #now(): number {
    return this.#board?.now ?? Date.now();
  }

  get #headWidth(): number {
    return this.clientWidth < narrow ? 96 : this.clientWidth < 1000 ? 168 : 196;
  }

  #resize(): void {
    const { scroller, canvas } = this.#chrome!;
    if (!this.#board || scroller.clientWidth === 0) return;
    this.#fitHeight();
    const [width, height, ratio] = [scroller.clientWidth, scroller.clientHeight, devicePixelRatio || 1];
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    const head = this.#headWidth;
    this.#scale = new Scale(this.#scale.from, this.#scale.to, head, Math.max(50, width - head));
    // At once, not in the next frame: a resized canvas is empty.
    this.#paint();
  }

  #fitHeight(): void {
    const { scroller, spacer } = this.#chrome!;
    const whole = `${axisHeight + this.#layout.height + 1}px`;
    spacer.style.height = whole;
    scroller.style.maxHeight = whole;
  }

  get #detail(): Detail {
    return detailAt(this.#scale.pixelsPerDay);
  }

  get #layout(): Layout {
    if (this.#detail < 2) return this.#plain ??= layout(this.#board!, undefined);
    const { from, to, span, pixelsPerDay } = this.#scale;
    const named = this.#named;
    const fits = named && from >= named.frame.from && to <= named.frame.to
      && pixelsPerDay < named.frame.pixelsPerDay * 1.5 && pixelsPerDay >= named.frame.pixelsPerDay * 0.999;
    if (fits) return named.layout;
    const frame: Frame = { from: from - span / 4, to: to + span / 4, pixelsPerDay };
    this.#named = { frame, layout: layout(this.#board!, frame) };
    return this.#named.layout;
  }

  #view(): View | undefined {
    const chrome = this.#chrome;
    const board = this.#board;
    if (!chrome || !board) return undefined;
    this.#colors ??= readColors(this);
    return {
      board, layout: this.#layout, detail: this.#detail, scale: this.#scale, scroll: chrome.scroller.scrollTop,
      width: chrome.scroller.clientWidth, height: chrome.scroller.clientHeight, headWidth: this.#headWidth, colors: this.#colors,
      now: this.#now, selected: this.#selected, hovered: this.#hovered, cursor: this.#cursor, drag: this.#drag,
      offset: bar => this.#slide.offset(board, bar),
    };
  }

  #redraw(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#paint();
      if (this.#slide.running) this.#redraw();
    });
  }

  #paint(): void {
    const view = this.#view();
    const pen = this.#chrome?.canvas.getContext("2d");
    if (!view || !pen) return;
    const ratio = devicePixelRatio || 1;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#painter?.paint(view);
  }

  /** After every change of the stretch of time: same lane under the eye, then, once the hand rests, address and table. */
  #rescale(scale: Scale, anchorY?: number): void {
    const board = this.#board;
    if (!board) return;
    const [before, top] = [this.#layout, this.#chrome!.scroller.scrollTop];
    this.#scale = scale.within(board.from, board.to);
    const after = this.#layout;
    if (after !== before) this.#keepLane(before, after, top, anchorY ?? this.#chrome!.scroller.clientHeight / 2);
    this.#redraw();
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => this.#settled(), 250);
  }

  #keepLane(before: Layout, after: Layout, top: number, anchorY: number): void {
    const { scroller } = this.#chrome!;
    this.#fitHeight();
    const y = top + anchorY - axisHeight;
    const lane = this.#selected?.lane ?? before.lanes.find(box => y < box.y + box.height)?.lane;
    const [from, to] = [before.lanes[lane ?? 0], after.lanes[lane ?? 0]];
    if (from && to) scroller.scrollTop = top + to.y - from.y;
    this.#resizeLater();
  }

  /** The height may have changed with the layout; the observer sees it, this covers the frame before. */
  #resizeLater(): void {
    const { scroller, canvas } = this.#chrome!;
    if (canvas.clientHeight !== scroller.clientHeight) this.#resize();
  }

  #settled(): void {
    const board = this.#board;
    if (!board) return;
    if (this.hasAttribute("in-address")) {
      history.replaceState(history.state, "", writeAddress(new URL(location.href), this.#scale.from, this.#scale.to, this.#selected?.flight));
    }
    const shown = new Set(visibleBars(board, this.#scale).map(bar => bar.flight));
    for (const row of this.querySelectorAll<HTMLElement>(".of-tl-list [data-flight]")) {
      row.hidden = !shown.has(row.dataset.flight ?? "");
    }
  }

  #run(command: Command): void {
    const { left, width } = this.#scale;
    const middle = left + width / 2;
    const board = this.#board;
    if (!board) return;
    switch (command) {
      case "earlier": return this.panBy(-width * 0.4, 0);
      case "later": return this.panBy(width * 0.4, 0);
      case "out": return this.zoomBy(1 / 1.6, middle);
      case "in": return this.zoomBy(1.6, middle);
      case "all": return this.#rescale(new Scale(board.from, board.to, left, width).zoomed(0.98, middle));
      case "now": return this.#center(this.#now, Math.min(this.#scale.span, 180 * day));
      case "conflict": return this.#pick(nextConflict(board, this.#selected));
      default: return this.#center(this.#selected?.launch ?? this.#scale.time(middle), Number(command.slice(5)) * day);
    }
  }

  #center(time: number, span: number): void {
    this.#rescale(new Scale(time - span / 2, time + span / 2, this.#scale.left, this.#scale.width));
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { left, width } = this.#scale;
    const middle = left + width / 2;
    const direction = directions[event.key];
    if (direction && event.shiftKey) this.panBy(direction === "left" ? -width / 6 : direction === "right" ? width / 6 : 0, direction === "up" ? -64 : direction === "down" ? 64 : 0);
    else if (direction) this.#pick(next(this.#board!, this.#selected, direction, this.#scale.time(middle)));
    else if (event.key === "+" || event.key === "=") this.zoomBy(1.4, this.#selected ? this.#scale.x(this.#selected.launch) : middle);
    else if (event.key === "-") this.zoomBy(1 / 1.4, this.#selected ? this.#scale.x(this.#selected.launch) : middle);
    else if (event.key === "Enter" && this.#selected) this.open({ bar: this.#selected, activity: undefined }, false);
    else if (event.key.toLowerCase() === "c") this.#run("conflict");
    else if (event.key.toLowerCase() === "n") this.#run("now");
    else if (event.key.toLowerCase() === "a") this.#run("all");
    else if (event.key === "Escape") this.#escape();
    else return;
    event.preventDefault();
  }

  #escape(): void {
    if (this.#gestures?.letGo()) return;
    this.#tip(undefined);
    this.#selected = undefined;
    this.#redraw();
  }

  #pick(bar: Bar | undefined): void {
    if (!bar || !this.#board) return;
    this.#selected = bar;
    this.#reveal(bar);
    const flights = this.#chrome!.slip.querySelector("select");
    if (flights) flights.value = bar.launch > this.#now ? bar.flight : "";
    announce(sentence(this.#board, bar));
    this.#rescale(this.#scale);
    const box = this.#layout.lanes[bar.lane];
    if (box) this.#tip({ bar, activity: undefined }, Math.max(this.#scale.x(bar.heldFrom), this.#scale.left), axisHeight + barY(box, bar.line) - this.#chrome!.scroller.scrollTop + barHeight + 4);
  }

  /** Brings a bar into view, in time and in height. */
  #reveal(bar: Bar): void {
    const scale = this.#scale;
    if (bar.launch < scale.from || bar.launch > scale.to || bar.heldTo < scale.from || bar.heldFrom > scale.to) {
      const middle = bar.heldTo - bar.heldFrom < scale.span * 0.8 ? (bar.heldFrom + bar.heldTo) / 2 : bar.launch;
      this.#center(middle, scale.span);
    }
    const { scroller } = this.#chrome!;
    const box = this.#layout.lanes[bar.lane];
    if (!box) return;
    const y = barY(box, bar.line);
    const room = scroller.clientHeight - axisHeight;
    if (y < scroller.scrollTop + 8 || y + barHeight > scroller.scrollTop + room - 8) scroller.scrollTop = y - room / 3;
  }

  #tip(found: Hit | undefined, x = 0, y = 0): void {
    const { tip, scroller } = this.#chrome!;
    tip.hidden = found === undefined;
    if (!found) return;
    fillTip(tip, found);
    const room = this.clientWidth - tip.offsetWidth - 8;
    const below = scroller.offsetTop + y + 14;
    const above = scroller.offsetTop + y - tip.offsetHeight - barHeight - 10;
    tip.style.left = `${Math.max(4, Math.min(x + 12, room))}px`;
    tip.style.top = `${below + tip.offsetHeight > innerHeight - this.getBoundingClientRect().top && above > 0 ? above : below}px`;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const [flight, days] = [String(form.get("flight") ?? ""), Math.trunc(Number(form.get("days")))];
    if (!flight || !days || !this.#board) return;
    location.assign(slipAddress(this.#board.impactUrl, flight, days));
  }

  // What the hand asks for.

  at(x: number, y: number): Hit | undefined {
    const view = this.#view();
    return view && hit(view, x, y);
  }

  mayDrag(bar: Bar): boolean {
    return !this.hasAttribute("fixed") && bar.launch > this.#now
      && this.#scale.x(bar.heldTo) - this.#scale.x(bar.heldFrom) >= 8;
  }

  panBy(pixelsX: number, pixelsY: number): void {
    if (pixelsY !== 0) this.#chrome!.scroller.scrollTop += pixelsY;
    if (pixelsX !== 0) this.#rescale(this.#scale.panned(pixelsX));
  }

  zoomBy(factor: number, x: number): void {
    this.#tip(undefined);
    this.#rescale(this.#scale.zoomed(factor, Math.max(x, this.#scale.left)));
  }

  point(x: number | undefined, y: number | undefined): void {
    this.#cursor = x;
    this.#hovered = x === undefined || y === undefined ? undefined : this.at(x, y);
    this.#tip(this.#hovered, x, y);
    this.#redraw();
  }

  open(found: Hit, newTab: boolean): void {
    const address = this.#board!.flightUrl + encodeURIComponent(found.bar.flight);
    if (newTab) window.open(address, "_blank", "noopener");
    else location.assign(address);
  }

  choose(found: Hit | undefined): void {
    if (found) this.#pick(found.bar);
    else this.#escape();
  }

  isChosen(found: Hit): boolean {
    return this.#selected === found.bar;
  }

  drag(bar: Bar, by: number | undefined): void {
    this.#drag = by === undefined ? undefined : { bar, by };
    this.#redraw();
  }

  drop(bar: Bar, by: number): void {
    location.assign(slipAddress(this.#board!.impactUrl, bar.flight, Math.round(by / day)));
  }

  pixelsPerDay(): number {
    return this.#scale.pixelsPerDay;
  }
}
