import htmx from "htmx.org/dist/htmx.esm.js";

// The content security policy forbids inline script, inline style and evaluation; htmx must not try.
Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  // Pages may hold what only one person may see: nothing of them stays in the browser's storage.
  historyCacheSize: 0,
  refreshOnHistoryMiss: true,
  scrollBehavior: "instant",
  // A refusal (409 somebody was faster, 422 bad input) is an answer with words in it, so it is shown.
  responseHandling: [
    { code: "204", swap: false },
    { code: "[23]..", swap: true },
    { code: "4(00|09|22)", swap: true, error: false },
    { code: "[45]..", swap: false, error: true },
  ],
});

/** Lets htmx see markup that a script has put into the page. */
export function process(part: Element): void {
  htmx.process(part as HTMLElement);
}
