import { createReadStream } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { loadAllAdapters } from '../../server/app/adapters.ts'
import { type App, createApp } from '../../server/app/app.ts'
import { loadConfig, processEnvironment } from '../../server/app/config.ts'
import { type ImportDeps, openImport, runImport } from '../../server/imports/run.ts'

/**
 * The program that the crash test kills: a worker and scheduler. It loads, and starts at its first line of input (then
 * it says `started`); each further line is a file to import (then it says `imported`). All the while it delivers.
 */
const [pageRows = '', breathMs = ''] = process.argv.slice(2)
const adapters = await loadAllAdapters()

const lines = createInterface({ input: process.stdin })
// Whose test ended, however it did, ends too.
lines.once('close', () => process.exit(1))
let app: App | undefined
for await (const line of lines) {
  if (app === undefined) {
    app = await startApp()
    process.stdout.write('started\n')
    // Those after it start quicker; by itself this is written only at an orderly end.
    flushCompileCache()
  } else {
    await importFile(app, line)
    process.stdout.write('imported\n')
  }
}

async function startApp(): Promise<App> {
  const adapterOptions = [...adapters.marketplaces.values(), ...adapters.channels.values()].flatMap(
    ({ options }) => options,
  )
  const app = await createApp(loadConfig({ ...processEnvironment(), adapterOptions }), adapters)
  await app.start(['worker', 'scheduler'])
  return app
}

async function importFile(app: App, file: string): Promise<void> {
  const { format, stream } = await openImport(file, createReadStream(file))
  const summary = await runImport(
    {
      ...app.imports,
      readAhead: inSmallPages(app.imports.readAhead, Number(pageRows), Number(breathMs)),
    },
    {
      stream,
      format,
      ownerId: null,
      defaults: {},
      onReject: ({ problems }) => {
        throw new Error(`the file of the test has a bad row: ${problems.join('; ')}`)
      },
    },
  )
  if (summary.incomplete !== null) throw new Error(summary.incomplete)
}

/** Many short transactions, with a breath after each that wrote something: more moments to die in. */
function inSmallPages(
  readAhead: ImportDeps['readAhead'],
  rows: number,
  breathMs: number,
): ImportDeps['readAhead'] {
  return async (page) => async () => {
    const sum: Awaited<ReturnType<Awaited<ReturnType<ImportDeps['readAhead']>>>> = {
      added: 0,
      changed: 0,
      unchanged: 0,
      matches: 0,
      waiting: 0,
      rejected: [],
    }
    for (let at = 0; at < page.sightings.length; at += rows) {
      const write = await readAhead({ ...page, sightings: page.sightings.slice(at, at + rows) })
      const part = await write()
      sum.added += part.added
      sum.changed += part.changed
      sum.unchanged += part.unchanged
      sum.matches += part.matches
      sum.rejected.push(...part.rejected.map((row) => ({ ...row, index: row.index + at })))
      if (part.added + part.changed > 0) await sleep(breathMs)
    }
    return sum
  }
}
