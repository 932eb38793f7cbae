import { type LiveMessage, liveEvents } from "./message.ts";

const longestWait = 30_000;

/** Keeps one event stream to the server open and reports what comes; a stream the server closed for good is asked for again, ever more slowly. */
export function listen(report: (message: LiveMessage) => void): () => void {
  let source: EventSource;
  let wait = 1_000;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lostSince: number | undefined;

  const open = (): void => {
    source = new EventSource("/live");
    source.onopen = () => {
      wait = 1_000;
      lostSince = undefined;
      report({ kind: "open" });
    };
    source.onerror = () => {
      lostSince ??= Date.now();
      report({ kind: "lost", since: lostSince });
      if (source.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, wait);
      wait = Math.min(longestWait, wait * 2);
    };
    for (const name of liveEvents) {
      source.addEventListener(name, event => report({ kind: "event", name, data: String((event as MessageEvent).data) }));
    }
  };

  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
