import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const root = path.join(import.meta.dirname, '..')

/** One failure as the end of a run tells it: where it is, and the first lines of why. */
const failure = (name, why) => {
  const lines = stripVTControlCharacters(why).split('\n')
  return `${name}\n    ${lines.slice(0, 6).join('\n    ')}`
}

/** Counts Vitest's JSON report, and names what failed. */
export function readVitest({ testResults, ...report }) {
  const failures = []
  for (const { name, status, message, assertionResults } of testResults) {
    const file = path.relative(root, name)
    const failed = assertionResults.filter((test) => test.status === 'failed')
    for (const test of failed)
      failures.push(failure(`${file} › ${test.fullName}`, test.failureMessages.join('\n')))
    // A file that could not even be loaded has no failed test in it, and is one failure all the same.
    if (status === 'failed' && failed.length === 0) failures.push(failure(file, message))
  }
  return {
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
    again: [],
  }
}

/** Counts Playwright's JSON report, and names what failed and what needed another try. */
export function readPlaywright({ suites, errors, stats }) {
  const failures = errors.map((error) => failure('before the tests', error.message ?? ''))
  const again = []
  const visit = (suite) => {
    for (const spec of suite.specs ?? []) {
      for (const { status, results } of spec.tests) {
        const name = `${spec.file}:${spec.line} › ${spec.title}`
        const why = results.flatMap((result) => result.errors.map((error) => error.message ?? ''))
        if (status === 'unexpected') failures.push(failure(name, why.join('\n')))
        if (status === 'flaky') again.push(failure(name, why.join('\n')))
      }
    }
    for (const inner of suite.suites ?? []) visit(inner)
  }
  for (const suite of suites) visit(suite)
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    failures,
    again,
  }
}
