/** The page's tokens as plain colors, read once per theme. */
export interface Colors {
  surface: string; past: string; line: string; lineStrong: string; ink: string; ink2: string; ink3: string;
  accent: string; accentSoft: string; standby: string; ghost: string; critical: string; serious: string;
  focus: string; onBar: string; processing: string; pad: string; flown: string; font: string;
}

/** A token may be written as light-dark(…), which a canvas does not resolve; the color of an element is resolved. */
export function readColors(element: Element): Colors {
  const probe = document.createElement("span");
  probe.hidden = true;
  element.append(probe);
  const token = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colors: Colors = {
    surface: token("surface"), past: token("of-past"), line: token("line"), lineStrong: token("line-strong"),
    ink: token("ink"), ink2: token("ink-2"), ink3: token("ink-3"), accent: token("accent"), accentSoft: token("accent-soft"),
    standby: token("standby"), ghost: token("ghost"), critical: token("critical"), serious: token("serious"), focus: token("focus"),
    onBar: token("on-bar"), processing: token("of-processing"), pad: token("of-pad"), flown: token("of-flown"),
    font: getComputedStyle(element).fontFamily,
  };
  probe.remove();
  return colors;
}
