import { loadavg } from 'node:os'
import { attacks } from './rehearsals/attacks.ts'
import { openKit, type Rehearsal } from './rehearsals/kit.ts'
import { machine } from './rehearsals/machine.ts'
import { rollback } from './rehearsals/rollback.ts'

/** `npm run rehearse -- [RUNBOOK …]`: docs/operations/verify.md. */
const rehearsals: readonly Rehearsal[] = [...machine, ...attacks, rollback]
const wanted = process.argv.slice(2)
if (wanted.some((name) => !rehearsals.some(({ runbook }) => runbook === name))) {
  process.stderr.write(
    `Which runbook? npm run rehearse -- [${rehearsals.map(({ runbook }) => runbook).join('|')} …]\n`,
  )
  process.exit(2)
}
const say = (line: string) => void process.stdout.write(`${line}\n`)
let failed = 0
for (const one of rehearsals.filter(({ runbook }) => wanted.length === 0 || wanted.includes(runbook))) {
  say(`${one.runbook}: ${one.alert} …`)
  try {
    await using kit = openKit(one, say)
    await one.rehearse(kit)
    say(`  rehearsed, at a load of ${loadavg()[0]!.toFixed(1)}`)
  } catch (error) {
    failed++
    say(`  NOT as written: ${error instanceof Error ? error.message : error}`)
  }
}
process.exitCode = failed > 0 ? 1 : 0
