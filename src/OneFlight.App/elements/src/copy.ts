import { announce } from "./announce.ts";

/** Buttons with data-copy-link copy the address in it, or that of the page when it is empty. */
export function startCopy(): void {
  document.addEventListener("click", async event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-copy-link]") : null;
    if (!button) return;
    event.preventDefault();
    const address = new URL(button.dataset.copyLink || location.href, location.href).href;
    try {
      await navigator.clipboard.writeText(address);
      say(button, "Link copied");
    } catch {
      // Without permission the reader can still take it by hand.
      say(button, "Copy it from the address line");
    }
  });
}

function say(button: HTMLElement, text: string): void {
  announce(`${text}.`);
  if (button.dataset.words) return;
  button.dataset.words = button.textContent ?? "";
  button.textContent = text;
  setTimeout(() => {
    button.textContent = button.dataset.words ?? "";
    delete button.dataset.words;
  }, 1800);
}
