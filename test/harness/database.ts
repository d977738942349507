import { inject } from 'vitest'
import { cloneDatabase, type TestDatabase } from './clone.ts'
import { throughPort } from './pooler.ts'

export type { TestDatabase } from './clone.ts'

/** A new database for this test file: a clone of the migrated template, or an empty one. */
export function testDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const port = inject('poolerPort')
  return cloneDatabase(inject('databaseUrl'), {
    ...options,
    through: port === null ? null : throughPort(port),
  })
}
