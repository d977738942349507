import type { TestProject } from 'vitest/node'
import { startDatabaseServer } from './database-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A server with the migrated template database `template`. */
    databaseUrl: string
  }
}

/** One embedded PostgreSQL for the whole run, with a migrated template that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startDatabaseServer()
  project.provide('databaseUrl', server.url)
  return async () => server[Symbol.asyncDispose]()
}
