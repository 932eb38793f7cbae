import { announce } from "./announce.ts";

const typingPause = 120;

/** Ctrl/Cmd-K: finds things, pages and actions through /search, which answers with a list of links. */
export class Palette extends HTMLElement {
  #dialog: HTMLDialogElement | undefined;
  #input: HTMLInputElement | undefined;
  #results: HTMLElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #asking: Promise<void> = Promise.resolve();
  #active = -1;

  readonly #hotkey = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    this.open();
  };

  readonly #clicked = (event: MouseEvent): void => {
    if (!(event.target instanceof Element) || !event.target.closest("[data-opens-palette]")) return;
    event.preventDefault();
    this.open();
  };

  connectedCallback(): void {
    document.addEventListener("keydown", this.#hotkey);
    document.addEventListener("click", this.#clicked);
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.#hotkey);
    document.removeEventListener("click", this.#clicked);
    this.#dialog?.remove();
    this.#dialog = undefined;
  }

  open(): void {
    const dialog = this.#dialog ??= this.#build();
    if (dialog.open) return;
    dialog.showModal();
    this.#input?.select();
    this.#search();
  }

  #build(): HTMLDialogElement {
    const dialog = document.createElement("dialog");
    dialog.className = "of-palette";
    dialog.setAttribute("aria-label", "Find");
    const input = document.createElement("input");
    input.type = "text";
    input.placeholder = "Find a flight, a promise, a person, or type: slip HALCYON-07 9";
    input.autocomplete = "off";
    input.spellcheck = false;
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-label": "Find", "aria-expanded": "true", "aria-controls": "of-palette-results", "aria-autocomplete": "list",
    })) input.setAttribute(name, value);
    const results = document.createElement("div");
    results.className = "of-palette-results";
    const foot = document.createElement("p");
    foot.className = "of-palette-foot";
    foot.innerHTML = "<span><kbd>↑</kbd> <kbd>↓</kbd> choose</span><span><kbd>Enter</kbd> open</span><span><kbd>Esc</kbd> close</span>";
    dialog.append(input, results, foot);
    this.append(dialog);

    input.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#search(), typingPause);
    });
    input.addEventListener("keydown", event => this.#key(event));
    results.addEventListener("mousemove", event => {
      const over = event.target instanceof Element ? event.target.closest<HTMLElement>("[role=option]") : null;
      const at = over ? this.#options().indexOf(over) : -1;
      if (at >= 0 && at !== this.#active) this.#choose(at, false);
    });
    dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close(); });
    [this.#input, this.#results] = [input, results];
    return dialog;
  }

  #key(event: KeyboardEvent): void {
    const count = this.#options().length;
    switch (event.key) {
      case "ArrowDown": event.preventDefault(); return this.#choose(count ? (this.#active + 1) % count : -1, true);
      case "ArrowUp": event.preventDefault(); return this.#choose(count ? (this.#active - 1 + count) % count : -1, true);
      case "Enter": event.preventDefault(); return void this.#enter(event.ctrlKey || event.metaKey);
    }
  }

  async #enter(newTab: boolean): Promise<void> {
    // Enter straight after typing means what was typed, not what was listed before.
    if (this.#timer !== undefined) this.#search();
    let answer: Promise<void>;
    do await (answer = this.#asking); while (answer !== this.#asking);
    if (!this.#dialog?.open) return;
    const link = this.#options()[this.#active];
    if (!(link instanceof HTMLAnchorElement)) return;
    if (newTab) {
      open(link.href, "_blank", "noopener");
      return;
    }
    this.#dialog?.close();
    link.click();
  }

  #search(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#asking = this.#ask();
  }

  async #ask(): Promise<void> {
    const asked = ++this.#asked;
    const query = new URLSearchParams({ c: this.getAttribute("campaign") ?? document.body.dataset.campaign ?? "", q: this.#input?.value ?? "" });
    let html: string | undefined;
    try {
      const answer = await fetch(`${this.getAttribute("src") ?? "/search"}?${query}`, { headers: { "HX-Request": "true" } });
      if (answer.ok) html = await answer.text();
    } catch {
      // Told below: a palette that stays silent looks as if nothing were found.
    }
    if (asked !== this.#asked || !this.#results) return;
    if (html === undefined) {
      this.#results.replaceChildren(line("We could not search. Try again in a moment."));
      this.#choose(-1, false);
      return;
    }
    this.#results.innerHTML = html;
    this.#prepare();
  }

  /** Gives the server's list the roles and ids of a combobox's list. */
  #prepare(): void {
    const results = this.#results;
    if (!results) return;
    const list = results.querySelector<HTMLElement>("[role=listbox], ul");
    if (list) {
      list.id = "of-palette-results";
      list.setAttribute("role", "listbox");
      list.setAttribute("aria-label", "Found");
      for (const item of list.children) item.setAttribute("role", "presentation");
    }
    const options = [...results.querySelectorAll<HTMLAnchorElement>("a[href]")];
    options.forEach((option, at) => {
      option.id = `of-palette-${at}`;
      option.setAttribute("role", "option");
      option.tabIndex = -1;
    });
    if (options.length === 0 && !results.textContent?.trim()) results.replaceChildren(line("Nothing found."));
    announce(options.length === 1 ? "1 found." : `${options.length} found.`);
    this.#choose(options.length > 0 ? 0 : -1, false);
  }

  #options(): HTMLElement[] {
    return [...(this.#results?.querySelectorAll<HTMLElement>("[role=option]") ?? [])];
  }

  #choose(at: number, scroll: boolean): void {
    this.#active = at;
    this.#options().forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    const chosen = this.#options()[at];
    if (chosen) this.#input?.setAttribute("aria-activedescendant", chosen.id);
    else this.#input?.removeAttribute("aria-activedescendant");
    if (scroll) chosen?.scrollIntoView({ block: "nearest" });
  }
}

function line(text: string): HTMLElement {
  const paragraph = document.createElement("p");
  paragraph.textContent = text;
  return paragraph;
}
