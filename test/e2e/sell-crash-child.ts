import { createInterface } from 'node:readline'
import { loadAllAdapters } from '../../server/app/adapters.ts'
import { createApp } from '../../server/app/app.ts'
import { loadConfig, processEnvironment } from '../../server/app/config.ts'

/** The program that the crash test of selling kills: a worker that posts and ends ads. It says `started`. */
const adapters = await loadAllAdapters()
// Whose test ended, however it did, ends too.
createInterface({ input: process.stdin }).once('close', () => process.exit(1))
const adapterOptions = [...adapters.marketplaces.values(), ...adapters.channels.values()].flatMap(
  ({ options }) => options,
)
const app = await createApp(loadConfig({ ...processEnvironment(), adapterOptions }), adapters)
await app.start(['worker', 'scheduler'])
process.stdout.write('started\n')
