import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startCluster } from './cluster.ts'

/**
 * `npm run try-cluster`: the processes of deploy/compose.prod.yaml on this machine, without containers and figures, until
 * Ctrl-C. docs/operations/one-server.md.
 */
const { values } = parseArgs({
  options: {
    database: { type: 'string' },
    folder: { type: 'string', default: 'data/cluster' },
    port: { type: 'string', default: '8443' },
  },
})
const folder = resolve(values.folder)
mkdirSync(folder, { recursive: true, mode: 0o711 })
const say = (line: string) => void process.stdout.write(`${line}\n`)
const told = new Promise<void>((stop) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop())
})
const cluster = await startCluster({
  ...{ folder, httpsPort: Number(values.port), say },
  ...(values.database !== undefined && { databaseUrl: values.database }),
})
say(`Deal Scout is at ${cluster.address}; your browser does not know its certificate, ${cluster.certPath}.`)
const link = await cluster.command(['setup-link'])
// Of one that is claimed there is none.
if (link.code === 0)
  say(`Become its owner by this link, and show it to nobody:\n  ${link.stdout.split('\n')[0]}`)
say(`Logs: ${folder}/logs. Ctrl-C stops all.`)
await told
say('Stopping: what is under way is finished.')
await cluster[Symbol.asyncDispose]()
