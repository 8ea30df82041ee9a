import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["output/", "build/", ".venv/"] },
  js.configs.recommended,
  {
    rules: {
      complexity: ["error", 10],
      eqeqeq: "error",
      "func-style": ["error", "declaration", { allowArrowFunctions: true }],
      "max-depth": ["error", 3],
      "max-len": ["error", { code: 100 }],
      "max-params": ["error", 5],
      "no-nested-ternary": "error",
      "no-shadow": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["dinet/templates/**/*.js"],
    languageOptions: { globals: { ...globals.browser, vis: "readonly" } },
  },
  {
    files: ["tests/scripts/*.js", "dinet/onefile/*.mjs"],
    languageOptions: { globals: globals.node },
  },
];
