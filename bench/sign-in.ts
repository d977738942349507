import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { claim, setupLink } from '../server/accounts/auth/joining.ts'
import { openBenchApp } from './lib-app.ts'

const password = 'seven quiet herons'
/** What a stranger may ask about an e-mail. */
const questions = {
  signIn: { path: 'sign-in', body: (email: string) => ({ email, password: 'wrong wrong wrong' }) },
  reset: { path: 'reset', body: (email: string) => ({ email }) },
}

/**
 * Whether the time of an answer says that an e-mail has an account: `--tries N` (200) of each question for one that has
 * and for ones that have none, taking turns in either order, over HTTP. Medians in ms, of the clock and of the CPU.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const tries = Number(args.includes('--tries') ? args[args.indexOf('--tries') + 1] : 200)
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-bench-'))
  chmodSync(folder, 0o711)
  const app = await openBenchApp(folder, {
    env: { DEAL_SCOUT_PORT: '0', RATE_LIMIT_STRICT: '0', SHED_EVENT_LOOP_DELAY_MS: '0' },
  })
  try {
    const address = (await app.start(['api']))!
    const token = (await setupLink(app.accounts)).split('/').at(-1)!
    await claim(app.accounts, { token, email: 'known@example.com', password })
    const figures: Record<string, unknown> = { tries }
    for (const [name, { path, body }] of Object.entries(questions)) {
      const ask = async (email: string) => {
        // Else it would have to wait for the tries of before.
        await app.db.query('DELETE FROM sign_in_failures')
        const cpu = process.cpuUsage()
        const startedAt = performance.now()
        const answer = await fetch(`${address}/api/auth/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body(email)),
        })
        await answer.arrayBuffer()
        const ms = performance.now() - startedAt
        const { user, system } = process.cpuUsage(cpu)
        return { ms, cpuMs: (user + system) / 1000 }
      }
      const took = { known: [] as Took[], unknown: [] as Took[] }
      for (let i = -5; i < tries; i++) {
        const order = i % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)
        for (const which of order) {
          const one = await ask(which === 'known' ? 'known@example.com' : `unknown-${i + 5}@example.com`)
          if (i >= 0) took[which].push(one)
        }
      }
      const of = (which: keyof typeof took, what: keyof Took) => median(took[which].map((one) => one[what]))
      figures[name] = {
        ...{ knownMs: of('known', 'ms'), unknownMs: of('unknown', 'ms') },
        ...{ knownCpuMs: of('known', 'cpuMs'), unknownCpuMs: of('unknown', 'cpuMs') },
        differenceMs: round(of('known', 'ms') - of('unknown', 'ms')),
        differenceCpuMs: round(of('known', 'cpuMs') - of('unknown', 'cpuMs')),
      }
    }
    return figures
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Took {
  ms: number
  cpuMs: number
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return round(sorted[Math.floor(sorted.length / 2)] ?? 0)
}

const round = (ms: number) => Math.round(ms * 100) / 100
