/** A countdown that goes on by itself: the server says the liftoff and its own now, so a wrong clock here does no harm. */
export class Clock extends HTMLElement {
  #timer: ReturnType<typeof setInterval> | undefined;

  connectedCallback(): void {
    const liftoff = Date.parse(this.getAttribute("liftoff") ?? "");
    const now = Date.parse(this.getAttribute("now") ?? "");
    // Without a liftoff the clock stands: a hold, a scrub, or a study in which time does not pass.
    if (Number.isNaN(liftoff) || Number.isNaN(now)) return;
    const began = performance.now();
    this.#timer = setInterval(() => {
      this.textContent = clockText((liftoff - now - (performance.now() - began)) / 1000);
    }, 250);
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
  }
}

/** T−2:10:00 before, T+0:00:12 after; the same as the server writes. */
export function clockText(secondsLeft: number): string {
  const seconds = Math.ceil(secondsLeft);
  const rest = Math.abs(seconds);
  const pad = (part: number): string => String(part).padStart(2, "0");
  const time = (hours: number): string => `${hours}:${pad(Math.floor(rest / 60) % 60)}:${pad(rest % 60)}`;
  const sign = seconds > 0 ? "−" : "+";
  return rest >= 172_800 ? `T${sign}${Math.floor(rest / 86_400)} d ${time(Math.floor(rest / 3600) % 24)}` : `T${sign}${time(Math.floor(rest / 3600))}`;
}
