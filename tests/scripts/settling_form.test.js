import assert from "node:assert/strict";
import { test } from "node:test";
import { readVerdict, writeForm } from "../../dinet/templates/page/scripts/settling_form.js";

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

test("of a pair a form states one thing, and of others what it stated", () => {
  const answers = {
    zelfde: [
      ["S1", "S4"],
      ["I1", "I2", "I3"],
    ],
    "niet-zelfde": null,
  };
  const choices = [
    { list: "zelfde", key: "S1 S4", ids: ["niet-zelfde"] },
    { list: "zelfde", key: "S2 S3", ids: ["zelfde"] },
    { list: "zelfde", key: "S5 S6", ids: [] },
  ];
  const lines = writeForm({ document: "plan.md", remarks: [], answers, choices }).split("\n");
  assert.deepEqual(lines.slice(2, -1), [
    "zelfde: [[I1, I2, I3], [S2, S3]]",
    "niet-zelfde: [[S1, S4]]",
  ]);
  assert.deepEqual(readVerdict(answers, ["S4", "S1"]), ["zelfde"]);
  assert.deepEqual(readVerdict(answers, ["I1", "I2"]), []);
});
