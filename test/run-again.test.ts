import { expect, it } from 'vitest'
import { redFiles, withSecondLook } from './run-again.ts'

const file = (name: string, ...statuses: string[]) => ({
  name,
  status: statuses.includes('failed') || statuses.length === 0 ? 'failed' : 'passed',
  assertionResults: statuses.map((status) => ({ status })),
})
const first = {
  numFailedTests: 1,
  testResults: [
    file('/a.test.ts', 'passed', 'passed'),
    file('/b.test.ts', 'passed', 'failed', 'passed'),
    file('/c.test.ts'),
    file('/d.test.ts', 'pending', 'todo'),
  ],
}

it('red is a file with a failed test, and one that could not be run', () => {
  expect(redFiles(first)).toEqual(['/b.test.ts', '/c.test.ts'])
})

it('what passes alone counts as passed, what fails again or was not reached stays red', () => {
  const merged = withSecondLook(first, { testResults: [file('/b.test.ts', 'passed', 'passed', 'passed')] })
  expect(redFiles(merged)).toEqual(['/c.test.ts'])
  expect(merged).toMatchObject({
    numTotalTests: 7,
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 1,
    numFailedTestSuites: 1,
  })
  const again = withSecondLook(first, { testResults: [file('/b.test.ts', 'passed', 'failed', 'passed')] })
  expect(redFiles(again)).toEqual(['/b.test.ts', '/c.test.ts'])
  expect(again).toMatchObject({ numPassedTests: 4, numFailedTests: 1, numFailedTestSuites: 2 })
})
