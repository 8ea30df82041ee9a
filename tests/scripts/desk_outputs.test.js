import assert from "node:assert/strict";
import { test } from "node:test";
import { carryParts } from "./carried_parts.js";

carryParts({ words: "{}" });
const { formsOfArchive } = await import("../../dinet/templates/onefile/scripts/outputs.js");

test("an archive holds what can be made here, and the audit in each form", () => {
  const output = { suffix: ".x", summary: "", usual: true };
  const outputs = [
    { ...output, form: "html", here: true },
    { ...output, form: "pdf", here: false },
    { ...output, form: "csv", here: true },
  ];
  assert.deepEqual(formsOfArchive(outputs), [
    ...["html", "csv", "audit-html", "audit-xlsx", "audit-md"],
  ]);
});
