import type { LiveMessage } from "./message.ts";
import { listen } from "./stream.ts";

// One stream per browser: browsers allow six connections to a host, and a person opens more tabs than that.
const tabs = new Set<MessagePort>();
let last: LiveMessage | undefined;
let stop: (() => void) | undefined;

function broadcast(message: LiveMessage): void {
  if (message.kind !== "event") last = message;
  for (const tab of tabs) tab.postMessage(message);
}

addEventListener("connect", event => {
  const tab = (event as MessageEvent).ports[0];
  if (!tab) return;
  tabs.add(tab);
  tab.onmessage = sent => {
    if (sent.data !== "goodbye") return;
    tabs.delete(tab);
    if (tabs.size > 0) return;
    stop?.();
    stop = undefined;
    last = undefined;
  };
  tab.start();
  if (last) tab.postMessage(last);
  stop ??= listen(broadcast);
});
