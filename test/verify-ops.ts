import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { noFaketime } from '../faults/clock.ts'
import { faults } from '../faults/faults.ts'
import { noPatroni } from '../faults/patroni.ts'
import { canMount } from './harness/tmpfs.ts'
import { type Checked, checksTable, type OpsCheck } from './ops-checks.ts'

/**
 * `npm run verify:ops [NAME …] [--list]`: what shows that operations hold and takes too long for `npm test`; docs/operations/verify.md.
 * Each by itself, in the order of the table; what was broken off goes on with the names that are left.
 */
const root = fileURLToPath(new URL('../', import.meta.url))
const node = process.execPath
const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
const needs = (...programs: string[]) => {
  const missing = programs.filter((program) => !has(program))
  return missing.length === 0 ? null : `not on this machine: ${missing.join(', ')}`
}
const cluster = needs('nginx', 'redis-server', 'openssl')
const faultsOn = (ground: string) => faults.filter((fault) => fault.ground === ground).map(({ name }) => name)

const checks: readonly OpsCheck[] = [
  {
    ...{
      name: 'faults',
      says: 'each part killed, hung and cut off under load: nothing lost, nothing doubled',
      minutes: 20,
    },
    ...{ missing: cluster, command: [node, 'faults/run.ts', ...faultsOn('usual')] },
  },
  {
    ...{ name: 'clock', says: 'the clock jumps three hours, both ways', minutes: 4 },
    ...{ missing: cluster ?? noFaketime, command: [node, 'faults/run.ts', ...faultsOn('clock')] },
  },
  {
    ...{ name: 'disk', says: 'the disk of PostgreSQL is full', minutes: 3 },
    missing: cluster ?? (canMount ? null : 'needs root, and the right to mount a tmpfs'),
    command: [node, 'faults/run.ts', ...faultsOn('small-disk')],
  },
  {
    ...{
      name: 'failover',
      says: 'the machine of the primary is gone, a synchronous replica takes over',
      minutes: 4,
    },
    ...{ missing: cluster ?? noPatroni, command: [node, 'faults/run.ts', ...faultsOn('replica')] },
  },
  {
    ...{
      name: 'runbooks',
      says: 'faults fire their alerts, and the commands of the runbooks show them',
      minutes: 8,
    },
    missing: needs(
      ...['prometheus', 'prometheus-postgres-exporter', 'prometheus-blackbox-exporter', 'nginx', 'patroni'],
    ),
    command: [node, 'faults/rehearse.ts'],
  },
  {
    ...{
      name: 'load',
      says: 'ten to five hundred people at a time: the floors of each load are kept',
      minutes: 9,
    },
    missing: cluster,
    command: [node, 'load/run.ts', 'baseline', 'sustained', 'peak', 'stress', 'spike'],
  },
  {
    ...{
      name: 'soak',
      says: 'fifty people for half an hour: memory, files and connections stay level',
      minutes: 33,
    },
    ...{ missing: cluster, command: [node, 'load/run.ts', 'soak'] },
  },
  {
    ...{
      name: 'capacity',
      says: 'the model of docs/scale.md holds at 10 thousand, 100 thousand and a million rules',
      minutes: 15,
    },
    ...{ missing: null, command: [node, '--max-semi-space-size=32', 'bench/run.ts', 'capacity', '--check'] },
  },
  {
    ...{
      name: 'queries',
      says: 'what is asked most is quick among a million listings, by the plans that were meant',
      minutes: 15,
    },
    ...{ missing: null, command: [node, 'ops-checks/run.ts', 'hot-queries'] },
  },
  {
    ...{ name: 'image', says: 'the Dockerfile builds', minutes: 20 },
    missing: needs('buildah'),
    command: [
      ...(['buildah', 'bud', '--isolation', 'chroot', '--tag', 'deal-scout:verify'] as const),
      ...(process.env.NODE_IMAGE ? ['--build-arg', `NODE_IMAGE=${process.env.NODE_IMAGE}`] : []),
      '.',
    ],
  },
]

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'boolean', default: false } },
})
const unknown = positionals.filter((name) => !checks.some((check) => check.name === name))
if (unknown.length > 0 || values.list) {
  for (const { name, minutes, says, missing } of checks)
    process.stdout.write(
      `${name.padEnd(10)} ${`${minutes} min`.padStart(7)}  ${says}${missing ? ` (${missing})` : ''}\n`,
    )
  process.exit(unknown.length > 0 ? 2 : 0)
}
const wanted = checks.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
const folder = join(root, 'data/verify-ops')
mkdirSync(folder, { recursive: true })
const done: Checked[] = []
for (const check of wanted) {
  process.stdout.write(`\n▶ ${check.name}: ${check.says}\n`)
  done.push(await checked(check))
  const left = wanted.slice(done.length).map(({ name }) => name)
  if (left.length > 0) process.stdout.write(`left: npm run verify:ops ${left.join(' ')}\n`)
}
process.stdout.write(`\n${checksTable(done)}\n`)
process.exitCode = done.some(({ result }) => result === 'FAILED') ? 1 : 0

/** All that it says is kept beside the data, under its name. */
async function checked({ name, command, missing }: OpsCheck): Promise<Checked> {
  if (missing !== null)
    return { name, result: 'not run', seconds: 0, loadAverage: loadavg()[0]!, note: missing }
  const began = performance.now()
  const [file, ...args] = command
  const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
      process.stdout.write(text)
    })
  const [code] = (await once(child, 'close')) as [number | null]
  const path = join(folder, `${name}.log`)
  writeFileSync(path, said)
  return {
    ...{
      name,
      result: code === 0 ? 'held' : 'FAILED',
      seconds: Math.round((performance.now() - began) / 1_000),
    },
    ...{ loadAverage: loadavg()[0]!, note: code === 0 ? '' : path },
  }
}
