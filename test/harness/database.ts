import { inject } from 'vitest'
import { cloneDatabase, type TestDatabase } from './clone.ts'

export type { TestDatabase } from './clone.ts'

/** A new database for this test file: a clone of the migrated template, or an empty one. */
export function testDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  return cloneDatabase(inject('databaseUrl'), options)
}
