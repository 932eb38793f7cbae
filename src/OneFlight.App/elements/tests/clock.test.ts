import assert from "node:assert/strict";
import { test } from "node:test";
import { clockText } from "../src/clock.ts";

test("a clock reads as the server writes it, before, at and after liftoff", () => {
  assert.equal(clockText(7800), "T−2:10:00");
  assert.equal(clockText(0.4), "T−0:00:01");
  assert.equal(clockText(0), "T+0:00:00");
  assert.equal(clockText(-65), "T+0:01:05");
  assert.equal(clockText(-449_000), "T+5 d 4:43:20");
});
