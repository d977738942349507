import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { badInput } from '../server/core/errors.ts'
import { type ImportRow, marketFiles, openImportedMarket } from './lib-imported-market.ts'
import {
  type CaseRow,
  judgeCluster,
  judgeFair,
  judgeFault,
  judgePart,
  judgePlaceholder,
  judgeQuestion,
  judgeRisk,
  judgeZero,
  type SeenListing,
  type Verdict,
  wantsApart,
} from './lib-judge.ts'
import { type JudgedMarket, openJudgedMarket, titleKey } from './lib-judge-market.ts'

const shared = fileURLToPath(new URL('../../shared/', import.meta.url))

interface Case extends CaseRow {
  kind: string
}

/** For kinds whose rows are listings. */
const ofListings: Readonly<Record<string, (row: CaseRow, seen: SeenListing) => Verdict>> = {
  'accessory-as-phone': judgePart,
  'part-as-whole': judgePart,
  'locked-dead-clone': judgeFault,
  'zero-is-not-free': judgeZero,
  'placeholder-price': judgePlaceholder,
  'fair-beyond-its-comps': judgeFair,
  'risk-flags': judgeRisk,
}

/**
 * Listings and questions that were judged wrong once, put to the program again in a market: the files of `--data DIR`
 * with their dates moved into the last 20 days (as in deals.ts), what rows of `--cases DIR` are not among them, and, for
 * questions, a market of only the files that the row names. `--only KIND` judges one kind. A row is right when all of
 * its kind holds; where a sentence asks for what is not understood, or what cannot be known, it is not judged.
 *
 * - `accessory-as-phone`, `part-as-whole`: no value, or one of its own kind (most comparables shown are of that kind, and
 *   the middle is no more than a quarter above the dearest of them), or a middle of at most a third of what the whole
 *   costs (the median of the same maker and model, else of that category in that marketplace). Deal score below 70. It
 *   fits no rule for the thing (the one that the sentence quotes, else one for the model's name, else one for deals of
 *   the category). Where the sentence says "not category X", it is not in X, or is told to be another kind than the
 *   thing.
 * - `locked-dead-clone`: score below 70; where the sentence calls it locked, broken, copied or cracked, no value, or one
 *   of its own kind or by others for parts (as above), or at most 0.6 of what a working one costs (0.85 where it is only
 *   cracked); where it says "for parts", "broken" or "dead", its condition or kind says so; a copy is known as one; risk
 *   as the sentence asks ("risk": elevated, "high risk": high, "or risk": either).
 * - `zero-is-not-free`: score below 70, not shown as free unless the sentence calls it that, for parts where it says so.
 * - `placeholder-price`: score below 70; the price is no comparable of another listing nor of a question for its title.
 * - `fair-beyond-its-comps`: no value, confidence below 0.35, or a middle within what comparables shown of the same model
 *   ask, a quarter more or less by condition. The same model is told by the words of both titles.
 * - `risk-flags`: signs and level that the sentence demands are there, those that it forbids are not.
 * - `value-questions`: the answer to the title alone meets the sentence, currency included.
 * - `cluster-variants`: two things share no cluster (titles that no file has are taken in alone, alike in all else); one
 *   thing is in one, all its listings.
 *
 * `--sheet FILE` writes all rows with what was seen. Exit code 1 when a row is wrong.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
  const dir = option('--data') ?? join(shared, 'data')
  const casesDir = option('--cases') ?? join(shared, 'cases')
  for (const [name, folder] of [
    ['--data', dir],
    ['--cases', casesDir],
  ] as const) {
    if (existsSync(folder)) continue
    if (option(name) !== undefined) throw badInput(`there is no ${folder}`)
    return { skipped: 'the shared data is absent' }
  }
  const only = option('--only')
  const cases = readCases(casesDir).filter(({ kind }) => only === undefined || kind === only)
  if (cases.length === 0)
    throw badInput(`there are no cases${only === undefined ? '' : ` of ${only}`} in ${casesDir}`)
  const files = marketFiles(dir)
  const verdicts = new Map<Case, Verdict>()
  for (const [names, rows] of Map.groupBy(cases, (row) => marketOf(row, files).join('\n'))) {
    await using market = await openImportedMarket(dir, {
      names: names.split('\n'),
      missing: (known) => missingRows(rows, known),
    })
    const judged = await openJudgedMarket(market)
    for (const row of rows) verdicts.set(row, await judge(judged, row).catch(failed))
  }
  const sheet = option('--sheet')
  if (sheet !== undefined) writeFileSync(sheet, sheetOf(verdicts))
  if (cases.some((row) => verdicts.get(row)?.right === false)) process.exitCode = 1
  return figuresOf(cases, verdicts)
}

function readCases(dir: string): Case[] {
  return readdirSync(dir)
    .filter((file) => /^judge-.*\.json$/.test(file))
    .sort()
    .flatMap((file) => {
      const { kind, rows } = JSON.parse(readFileSync(join(dir, file), 'utf8')) as {
        kind: string
        rows: CaseRow[]
      }
      return rows.map((row) => ({ ...row, should: row.should ?? '', kind }))
    })
}

/** The files that a row's market is made of: those that its `data` names, else all. */
function marketOf({ data }: Case, files: string[]): string[] {
  const named = files.filter((file) => data?.includes(file))
  return named.length === 0 ? files : named
}

/**
 * What of the cases no file has: their listings, and those of pairs that must not be joined, of which nothing is known
 * but what they are called: all else is alike.
 */
function missingRows(cases: readonly Case[], known: readonly ImportRow[]): ImportRow[] {
  const keys = new Set(known.flatMap((row) => [idKey(row), titledKey(row)]))
  const listings = cases.flatMap((row) =>
    row.import === undefined || keys.has(idKey(row.import)) ? [] : [row.import],
  )
  const sources = [...new Set(known.map(({ source }) => String(source)))]
  const pairs = cases.flatMap((row) => {
    const named = sources.filter((source) => row.source?.includes(source))
    return (wantsApart(row) ? (row.titles ?? []) : []).flatMap((title) => {
      if ((named.length === 0 ? sources : named).some((source) => keys.has(titledKey({ source, title }))))
        return []
      const name = titleKey(title)
      return [
        { source: named[0] ?? sources[0], externalId: name, title: name, priceCents: 5000, currency: 'USD' },
      ]
    })
  })
  return [...listings, ...pairs].map((row) =>
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
  )
}

const idKey = ({ source, externalId }: ImportRow) => `${source} ${externalId}`
const titledKey = ({ source, title }: ImportRow) => `${source}\n${titleKey(String(title ?? ''))}`

/** A row at which the program fails is wrong, and the others are judged all the same. */
function failed(error: unknown): Verdict {
  return { right: false, got: `failed: ${error instanceof Error ? error.message : String(error)}` }
}

async function judge(market: JudgedMarket, row: Case): Promise<Verdict> {
  const ofListing = ofListings[row.kind]
  if (ofListing !== undefined && row.import !== undefined) {
    const seen = await market.look(row)
    return seen === null ? { right: null, got: 'it was not taken in' } : ofListing(row, seen)
  }
  if (row.kind === 'value-questions' && row.title !== undefined)
    return judgeQuestion(row, await market.answer(row.title))
  if (row.kind === 'cluster-variants' && row.titles !== undefined)
    return judgeCluster(row, await market.clusters(row))
  return { right: null, got: 'nobody judges rows of this kind and form' }
}

function figuresOf(cases: readonly Case[], verdicts: ReadonlyMap<Case, Verdict>): Record<string, unknown> {
  const tally = (rows: readonly Case[]) => {
    const withRight = (right: boolean | null) => rows.filter((row) => verdicts.get(row)?.right === right)
    const shown = (list: readonly Case[]) =>
      list.map((row) => ({ row: nameOf(row), should: row.should, got: verdicts.get(row)?.got }))
    return {
      rows: rows.length,
      right: withRight(true).length,
      wrong: shown(withRight(false)),
      notJudged: shown(withRight(null)),
    }
  }
  const kinds = [...Map.groupBy(cases, ({ kind }) => kind)].map(
    ([kind, rows]) => [kind, tally(rows)] as const,
  )
  const { rows, right, wrong, notJudged } = tally(cases)
  return {
    ...Object.fromEntries(kinds),
    total: { rows, right, wrong: wrong.length, notJudged: notJudged.length },
  }
}

function sheetOf(verdicts: ReadonlyMap<Case, Verdict>): string {
  const lines = [...verdicts].map(([row, { right, got }]) => {
    const mark = right === null ? 'not judged' : right ? 'right' : 'WRONG'
    return [mark, row.kind, nameOf(row), row.should, got].join(' | ')
  })
  return `${lines.join('\n')}\n`
}

function nameOf({ import: own, title, titles }: Case): string {
  if (own !== undefined) return `${own.source} ${own.externalId}: ${own.title}`
  return titles?.join(' / ') ?? title ?? ''
}
