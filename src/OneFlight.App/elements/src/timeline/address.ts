/** The stretch of time in the page's address, so that what one sees can be sent to somebody. */
export function readAddress(search: string): { stretch: { from: number; to: number } | undefined; flight: string | undefined } {
  const query = new URLSearchParams(search);
  const [from, to] = [parse(query.get("from")), parse(query.get("to"))];
  return {
    stretch: from !== undefined && to !== undefined && to > from ? { from, to } : undefined,
    flight: query.get("flight") ?? undefined,
  };
}

export function writeAddress(address: URL, from: number, to: number, flight: string | undefined): URL {
  const result = new URL(address);
  result.searchParams.set("from", format(from));
  result.searchParams.set("to", format(to));
  if (flight === undefined) result.searchParams.delete("flight");
  else result.searchParams.set("flight", flight);
  return result;
}

function parse(text: string | null): number | undefined {
  if (!text || !/^\d{4}-\d\d-\d\d(T\d\d:\d\dZ)?$/.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

function format(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16)}Z`;
}

/** The impact room with a flight's slip in whole days: "?slip=HALCYON-07=+9d". */
export function slipAddress(impactUrl: string, flight: string, days: number): string {
  const query = new URLSearchParams({ slip: `${flight}=${days < 0 ? "-" : "+"}${Math.abs(days)}d` });
  return `${impactUrl}${impactUrl.includes("?") ? "&" : "?"}${query}`;
}
