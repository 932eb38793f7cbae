import assert from "node:assert/strict";
import { test } from "node:test";
import { TextFitter } from "../src/timeline/text.ts";

const sixPixelsALetter = { font: "", measureText: (text: string) => ({ width: text.length * 6 }) } as unknown as CanvasRenderingContext2D;
const text = new TextFitter(sixPixelsALetter);

test("a name that fits stays whole", () => assert.equal(text.fit("HALCYON-07", 60), "HALCYON-07"));

test("a cut name keeps what tells it from its neighbors", () => {
  assert.equal(text.fit("Tern capsule with dome 03", 120), "Tern capsule wit…03");
  assert.equal(text.fit("HALCYON-17", 56), "HALCY…-17");
});

test("a name without a short last word keeps its beginning", () => assert.equal(text.fit("Perseverance", 50), "Perseve…"));

test("what nobody would know it by is left out", () => assert.equal(text.fit("HALCYON-17", 20), ""));
