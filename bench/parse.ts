import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { load } from 'cheerio'
import type { Marketplace } from '../server/marketplaces/contract.ts'
import { jsonScripts } from '../server/marketplaces/script-json.ts'
import { mailFigures } from './lib-mails.ts'

const marketplaces = new URL('../server/marketplaces/', import.meta.url)
/** Real pages where they are at hand; the small ones of the tests say little about speed. */
const usual = fileURLToPath(new URL('../../shared/fixtures/', import.meta.url))
const roundMsMin = 400
const rounds = 5

interface Figures {
  pages: number
  pagesPerS: number
  rowsPerS: number
  mbPerS: number
  /** Time of the bare parser of the same pages, JSON.parse or cheerio, by ours: 0.5 = twice its time. */
  bareRatio: number
  /** Longest of one page. */
  msMax: number
  peakMb: number
}

/**
 * `npm run bench -- parse [--pages=FOLDER]`: how fast each adapter reads pages, beside JSON.parse or cheerio's load of the same pages in
 * the same run. Each in a process of its own, so that its memory is its own. Besides, how fast alert mails are read, beside
 * mailparser alone.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const given = (flag: string) => args.find((arg) => arg.startsWith(`--${flag}=`))?.slice(flag.length + 3)
  const real = pathToFileURL(`${resolve(given('pages') ?? usual)}/`)
  const only = given('only')
  if (only !== undefined) return { ...(await measured(only, real)) }
  const adapters: Record<string, Figures> = {}
  const origin: Record<string, string> = {}
  for (const id of ids()) {
    const { stdout } = await promisify(execFile)(process.execPath, [
      fileURLToPath(new URL('run.ts', import.meta.url)),
      'parse',
      `--only=${id}`,
      `--pages=${fileURLToPath(real)}`,
      '--json',
    ])
    adapters[id] = JSON.parse(stdout)
    origin[id] = existsSync(new URL(`${id}/`, real)) ? 'real pages' : 'pages of the tests'
  }
  return { adapters, origin, mail: await mailFigures() }
}

function ids(): string[] {
  return readdirSync(marketplaces, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/index.ts`, marketplaces)))
    .map((entry) => entry.name)
    .toSorted()
}

async function measured(id: string, real: URL): Promise<Figures> {
  const { default: marketplace } = (await import(new URL(`${id}/index.ts`, marketplaces).href)) as {
    default: Marketplace
  }
  const pages = pagesOf(id, real).flatMap((text) => {
    const { outcome, listings } = marketplace.parse(text)
    return outcome === 'ok' ? [{ text, rows: listings.length }] : []
  })
  const bytes = pages.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  const rows = pages.reduce((sum, page) => sum + page.rows, 0)
  const [ours, bare] = bestOf([
    () => pages.forEach(({ text }) => void marketplace.parse(text)),
    () => pages.forEach(({ text }) => void bareParse(text)),
  ])
  const round = (value: number, digits = 1) => Number(value.toFixed(digits))
  return {
    pages: pages.length,
    pagesPerS: round((pages.length / ours!) * 1000),
    rowsPerS: round((rows / ours!) * 1000),
    mbPerS: round((bytes / 1e6 / ours!) * 1000),
    bareRatio: round(bare! / ours!, 2),
    msMax: round(Math.max(...pages.map(({ text }) => bestOf([() => void marketplace.parse(text)])[0]!)), 2),
    peakMb: round(process.resourceUsage().maxRSS / 1024),
  }
}

function pagesOf(id: string, real: URL): string[] {
  const folder = [new URL(`${id}/`, real), new URL(`${id}/fixtures/`, marketplaces)].find((one) =>
    existsSync(one),
  )!
  return readdirSync(folder)
    .filter((name) => /\.(?:html|json|xml)$/.test(name))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
}

/** JSON as such; a page as a tree, with the JSON that stands in its scripts. */
function bareParse(text: string): unknown {
  const start = text.slice(0, 200).trimStart()
  if (start.startsWith('{') || start.startsWith('[')) return JSON.parse(text)
  if (start.startsWith('<?xml')) return load(text, { xml: true })
  return [load(text), jsonScripts(text).map((script) => JSON.parse(script))]
}

/** Milliseconds of processor of one call of each, in turns: the best round, since other work only ever takes time. */
function bestOf(calls: (() => void)[]): number[] {
  const best = calls.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < rounds; round++) {
    calls.forEach((call, which) => {
      const startedAt = performance.now()
      const before = process.cpuUsage()
      let done = 0
      do {
        call()
        done++
      } while (performance.now() - startedAt < roundMsMin / calls.length)
      const { user, system } = process.cpuUsage(before)
      best[which] = Math.min(best[which]!, (user + system) / 1000 / done)
    })
  }
  return best
}
