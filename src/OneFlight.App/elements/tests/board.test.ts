import assert from "node:assert/strict";
import { test } from "node:test";
import { readAddress, slipAddress, writeAddress } from "../src/timeline/address.ts";
import { type BoardJson, readBoard } from "../src/timeline/board.ts";
import { laneAt, layout } from "../src/timeline/layout.ts";
import { pack } from "../src/timeline/pack.ts";
import { day, Scale } from "../src/timeline/scale.ts";
import { visibleBars } from "../src/timeline/view.ts";
import { next, nextConflict } from "../src/timeline/walk.ts";
import { sentence } from "../src/timeline/words.ts";

const minutes = (date: string): number => Date.parse(date) / 60_000;

function aBar(flight: string, lane: number, from: string, to: string, hard = false): BoardJson["bars"][number] {
  return {
    lane, flight, name: flight, about: "cargo", state: "planned", launch: minutes(from),
    parts: [["flight", minutes(from), minutes(to)], ["turnaround", minutes(to), minutes(to) + 14_400]],
    marks: hard ? [{ hard: true, rule: "port-double", text: "held twice" }] : [], activities: [0, -60, 30, 1, 1, -2880, 600, 2],
  };
}

const json: BoardJson = {
  campaign: "c", revision: 3, by: "vehicle", now: minutes("2027-02-01"), span: [minutes("2027-01-01"), minutes("2027-12-31")],
  flightUrl: "/c/c/flights/", impactUrl: "/c/c/impact", names: ["Poll", "Rollout"],
  lanes: [{ id: "v:1", name: "Capsule 1", group: "Crew" }, { id: "v:2", name: "Capsule 2", group: "Crew" }, { id: "v:3", name: "Ship 1", group: "Cargo" }],
  bars: [
    aBar("A", 0, "2027-03-01", "2027-03-11"), aBar("B", 0, "2027-03-08", "2027-03-18", true), aBar("C", 0, "2027-06-01", "2027-06-11"),
    aBar("D", 2, "2027-05-25", "2027-06-05", true),
  ],
  ghosts: [],
};

test("packed numbers become times and names", () => {
  const bar = readBoard(json).bars[0]!;
  assert.equal(bar.heldFrom, Date.parse("2027-03-01"));
  assert.equal(bar.heldTo, Date.parse("2027-03-11"));
  assert.ok(bar.to > bar.heldTo, "the turnaround is a thin line behind what is held");
  assert.deepEqual(bar.activities.map(a => a.name), ["Rollout", "Poll"]);
  assert.equal(bar.activities[1]!.from, Date.parse("2027-02-28T23:00Z"));
  assert.equal(bar.activities[0]!.status, 2);
});

test("bars that overlap stand below each other, others share a line", () => {
  const board = readBoard(json);
  const { lanes } = layout(board, undefined);
  assert.deepEqual(board.bars.slice(0, 3).map(b => b.line), [0, 1, 0]);
  assert.ok(lanes[0]!.height > lanes[1]!.height);
});

test("lanes follow each other without gaps but for the headings of groups", () => {
  const result = layout(readBoard(json), undefined);
  assert.equal(result.groups.length, 2);
  assert.equal(result.lanes[1]!.y, result.lanes[0]!.y + result.lanes[0]!.height);
  assert.equal(laneAt(result.lanes, result.lanes[2]!.y + 1)?.lane, 2);
  assert.equal(laneAt(result.lanes, result.groups[0]!.y + 1), undefined);
  assert.equal(laneAt(result.lanes, result.height + 5), undefined);
});

test("activities in the window get rows, the others none", () => {
  const board = readBoard(json);
  const frame = { from: Date.parse("2027-02-20"), to: Date.parse("2027-03-02"), pixelsPerDay: 100 };
  const { lanes } = layout(board, frame);
  assert.ok(board.bars[0]!.activities.every(a => a.row >= 0));
  assert.ok(board.bars[2]!.activities.every(a => a.row === -1));
  assert.ok(lanes[0]!.rows > 0);
  assert.equal(lanes[2]!.rows, 0);
});

test("packing never lets two of a row overlap", () => {
  let seed = 7;
  const random = (): number => (seed = seed * 16807 % 2147483647) / 2147483647;
  const items = Array.from({ length: 400 }, () => ({ from: random() * 1000, length: random() * 40, row: -1 }));
  const rows = pack(items, i => i.from, i => i.from + i.length, (i, row) => { i.row = row; });
  for (let row = 0; row < rows; row++) {
    const inRow = items.filter(i => i.row === row).sort((a, b) => a.from - b.from);
    assert.ok(inRow.length > 0);
    assert.ok(inRow.every((item, at) => at === 0 || inRow[at - 1]!.from + inRow[at - 1]!.length <= item.from));
  }
});

test("arrows go through time in a lane and to the nearest bar of the next lane that has one", () => {
  const board = readBoard(json);
  const [a, b, c, d] = board.bars;
  assert.equal(next(board, undefined, "right", Date.parse("2027-03-05")), a);
  assert.equal(next(board, a, "right", 0), b);
  assert.equal(next(board, a, "left", 0), undefined);
  assert.equal(next(board, c, "down", 0), d);
  assert.equal(next(board, d, "up", 0), c);
  assert.equal(next(board, d, "first", 0), a);
});

test("conflicts are visited in time and begin anew", () => {
  const board = readBoard(json);
  const first = nextConflict(board, undefined);
  assert.equal(first?.flight, "B");
  assert.equal(nextConflict(board, first)?.flight, "D");
  assert.equal(nextConflict(board, nextConflict(board, first))?.flight, "B");
});

test("only what is in the window is listed", () => {
  const board = readBoard(json);
  const scale = new Scale(Date.parse("2027-05-20"), Date.parse("2027-05-20") + 10 * day, 0, 500);
  assert.deepEqual(visibleBars(board, scale).map(b => b.flight), ["D"]);
});

test("a bar is said in one sentence with its conflict", () => {
  const board = readBoard(json);
  assert.equal(sentence(board, board.bars[1]!),
    "B, Capsule 1, planned, liftoff Mon 8 Mar 2027 00:00 UTC, until Thu 18 Mar 2027 00:00 UTC, 1 conflict: held twice.");
});

test("the stretch of time goes into the address and comes back, and nonsense is passed over", () => {
  const written = writeAddress(new URL("http://x/c/c/board?by=pad"), Date.UTC(2027, 0, 5, 6, 30), Date.UTC(2027, 1, 1), "A");
  assert.equal(written.search, "?by=pad&from=2027-01-05T06%3A30Z&to=2027-02-01T00%3A00Z&flight=A");
  assert.deepEqual(readAddress(written.search), { stretch: { from: Date.UTC(2027, 0, 5, 6, 30), to: Date.UTC(2027, 1, 1) }, flight: "A" });
  for (const wrong of ["", "?from=x&to=y", "?from=2027-02-01&to=2027-01-01", "?from=2027-01-01"]) assert.equal(readAddress(wrong).stretch, undefined);
  assert.equal(readAddress("?flight=B").flight, "B");
});

test("a slip is an address of the impact room, and says its sign", () => {
  assert.equal(slipAddress("/c/c/impact", "HALCYON-07", 9), "/c/c/impact?slip=HALCYON-07%3D%2B9d");
  assert.equal(slipAddress("/c/c/impact", "A&B", -2), "/c/c/impact?slip=A%26B%3D-2d");
});
