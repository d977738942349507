import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { type Fault, faults } from './faults.ts'
import { openFaultHouse } from './house.ts'
import { faultTable, isWrong } from './report.ts'
import { type FaultFigures, underLoad } from './under-load.ts'

/** `npm run faults -- [NAME …] [--json]`: docs/operations/resilience.md. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
})
const unknown = positionals.filter((name) => !faults.some((fault) => fault.name === name))
if (unknown.length > 0) {
  process.stderr.write(
    `Which fault? npm run faults -- [${faults.map(({ name }) => name).join('|')} …] [--json]\n`,
  )
  process.exit(2)
}
const wanted = positionals.length === 0 ? faults : faults.filter(({ name }) => positionals.includes(name))
const say = (line: string) => void process.stderr.write(`${line}\n`)

const rows: FaultFigures[] = []
for (const [ground, some] of Map.groupBy(wanted, (fault) => fault.ground))
  rows.push(...(await together(ground, some)))
process.stdout.write(values.json ? `${JSON.stringify(rows)}\n` : `${faultTable(rows)}\n`)
process.exitCode = rows.some(isWrong) ? 1 : 0

/** One after the other in one house. */
async function together(ground: Fault['ground'], some: readonly Fault[]): Promise<FaultFigures[]> {
  await using house = await openFaultHouse(ground, say)
  const done: FaultFigures[] = []
  for (const fault of some) {
    say(`${fault.name}: ${fault.says} …`)
    const row = await underLoad(fault, house)
    say(`${faultTable([row]).split('\n').at(-1)} load ${loadavg()[0]!.toFixed(1)}`)
    if (isWrong(row)) say(JSON.stringify(row))
    done.push(row)
  }
  return done
}
