import "./htmx.ts";
import { Clock } from "./clock.ts";
import { startCopy } from "./copy.ts";
import { startLive } from "./live/live.ts";
import { Palette } from "./palette.ts";
import { startRows } from "./rows.ts";
import { startTheme } from "./theme.ts";
import { Timeline } from "./timeline/element.ts";

startTheme();
startCopy();
startRows();
startLive();
customElements.define("of-clock", Clock);
customElements.define("of-palette", Palette);
customElements.define("of-timeline", Timeline);
