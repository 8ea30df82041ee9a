import assert from "node:assert";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import {
  bytesOf,
  takePart,
  unpackPart,
} from "../../dinet/templates/onefile/scripts/packed_parts.js";

/**
 * As the builder does: how many bytes, and 16 bits in each sign, but 15 where these begin with 0000
 * or 1101.
 *
 * @param {Buffer} data
 */
function textOf(data) {
  const bits = [...data, 0, 0].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const groups = bits.match(/(0000|1101).{11}|.{16}/g) ?? [];
  const signs = groups.map((group) => {
    const moved = { "0000": 0x800, 1101: 0x6800 }[group.slice(0, 4)];
    return parseInt(group, 2) + (moved ?? 0);
  });
  return `${data.length} ${String.fromCharCode(...signs)}`;
}

/** @param {Record<string, Buffer>} parts */
function carryPacked(parts) {
  const carried = new Map(
    Object.entries(parts).map(([name, data]) => [`part-${name}`, textOf(data)]),
  );
  /** @param {string} id */
  function getElementById(id) {
    const text = carried.get(id);
    if (text === undefined) return null;
    return { textContent: text, remove: () => carried.delete(id) };
  }
  Object.assign(globalThis, { document: { getElementById } });
  return carried;
}

test("a part that was taken is no longer held by the page, and can be taken again", async () => {
  const carried = carryPacked({ example: gzipSync("a plan"), licences: gzipSync("MIT") });
  for (const name of ["example", "example"]) {
    const bytes = await unpackPart(name);
    assert.equal(new TextDecoder().decode(bytes), "a plan");
  }
  assert.deepEqual([...carried.keys()], ["part-licences"]);
  assert.equal(takePart("licences"), takePart("licences"));
  assert.equal(carried.size, 0);
});

test("the bytes of a text are those that the builder had", () => {
  for (const size of [0, 1, 14, 15, 16, 1000]) {
    const data = Buffer.from(Array.from({ length: size }, (_, number) => (number * 37) % 256));
    assert.deepEqual(Buffer.from(bytesOf(textOf(data))), data);
  }
});
