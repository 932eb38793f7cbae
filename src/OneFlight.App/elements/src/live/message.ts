/** What the one stream of a browser tells its tabs. */
export type LiveMessage =
  | { kind: "open" }
  | { kind: "lost"; since: number }
  | { kind: "event"; name: string; data: string };

/** The events of the stream that pages react to. */
export const liveEvents = ["revision", "task"] as const;

/** A change as the server tells it; what is not told stays undefined. */
export interface Change {
  campaign?: string;
  revision?: number;
  by?: string;
}

/** Reads the data of an event; an unreadable one is a change of which nothing is known. */
export function readChange(data: string): Change {
  let told: unknown;
  try {
    told = JSON.parse(data);
  } catch {
    return {};
  }
  if (typeof told !== "object" || told === null) return {};
  const fields = told as Record<string, unknown>;
  const change: Change = {};
  if (typeof fields.campaign === "string") change.campaign = fields.campaign;
  if (typeof fields.revision === "number") change.revision = fields.revision;
  if (typeof fields.by === "string") change.by = fields.by;
  return change;
}

/** True when the page shows an older revision of the campaign that changed. */
export function outdates(change: Change, campaign: string | undefined, shown: number | undefined): boolean {
  return change.campaign !== undefined && change.campaign === campaign
    && change.revision !== undefined && shown !== undefined && change.revision > shown;
}

/** How long ago, in words a person would use. */
export function age(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return "less than a minute ago";
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${Math.floor(hours / 24)} days ago`;
}
