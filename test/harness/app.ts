import { testDatabase } from './database.ts'
import { openTestApp, type TestApp, type TestAppOptions } from './open-app.ts'

export { type StubClock, stubClock, type TestApp, type TestAppOptions } from './open-app.ts'
export { until } from './until.ts'

/** The whole program on a database of its own; no role runs unless asked for. */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  return openTestApp(await testDatabase(), options)
}
