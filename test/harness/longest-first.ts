import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

/** Files that take minutes, the longest first. One that is missing here costs time, nothing else. */
const minutesLong = [
  'test/e2e/crash.test.ts',
  'test/e2e/shared-data.test.ts',
  'test/e2e/web/pages.test.ts',
  'test/e2e/wrong-input.test.ts',
  'cases/cases.test.ts',
  'attack/attack.test.ts',
  'test/e2e/canaries.test.ts',
]

/** Of the run: behind it none of these begins, so that it does not end with one worker busy and the others waiting for it. */
const startedWithin = 0.7

/**
 * Starts what takes longest first, one after another among the others: each of these has processes of its own, and all of
 * them at once leave none of them enough to keep the times that they test.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const rank = ({ moduleId }: TestSpecification) =>
      minutesLong.findIndex((name) => moduleId.endsWith(`/${name}`))
    const long = sorted.filter((file) => rank(file) >= 0).toSorted((a, b) => rank(a) - rank(b))
    const others = sorted.filter((file) => rank(file) < 0)
    const apart = Math.floor((others.length * startedWithin) / Math.max(1, long.length))
    return [
      ...long.flatMap((file, at) => [file, ...others.slice(at * apart, (at + 1) * apart)]),
      ...others.slice(long.length * apart),
    ]
  }
}
