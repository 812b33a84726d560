import js from "@eslint/js"
import globals from "globals"

const MARKUP = "Text goes in by textContent: a name from someone's data must never become markup."
const STYLE = "Styles live in docs/css: the site allows no inline style."

const forbidden = [
  { selector: "MemberExpression[property.name=/^(inner|outer)HTML$/]", message: MARKUP },
  { selector: "CallExpression[callee.property.name='insertAdjacentHTML']", message: MARKUP },
  { selector: "MemberExpression[property.name='style']", message: STYLE },
]

export default [
  { ignores: [".cache/", ".venv/", "site/", "docs/assets/", "docs/js/vendor/"] }, // made or installed, not written
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2022, sourceType: "module" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "max-lines-per-function": ["error", { max: 30, skipBlankLines: true, skipComments: true }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-restricted-syntax": ["error", ...forbidden],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  { files: ["tests/js/**/*.js", "tests/support/{answer,print,say}-*.js"], languageOptions: { globals: globals.node } },
  {
    files: ["docs/js/**/*.js", "scripts/**/*.js", "tests/support/{listen,notice}.js"],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ["overrides/service-worker.js"],
    languageOptions: { globals: globals.serviceworker, sourceType: "script" },
  },
]
