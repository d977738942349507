import { createInterface } from 'node:readline'
import { loadAllAdapters } from '../../server/app/adapters.ts'
import { createApp } from '../../server/app/app.ts'
import { loadConfig, processEnvironment } from '../../server/app/config.ts'

/** The program that the crash test of mails kills: a worker that reads mailboxes. It says `started`. */
const records = JSON.parse(process.argv[2]!) as Record<string, string[][]>
const adapters = await loadAllAdapters()
// Whose test ended, however it did, ends too.
createInterface({ input: process.stdin }).once('close', () => process.exit(1))
const adapterOptions = [...adapters.marketplaces.values(), ...adapters.channels.values()].flatMap(
  ({ options }) => options,
)
const app = await createApp(loadConfig({ ...processEnvironment(), adapterOptions }), adapters, {
  async resolveTxt(name) {
    const found = records[name]
    if (found === undefined) throw Object.assign(new Error('not there'), { code: 'ENOTFOUND' })
    return found
  },
})
await app.start(['worker', 'scheduler'])
process.stdout.write('started\n')
