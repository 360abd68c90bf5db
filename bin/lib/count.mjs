// Counts the tests in reports and writes lines such as "passed 12 - java". Failures are named.
//   node count.mjs junit|vitest|playwright WHAT REPORT...
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const [kind, what, ...reports] = process.argv.slice(2);
// "flaky" passed at the second attempt only: the gate stays open, and names it, so that it gets mended.
const tally = { passed: 0, failed: 0, skipped: 0, flaky: 0 };
const named = { failed: [], flaky: [] };

function note(outcome, name) {
  tally[outcome] += 1;
  named[outcome]?.push(name);
}

/** A test case in a Surefire report is empty when it passed, or holds what went wrong. */
function junit(text) {
  for (const [, attributes, empty, body] of text.matchAll(
    /<testcase\b([^>]*?)(?:(\/)>|>([\s\S]*?)<\/testcase>)/g,
  )) {
    const name = /\bname="([^"]*)"/.exec(attributes)?.[1];
    const owner = /\bclassname="([^"]*)"/.exec(attributes)?.[1]?.split(".").at(-1);
    const inside = empty ? "" : body;
    if (/<(failure|error)\b/.test(inside)) note("failed", `${owner}.${name}`);
    else if (/<skipped\b/.test(inside)) note("skipped", name);
    else if (/<flaky(Failure|Error)\b/.test(inside)) note("flaky", `${owner}.${name}`);
    else note("passed", name);
  }
}

function vitest(text) {
  for (const file of JSON.parse(text).testResults) {
    // A file that does not even load has no tests to show for it.
    if (file.status === "failed" && file.assertionResults.length === 0) note("failed", file.name);
    for (const test of file.assertionResults) {
      if (test.status === "passed") note("passed", test.fullName);
      else if (test.status === "failed") note("failed", test.fullName);
      else note("skipped", test.fullName);
    }
  }
}

function playwright(text) {
  const report = JSON.parse(text);
  for (const error of report.errors ?? []) note("failed", error.message?.split("\n")[0]);
  const visit = (suite) => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        const name = `${spec.title} (${test.projectName})`;
        if (test.status === "expected") note("passed", name);
        else if (test.status === "skipped") note("skipped", name);
        else note(test.status === "flaky" ? "flaky" : "failed", name);
      }
    }
    (suite.suites ?? []).forEach(visit);
  };
  report.suites.forEach(visit);
}

const readers = { junit, vitest, playwright };

function files(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name.startsWith("TEST-") && name.endsWith(".xml"))
    .map((name) => join(path, name));
}

for (const report of reports.flatMap(files)) readers[kind](readFileSync(report, "utf8"));

for (const [outcome, count] of Object.entries(tally)) {
  const names = count > 0 && named[outcome] ? `: ${named[outcome].join(", ")}` : "";
  console.log(`${outcome} ${count} - ${what}${names}`);
}
