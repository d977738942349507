import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { groups } from '../../deploy/prometheus/alerts.ts'
import { type Prometheus, startPrometheus, type Target } from '../../test/harness/prometheus.ts'

const root = join(import.meta.dirname, '../..')

/** A fault that a runbook is for: it is made, the alert fires, the runbook's commands are run, it is mended, the alert ends. */
export interface Rehearsal {
  runbook: string
  alert: string
  rehearse(kit: Kit): Promise<void>
}

export interface Kit extends AsyncDisposable {
  folder: string
  stack: AsyncDisposableStack
  say(line: string): void
  /** A Prometheus with the alert as it stands in the table, but that it does not have to hold for long. */
  watch(jobs: Readonly<Record<string, number | readonly (number | Target)[]>>): Promise<void>
  /** Seconds until it fires. */
  fires(withinS?: number): Promise<number>
  ends(withinS?: number): Promise<number>
  /**
   * Runs the lines of the runbook's first five minutes, each as it stands but for `instead` (a name of the text by one of
   * here); each has to show what `shows` has at its place, null = it is not for this case.
   */
  firstMinutes(options: CommandOptions & { shows: readonly (RegExp | null)[] }): void
}

export interface CommandOptions {
  env?: Record<string, string>
  instead?: readonly (readonly [string, string])[]
  /** Programs that are not on this machine, or that speak to what is not here: bodies of shell scripts by their names. */
  programs?: Readonly<Record<string, string>>
}

export function openKit({ runbook, alert }: Rehearsal, say: (line: string) => void): Kit {
  const stack = new AsyncDisposableStack()
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-rehearsal-'))
  stack.defer(() => rmSync(folder, { recursive: true, force: true }))
  let prometheus: Prometheus | undefined
  const until = async (isFiring: boolean, withinS: number) => {
    const began = performance.now()
    for (;;) {
      const found = await prometheus!.ask(`ALERTS{alertname="${alert}",alertstate="firing"}`)
      const seconds = Math.round((performance.now() - began) / 100) / 10
      if (found.length > 0 === isFiring) {
        say(`  ${alert} ${isFiring ? 'fires' : 'is over'} after ${seconds} s`)
        return seconds
      }
      if (seconds > withinS)
        throw new Error(`${alert} does not ${isFiring ? 'fire' : 'end'} within ${withinS} s`)
      await sleep(500)
    }
  }
  return {
    ...{ folder, stack, say },
    async watch(jobs) {
      const known = groups.flatMap((group) => group.alerts).find(({ name }) => name === alert)
      if (known === undefined) throw new Error(`there is no alert ${alert}`)
      if (known.runbook !== runbook) throw new Error(`${alert} leads to ${known.runbook}`)
      const rules = [{ alert, expr: known.expr }]
      prometheus = stack.use(await startPrometheus(jobs, { groups: [{ name: 'rehearsal', rules }] }))
      // What happens before it looked for the first time is no growth to it.
      while ((await prometheus.ask('min(up) == 1')).length === 0) await sleep(200)
    },
    fires: (withinS = 90) => until(true, withinS),
    ends: (withinS = 90) => until(false, withinS),
    firstMinutes: (options) => runCommands(folder, runbook, options, say),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

function runCommands(
  folder: string,
  runbook: string,
  { env = {}, instead = [], programs = {}, shows }: CommandOptions & { shows: readonly (RegExp | null)[] },
  say: (line: string) => void,
): void {
  const text = readFileSync(join(root, `docs/operations/runbooks/${runbook}.md`), 'utf8')
  const [, block] = /## The first five minutes\n\n```sh.*\n([\s\S]*?)^```/m.exec(text) ?? []
  const lines = block!.trim().split('\n')
  if (lines.length !== shows.length)
    throw new Error(`${runbook} has ${lines.length} commands, not ${shows.length}`)
  const bin = join(folder, 'bin')
  mkdirSync(bin, { recursive: true })
  const launcher = `exec ${process.execPath} ${join(root, 'bin/deal-scout.js')} "$@"`
  for (const [name, body] of Object.entries({ 'deal-scout': launcher, ...programs }))
    writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 })
  for (const [at, line] of lines.entries()) {
    const wanted = shows[at]
    if (wanted === null || wanted === undefined) continue
    const command = instead.reduce((one, [from, to]) => one.replaceAll(from, to), line)
    const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
      ...{ cwd: folder, encoding: 'utf8', timeout: 60_000 },
      env: { PATH: `${bin}:/usr/sbin:${process.env.PATH}`, HOME: folder, ...env },
    })
    const said = `${stdout}${stderr}`
    if (status !== 0 || !wanted.test(said))
      throw new Error(
        `${runbook}: "${command}" ended with ${status} and does not show ${wanted}:\n${said.slice(-3000)}`,
      )
    say(
      `  ${line.replace(/\s+#.*/, '').slice(0, 70)} … shows “${wanted.exec(said)![0].replace(/\s+/g, ' ').slice(0, 80)}”`,
    )
  }
}
