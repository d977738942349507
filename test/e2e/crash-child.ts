import { createReadStream } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import { createApp, loadAllAdapters } from '../../server/app.ts'
import { loadConfig, processEnvironment } from '../../server/config.ts'
import { type ImportDeps, openImport, runImport } from '../../server/imports/run.ts'

/**
 * The program that the crash test kills: a worker and scheduler that delivers until it dies, and meanwhile imports the
 * file if it is given one. It tells how far it came, a word a line: `started`, `imported`.
 */
const [file = '', pageRows = '', pauseMs = ''] = process.argv.slice(2)

// Whose test ended, however it did, ends too.
process.stdin.on('end', () => process.exit(1)).resume()

const adapters = await loadAllAdapters()
const adapterOptions = [...adapters.marketplaces.values(), ...adapters.channels.values()].flatMap(
  ({ options }) => options,
)
const app = await createApp(loadConfig({ ...processEnvironment(), adapterOptions }), adapters)
await app.start(['worker', 'scheduler'])
process.stdout.write('started\n')
// Those after it start quicker; by itself this is written only at an orderly end.
flushCompileCache()

if (file !== '') {
  const { format, stream } = await openImport(file, createReadStream(file))
  const summary = await runImport(
    { ...app.imports, ingest: inSmallPages(app.imports.ingest, Number(pageRows), Number(pauseMs)) },
    {
      stream,
      format,
      defaults: {},
      onReject: ({ problems }) => {
        throw new Error(`the file of the test has a bad row: ${problems.join('; ')}`)
      },
    },
  )
  if (summary.incomplete !== null) throw new Error(summary.incomplete)
  process.stdout.write('imported\n')
}

/** Many short transactions, with a breath after each that wrote something: more moments to die in. */
function inSmallPages(ingest: ImportDeps['ingest'], rows: number, breathMs: number): ImportDeps['ingest'] {
  return async (page) => {
    const sum: Awaited<ReturnType<ImportDeps['ingest']>> = {
      added: 0,
      changed: 0,
      unchanged: 0,
      matches: 0,
      rejected: [],
    }
    for (let at = 0; at < page.sightings.length; at += rows) {
      const part = await ingest({ ...page, sightings: page.sightings.slice(at, at + rows) })
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
