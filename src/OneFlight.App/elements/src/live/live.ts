import { announce } from "../announce.ts";
import { age, outdates, readChange, type LiveMessage } from "./message.ts";
import { listen } from "./stream.ts";

const quietBeforeTelling = 5_000;

/** Joins the browser's stream of changes: parts of the page refresh on "oneflight:revision", and an older page says so. */
export function startLive(): void {
  if (!document.body.hasAttribute("data-live") && !document.body.dataset.campaign) return;
  const page = new LivePage();
  keepWhatIsBeingWritten();
  const hear = (message: LiveMessage): void => page.hear(message);

  if (typeof SharedWorker === "undefined") {
    const stop = listen(hear);
    addEventListener("pagehide", stop);
    addEventListener("pageshow", event => { if (event.persisted) listen(hear); });
    return;
  }
  let port: MessagePort;
  const join = (): void => {
    // The bundle lives beside the worker, wherever the site is mounted.
    port = new SharedWorker(new URL("live-worker.js", import.meta.url), { type: "module", name: "oneflight-live" }).port;
    port.onmessage = event => hear(event.data as LiveMessage);
  };
  join();
  addEventListener("pagehide", () => port.postMessage("goodbye"));
  addEventListener("pageshow", event => { if (event.persisted) join(); });
}

/** A part that refreshes itself waits while somebody fills in a form in it; then a line says that there is news. */
function keepWhatIsBeingWritten(): void {
  document.body.addEventListener("htmx:beforeRequest", event => {
    const part = event.target;
    if (!(part instanceof HTMLElement) || !part.hasAttribute("data-refreshes") || !part.querySelector("details[open] form")) return;
    event.preventDefault();
    tellNews("What is shown here has changed meanwhile.");
  });
}

function tellNews(words: string): void {
  const bar = notice("of-changed");
  const link = document.createElement("a");
  link.href = location.href;
  link.textContent = "Show it";
  link.addEventListener("click", event => {
    event.preventDefault();
    location.reload();
  });
  bar.replaceChildren(`${words} `, link);
  announce(words);
}

class LivePage {
  readonly #loaded = Date.now();
  #wasLost = false;
  #since = this.#loaded;
  #timer: ReturnType<typeof setInterval> | undefined;

  hear(message: LiveMessage): void {
    switch (message.kind) {
      case "open": return this.#open();
      case "lost": return this.#lost(message.since);
      case "event": return this.#changed(message.name, message.data);
    }
  }

  #open(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    document.querySelector(".of-stale")?.remove();
    // What was missed meanwhile is not known, so every part asks again.
    if (this.#wasLost) tell("oneflight:revision", { kind: "reconnected" });
    this.#wasLost = false;
  }

  #lost(since: number): void {
    this.#wasLost = true;
    if (this.#timer !== undefined) return;
    this.#since = Math.max(since, this.#loaded);
    this.#timer = setInterval(() => this.#showAge(), quietBeforeTelling);
  }

  #showAge(): void {
    const first = document.querySelector(".of-stale") === null;
    const line = notice("of-stale");
    const at = new Date(this.#since).toISOString().slice(11, 16);
    line.textContent = `No connection. What you see is from ${at} UTC, ${age(Date.now() - this.#since)}. We keep trying.`;
    if (first) announce("The connection to OneFlight is lost. We keep trying.");
  }

  #changed(name: string, data: string): void {
    const change = readChange(data);
    tell("oneflight:revision", { kind: name, ...change });
    if (name !== "revision") tell(`oneflight:${name}`, change);
    const { campaign, revision } = document.body.dataset;
    const shown = revision === undefined || revision === "" ? undefined : Number(revision);
    if (!outdates(change, campaign, shown)) return;

    const words = `The plan has changed: revision ${change.revision}${change.by ? ` by ${change.by}` : ""}.`;
    tellNews(words);
  }
}

function tell(name: string, detail: object): void {
  document.body.dispatchEvent(new CustomEvent(name, { detail }));
}

/** The quiet line of a kind at the foot of the window. */
function notice(kind: string): HTMLElement {
  let stack = document.querySelector<HTMLElement>(".of-notices");
  if (!stack) {
    stack = document.createElement("aside");
    stack.className = "of-notices";
    stack.setAttribute("aria-label", "State of this page");
    document.body.append(stack);
  }
  let line = stack.querySelector<HTMLElement>(`.${kind}`);
  if (!line) {
    line = document.createElement("p");
    line.className = kind;
    stack.append(line);
  }
  return line;
}
