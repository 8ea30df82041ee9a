import assert from "node:assert";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import { takePart, unpackPart } from "../../dinet/templates/onefile/scripts/packed_parts.js";

/** @param {Record<string, Buffer>} parts */
function carryPacked(parts) {
  const carried = new Map(
    Object.entries(parts).map(([name, data]) => [`part-${name}`, data.toString("base64")]),
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
