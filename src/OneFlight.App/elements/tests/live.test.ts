import assert from "node:assert/strict";
import { test } from "node:test";
import { age, outdates, readChange } from "../src/live/message.ts";

test("a change is read as far as it is told, and nonsense is a change of which nothing is known", () => {
  assert.deepEqual(readChange('{"campaign":"c","revision":4,"by":"R. Okafor"}'), { campaign: "c", revision: 4, by: "R. Okafor" });
  assert.deepEqual(readChange('{"campaign":7,"revision":"4"}'), {});
  for (const nonsense of ["", "null", "[", "3"]) assert.deepEqual(readChange(nonsense), {});
});

test("a page is outdated by a later revision of its own campaign only", () => {
  const change = { campaign: "c", revision: 4 };
  assert.equal(outdates(change, "c", 3), true);
  assert.equal(outdates(change, "c", 4), false);
  assert.equal(outdates(change, "d", 3), false);
  assert.equal(outdates(change, "c", undefined), false);
  assert.equal(outdates({ campaign: "c" }, "c", 3), false);
});

test("the age of data is said in words", () => {
  assert.equal(age(20_000), "less than a minute ago");
  assert.equal(age(3 * 60_000), "3 min ago");
  assert.equal(age(5 * 3_600_000), "5 h ago");
  assert.equal(age(3 * 24 * 3_600_000), "3 days ago");
});
