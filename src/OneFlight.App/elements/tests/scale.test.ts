import assert from "node:assert/strict";
import { test } from "node:test";
import { axis, day, hour, instant, Scale, shift } from "../src/timeline/scale.ts";

const january = Date.UTC(2027, 0, 1);
const year = new Scale(january, Date.UTC(2028, 0, 1), 100, 1000);

test("a time goes to a pixel and back", () => {
  const time = Date.UTC(2027, 5, 12, 9, 14);
  assert.ok(Math.abs(year.time(year.x(time)) - time) < 1);
  assert.equal(year.x(january), 100);
});

test("zooming leaves the time under the hand where it is", () => {
  const time = year.time(640);
  assert.ok(Math.abs(year.zoomed(3.7, 640).x(time) - 640) < 1e-6);
});

test("nobody zooms out past the campaign or in past an hour", () => {
  const [from, to] = [january, Date.UTC(2028, 0, 1)];
  assert.ok(year.zoomed(1 / 1000, 600).within(from, to).span <= (to - from) * 1.06 + 1);
  assert.equal(year.zoomed(1e9, 600).within(from, to).span, hour);
});

test("nobody pans away from the campaign", () => {
  const month = new Scale(january, january + 30 * day, 100, 1000);
  const far = month.panned(1e7).within(january, Date.UTC(2028, 0, 1));
  assert.ok(far.from < Date.UTC(2028, 0, 1) && far.to > january);
});

test("ticks of a year are months below years", () => {
  const { fine, coarse } = axis(year);
  const months = fine.filter(t => t.time >= january).map(t => t.text);
  assert.deepEqual(months, ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]);
  assert.ok(coarse.some(t => t.text === "2027"));
});

test("months begin on the first, also across the end of a year", () => {
  const winter = new Scale(Date.UTC(2027, 10, 10), Date.UTC(2028, 2, 10), 0, 400);
  for (const tick of axis(winter).fine) assert.equal(new Date(tick.time).getUTCDate(), 1);
  assert.ok(axis(winter).fine.some(t => t.time === Date.UTC(2028, 0, 1)));
});

test("weeks begin on Monday", () => {
  const quarter = new Scale(Date.UTC(2027, 3, 1), Date.UTC(2027, 6, 1), 0, 1000);
  for (const tick of axis(quarter).fine) assert.equal(new Date(tick.time).getUTCDay(), 1);
});

test("the first tick lies at or before the left edge, so that its name stays in view", () => {
  for (const span of [hour, 6 * hour, day, 7 * day, 40 * day, 200 * day, 1800 * day]) {
    const scale = new Scale(january + 5 * hour + 12_345, january + 5 * hour + 12_345 + span, 0, 900);
    const { fine } = axis(scale);
    assert.ok(fine[0]!.time <= scale.from, `span of ${span / day} days`);
    assert.ok(fine.every((tick, at) => at === 0 || tick.time > fine[at - 1]!.time));
  }
});

test("times and shifts are written for people", () => {
  assert.equal(instant(Date.UTC(2027, 2, 12, 9, 14)), "Fri 12 Mar 2027 09:14");
  assert.equal(shift(9 * day), "+9 d");
  assert.equal(shift(-(day + 6 * hour)), "−1 d 6 h");
  assert.equal(shift(3 * hour), "+3 h");
});
