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

/** Starts what takes longest first, so that a run does not end with one worker busy and the others waiting for it. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = minutesLong.findIndex((name) => moduleId.endsWith(`/${name}`))
      return at === -1 ? minutesLong.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}
