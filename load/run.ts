import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { drive } from './drive.ts'
import { figuresOf, recoveredAfterMs } from './figures.ts'
import { openLoadHouse } from './house.ts'
import { broken, type Load, loadReport } from './report.ts'
import { type Shape, type ShapeName, shapes } from './shapes.ts'
import { watchGrowth } from './soak.ts'
import { startYardstick } from './yardstick.ts'

/** `npm run load -- baseline|sustained|peak|stress|spike|soak … [--seconds N] [--json] [--report FILE]`: docs/operations/load.md. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string' },
    listings: { type: 'string', default: '5000' },
    json: { type: 'boolean', default: false },
    report: { type: 'string' },
  },
})
const names = [...Object.keys(shapes), 'soak']
const isKnown = positionals.length > 0 && positionals.every((name) => names.includes(name))
if (!isKnown || !/^\d+$/.test(values.seconds ?? '1') || !/^\d+$/.test(values.listings)) {
  process.stderr.write(
    `Which load? npm run load -- ${names.join('|')} … [--seconds N] [--listings N] [--json] [--report FILE]\n`,
  )
  process.exit(2)
}
const say = (line: string) => void process.stderr.write(`${line}\n`)

await using house = await openLoadHouse({ listings: Number(values.listings), say })
const loads: Load[] = []
for (const name of positionals) loads.push(await loadOf(name))
const text = loads.map(loadReport).join('\n')
if (values.report !== undefined) writeFileSync(values.report, text)
const figures = loads.map((load) => ({ ...load, broken: broken(load) }))
process.stdout.write(values.json ? `${JSON.stringify(figures.length === 1 ? figures[0] : figures)}\n` : text)
process.exitCode = figures.some((load) => load.broken.length > 0) ? 1 : 0

async function loadOf(name: string): Promise<Load> {
  const isSoak = name === 'soak'
  const usual: Shape = isSoak ? { ...shapes.sustained, seconds: 1_800 } : shapes[name as ShapeName]
  const shape = { ...usual, seconds: Number(values.seconds ?? usual.seconds) }
  const yardstick = await startYardstick()
  const growth = watchGrowth(house.cluster.pids())
  say(`${shape.people} people for ${shape.seconds} s …`)
  const { answered, rushMs } = await drive(shape, house.browsers, Math.random)
  const soak = growth.stop()
  return {
    ...{ name, shape, soak: isSoak ? soak : null, bare: await yardstick.stop(), loadAverage: loadavg()[0]! },
    figures: figuresOf(answered, shape.seconds),
    recoveredMs: shape.more === 0 ? null : recoveredAfterMs(answered, rushMs, shape.seconds * 1_000),
  }
}
