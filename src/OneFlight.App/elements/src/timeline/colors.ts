/** The page's tokens, read once per theme. */
export interface Colors {
  surface: string; past: string; line: string; lineStrong: string; ink: string; ink2: string; ink3: string;
  accent: string; accentSoft: string; standby: string; off: string; ghost: string; critical: string; caution: string; serious: string;
  focus: string; onBar: string; font: string; processing: string; pad: string; flown: string;
}

export function readColors(element: Element): Colors {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    surface: token("--surface"), past: token("--of-past"), line: token("--line"), lineStrong: token("--line-strong"),
    ink: token("--ink"), ink2: token("--ink-2"), ink3: token("--ink-3"), accent: token("--accent"), accentSoft: token("--accent-soft"),
    standby: token("--standby"), off: token("--off"), ghost: token("--ghost"), critical: token("--critical"),
    caution: token("--caution"), serious: token("--serious"), focus: token("--focus"), onBar: token("--of-on-bar"),
    processing: token("--of-processing"), pad: token("--of-pad"), flown: token("--of-flown"), font: style.fontFamily,
  };
}
