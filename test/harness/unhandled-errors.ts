import { writeFileSync } from 'node:fs'
import type { Reporter, TestRunEndReason } from 'vitest/node'

/** Notes errors outside of all tests, which no report by file knows of, in the file that `UNHANDLED_ERRORS` names. */
export default class UnhandledErrors implements Reporter {
  onTestRunEnd(
    _modules: readonly unknown[],
    errors: readonly { message?: string }[],
    _reason: TestRunEndReason,
  ): void {
    const path = process.env.UNHANDLED_ERRORS
    if (errors.length > 0 && path) writeFileSync(path, errors.map(({ message }) => `${message}\n`).join(''))
  }
}
