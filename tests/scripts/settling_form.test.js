import assert from "node:assert/strict";
import { test } from "node:test";
import { writeForm } from "../../dinet/templates/page/scripts/settling_form.js";

test("a form keeps what it said, and no text of it ends a line", () => {
  const form = writeForm({
    document: "plan\u2028.md",
    remarks: ["Twee\nregels"],
    answers: { koppeling: "1", doelen: { "D9 Rust": ["D1"] }, koppen: { Kop: "doelen" } },
    choices: [
      { list: "inspanningen", key: 'I1 Een "hal": ja', ids: ["D1", "no"] },
      { list: "inspanningen", key: "I2 Les", ids: [] },
    ],
  });
  assert.equal(
    form,
    `# Twee regels
koppeling: 1
document: "plan\\u2028.md"
doelen:
  "D9 Rust": [D1]
koppen:
  "Kop": "doelen"
inspanningen:
  "I1 Een \\"hal\\": ja": [D1, "no"]
  "I2 Les": []
`,
  );
});
