import { announce } from "./announce.ts";

const oneYearSeconds = 365 * 24 * 3600;

/** The choice of theme is a form that the server answers; with script it is applied at once. Without a choice the system decides. */
export function startTheme(): void {
  document.addEventListener("click", event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('form[action="/theme"] button[name="theme"]') : null;
    if (!button) return;
    event.preventDefault();
    choose(button.value.toLowerCase());
    for (const other of button.form?.querySelectorAll('button[name="theme"]') ?? []) other.setAttribute("aria-pressed", String(other === button));
    announce(`Appearance: ${button.textContent ?? ""}.`);
  });
}

function choose(theme: string): void {
  document.cookie = `theme=${encodeURIComponent(theme)}; path=/; max-age=${oneYearSeconds}; samesite=lax`;
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}
