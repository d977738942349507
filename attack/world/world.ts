import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '../../server/core/random.ts'
import type { Attack, Failure, Limits, Row, World } from '../contract.ts'
import type { DatabaseServer } from './database.ts'
import { brokenLimits, startTarget, type Target } from './target.ts'

export interface RunOptions {
  seed: number
  forMs: number
  /** Only cases of this name. */
  onlyCase: string | null
  stop: AbortSignal
  requests?: number | null
  databases(): Promise<DatabaseServer>
  /** In place of those that the product promises. */
  limits?: Pick<Limits, 'livezMs' | 'growthMb'>
  say(line: string): void
}

const failuresShownMax = 200

/** Runs one attack to its end or the end of its time, and cleans up behind it. */
export async function runAttack(
  attack: Attack,
  options: RunOptions,
): Promise<{ row: Row; failures: Failure[]; tookMs: number }> {
  const row: Row = {
    attack: attack.name,
    tries: 0,
    held: 0,
    failed: 0,
    slowestLivezMs: 0,
    p99LivezMs: 0,
    peakRssMb: 0,
    growthMb: 0,
    notes: [],
    counts: {},
    skipped: (await attack.needs?.()) ?? null,
  }
  const failures: Failure[] = []
  if (row.skipped !== null) return { row, failures, tookMs: 0 }

  const fail = (name: string, what: string) => {
    row.failed++
    failures.push({ attack: attack.name, case: name, what })
    if (failures.length <= failuresShownMax) options.say(`  ${attack.name} ${name}: ${what}`)
  }
  const timeOver = new AbortController()
  const signal = AbortSignal.any([timeOver.signal, options.stop])
  let endsAtMs = 0
  let timer: NodeJS.Timeout | undefined
  /** The first start is nothing that is tried: time begins after it. */
  const beginTime = () => {
    if (timer !== undefined) return
    endsAtMs = performance.now() + options.forMs
    timer = setTimeout(() => timeOver.abort(), options.forMs)
  }
  const folder = mkdtempSync(join(tmpdir(), `deal-scout-attack-${attack.name}-`))
  chmodSync(folder, 0o711)
  const undo: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
  const targets: Target[] = []
  let leftOut = 0

  const world: World = {
    seed: options.seed,
    random: seededFor(options.seed, attack.name),
    signal,
    leftMs: () =>
      timer === undefined ? options.forMs : signal.aborted ? 0 : Math.max(0, endsAtMs - performance.now()),
    folder,
    defer: (one) => void undo.push(one),
    note: (sentence) => void row.notes.push(sentence),
    requests: options.requests ?? null,
    count(name, by = 1) {
      row.counts[name] = (row.counts[name] ?? 0) + by
    },
    async start(given) {
      const target = await startTarget(given)
      beginTime()
      targets.push(target)
      undo.push(() => target[Symbol.asyncDispose]())
      return target
    },
    async database() {
      const { url, drop } = await (await options.databases()).create()
      undo.push(drop)
      return url
    },
    async attempt(name, deed, limits = {}) {
      if (options.onlyCase !== null && options.onlyCase !== name) return null
      beginTime()
      // An attack whose preparations took all of its time still tries once, rather than seem to have held.
      if (options.stop.aborted || (signal.aborted && row.tries > 0)) {
        leftOut++
        return null
      }
      const tries = limits.tries ?? 1
      row.tries += tries
      const problems: string[] = []
      const watched = limits.unwatched === true ? [] : targets.filter((one) => !one.isOver())
      for (const target of watched) await target.mark()
      try {
        await deed(seededFor(options.seed, `${attack.name} ${name}`))
      } catch (error) {
        // Broken off by us is no finding.
        if (options.stop.aborted) return null
        problems.push(...messages(error))
      }
      for (const target of watched) {
        problems.push(...brokenLimits(await target.damage(), { ...options.limits, ...limits }))
        if (target.isAlive() || target.isOver()) continue
        const again = await target.revive()
        if (again !== null) problems.push(`started again on its data: ${again}`)
      }
      for (const problem of problems) fail(name, problem)
      // One sentence too many makes no two failed tries of one.
      row.failed -= Math.max(0, problems.length - tries)
      row.held += Math.max(0, tries - problems.length)
      return problems.length === 0
    },
  }
  try {
    await attack.run(world)
  } catch (error) {
    if (!options.stop.aborted) {
      row.tries++
      fail('(itself)', `the attack could not go on: ${messages(error).join('; ')}`)
    }
  } finally {
    clearTimeout(timer)
    for (const { figures } of targets) collect(row, figures())
    for (const one of undo.toReversed()) {
      try {
        await one()
      } catch (error) {
        options.say(`  ${attack.name}: could not clean up: ${messages(error).join('; ')}`)
      }
    }
  }
  if (leftOut > 0) row.notes.push(`${leftOut} tries left out: time was over`)
  return { row, failures, tookMs: timer === undefined ? 0 : performance.now() - (endsAtMs - options.forMs) }
}

/** Numbers that depend on the seed and on what they are for, not on what was drawn before. */
function seededFor(seed: number, what: string): () => number {
  return seededRandom(createHash('sha256').update(`${seed} ${what}`).digest().readInt32LE())
}

function messages(error: unknown): string[] {
  if (error instanceof AggregateError) return error.errors.flatMap(messages)
  return [error instanceof Error ? error.message : String(error)]
}

function collect(row: Row, { slowestMs, counts, peakMb, growthMb }: ReturnType<Target['figures']>): void {
  row.slowestLivezMs = Math.max(row.slowestLivezMs, slowestMs)
  row.peakRssMb = Math.max(row.peakRssMb, Math.round(peakMb))
  row.growthMb = Math.max(row.growthMb, Math.round(growthMb))
  row.p99LivezMs = Math.max(row.p99LivezMs, percentile(counts, 0.99))
}

/** The ms below which this share of the counted waits lie. */
export function percentile(counts: ReadonlyMap<number, number>, share: number): number {
  const total = [...counts.values()].reduce((sum, times) => sum + times, 0)
  let seen = 0
  for (const [ms, times] of [...counts].sort(([a], [b]) => a - b)) {
    seen += times
    if (seen >= total * share) return ms
  }
  return 0
}
