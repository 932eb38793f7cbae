import { announce } from "./announce.ts";

export type Theme = "dark" | "light";

const oneYearSeconds = 365 * 24 * 3600;

/** The theme on the page now. */
export function currentTheme(): Theme {
  return document.documentElement.dataset.theme === "dark" ? "dark" : "light";
}

function apply(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  for (const toggle of document.querySelectorAll("[data-theme-toggle]")) {
    toggle.setAttribute("aria-pressed", String(theme === "dark"));
  }
  document.dispatchEvent(new CustomEvent("oneflight:theme", { detail: theme }));
}

/** Follows the cookie that the server wrote into the page, else the system; a toggle writes the cookie. */
export function startTheme(): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = document.documentElement.dataset.theme;
  apply(chosen === "dark" || chosen === "light" ? chosen : system.matches ? "dark" : "light");

  document.addEventListener("click", event => {
    const toggle = event.target instanceof Element ? event.target.closest("[data-theme-toggle]") : null;
    if (!toggle) return;
    event.preventDefault();
    const next: Theme = currentTheme() === "dark" ? "light" : "dark";
    document.cookie = `theme=${next}; path=/; max-age=${oneYearSeconds}; samesite=lax`;
    apply(next);
    announce(next === "dark" ? "Dark theme." : "Light theme.");
  });
}
