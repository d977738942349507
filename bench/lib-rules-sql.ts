import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { startEmbeddedPostgres } from '../server/core/postgres/embedded-postgres.ts'
import { categories, conditions } from '../server/model/listing-schema.ts'
import type { MatchSubject } from '../server/model/rule-schema.ts'
import type { MatchedRule } from '../server/rules/matcher/matcher.ts'
import { readSubject, readWords } from '../server/rules/query/terms.ts'

/** The rules in PostgreSQL, looked up as well as it can. */
export interface SqlRules extends AsyncDisposable {
  match(subject: MatchSubject, score: number): Promise<number[]>
}

const batch = 20_000

/**
 * One row per rule and anchor, with all of the rule in it: what must be there anchors on its rarest word, what may be
 * one of several on each of these, the rest on nothing. One index leads from word, category and price to the row, so
 * nothing is joined. Words are numbers; phrases are compared by position.
 */
export async function createSqlRules(rules: () => Iterable<MatchedRule>): Promise<SqlRules> {
  const dataDir = mkdtempSync(join(tmpdir(), 'deal-scout-bench-'))
  chmodSync(dataDir, 0o711)
  const server = await startEmbeddedPostgres({ dataDir, log: pino({ level: 'silent' }) })
  const client = new pg.Client({ connectionString: server.connectionString })
  await client.connect()
  await client.query('SET synchronous_commit = off')
  await client.query(`CREATE UNLOGGED TABLE bench_rules (
    word int NOT NULL, category smallint NOT NULL, price_max bigint NOT NULL, price_min bigint NOT NULL, currency text,
    categories bigint, conditions int, lat float8, lon float8, radius_km float8, score_min smallint NOT NULL,
    words int[] NOT NULL, either int[], never int[], phrase int[], id int NOT NULL)`)
  const { numbers, uses } = countWords(rules())
  let rows: unknown[][] = []
  const flush = async () => {
    await client.query(
      `INSERT INTO bench_rules SELECT word, category, price_max, price_min, currency, categories, conditions, lat, lon,
         radius_km, score_min, words::int[], either::int[], never::int[], phrase::int[], id
       FROM unnest($1::int[], $2::int[], $3::bigint[], $4::bigint[], $5::text[], $6::bigint[], $7::int[], $8::float8[],
         $9::float8[], $10::float8[], $11::int[], $12::text[], $13::text[], $14::text[], $15::text[], $16::int[])
         AS r(word, category, price_max, price_min, currency, categories, conditions, lat, lon, radius_km, score_min,
              words, either, never, phrase, id)
       ORDER BY word, category, price_max`,
      Array.from({ length: 16 }, (_, column) => rows.map((row) => row[column])),
    )
    rows = []
  }
  for (const rule of rules()) {
    rows.push(...rowsOf(rule, numbers, uses))
    if (rows.length >= batch) await flush()
  }
  await flush()
  await client.query('CREATE INDEX ON bench_rules (word, category, price_max)')
  // In the order in which they are looked up, so that a look-up reads neighbouring pages.
  await client.query('CLUSTER bench_rules USING bench_rules_word_category_price_max_idx')
  await client.query('VACUUM ANALYZE bench_rules')
  return {
    async match(subject, score) {
      const { words } = readSubject(subject)
      const sequence = words.map((word) => numbers.get(word) ?? -1)
      const present = [...new Set(sequence.filter((word) => word >= 0))]
      const { rows } = await client.query<{ id: number; phrase: number[] | null }>({
        name: 'match',
        text: matchSql,
        values: [
          [...present, noWord],
          present,
          [0, categories.indexOf(subject.category) + 1],
          subject.priceCents ?? 0,
          subject.currency,
          categories.indexOf(subject.category),
          subject.condition === null ? -1 : conditions.indexOf(subject.condition),
          subject.lat,
          subject.lon,
          score,
          subject.priceCents !== null,
        ],
      })
      const ids = rows.filter(({ phrase }) => phrase === null || stands(phrase, sequence)).map(({ id }) => id)
      return [...new Set(ids)]
    },
    async [Symbol.asyncDispose]() {
      await client.end()
      await server.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Under this stand the rules without words. */
const noWord = -2
const noLimit = 1e15

const matchSql = `SELECT id, phrase FROM bench_rules
  WHERE word = ANY($1::int[]) AND category = ANY($3::int[]) AND price_max >= $4::bigint AND price_min <= $4::bigint
    AND (currency IS NULL OR ($11::boolean AND currency = $5))
    AND (categories IS NULL OR categories & (1::bigint << $6::int) <> 0)
    AND (conditions IS NULL OR $7::int < 0 OR conditions & (1 << $7::int) <> 0)
    AND (lat IS NULL OR (abs(lat - $8::float8) <= radius_km / 111 + 0.01 AND
         2 * 6371.0088 * asin(least(1, sqrt(sin(radians($8::float8 - lat) / 2) ^ 2
           + cos(radians(lat)) * cos(radians($8::float8)) * sin(radians($9::float8 - lon) / 2) ^ 2))) <= radius_km))
    AND (score_min <= $10::int OR (conditions IS NOT NULL AND $7::int < 0))
    AND words <@ $2::int[] AND (either IS NULL OR either && $2::int[]) AND (never IS NULL OR NOT never && $2::int[])`

function countWords(rules: Iterable<MatchedRule>) {
  const numbers = new Map<string, number>()
  const uses: number[] = []
  for (const { all, any, none } of rules) {
    for (const word of [...all, ...any, ...none].flatMap((term) => readWords(term).words)) {
      const number = numbers.get(word) ?? numbers.size
      numbers.set(word, number)
      uses[number] = (uses[number] ?? 0) + 1
    }
  }
  return { numbers, uses }
}

function rowsOf(
  rule: MatchedRule,
  numbers: ReadonlyMap<string, number>,
  uses: readonly number[],
): unknown[][] {
  const read = (terms: readonly string[]) =>
    terms.map((term) => readWords(term).words.map((word) => numbers.get(word)!))
  const [all, any, none] = [read(rule.all), read(rule.any), read(rule.none)]
  const words = [...new Set(all.flat())]
  // All of these rules' any and none are single words.
  const either = any.flat()
  const rarest = words.length > 0 ? [words.reduce((a, b) => (uses[b]! < uses[a]! ? b : a))] : either
  const anchors = rarest.length > 0 ? [...new Set(rarest)] : [noWord]
  const [place] = rule.places
  const list = (of: readonly number[]) => (of.length > 0 ? `{${of.join(',')}}` : null)
  const mask = (of: readonly string[], among: readonly string[]) =>
    [...new Set(of)].reduce((bits, name) => bits + 2 ** among.indexOf(name), 0)
  const isPriced = rule.priceCentsMin !== null || rule.priceCentsMax !== null
  return anchors.map((anchor) => [
    anchor,
    rule.categories.length === 1 ? categories.indexOf(rule.categories[0]!) + 1 : 0,
    rule.priceCentsMax ?? noLimit,
    rule.priceCentsMin ?? 0,
    isPriced ? rule.currency : null,
    rule.categories.length > 1 ? mask(rule.categories, categories) : null,
    rule.conditions.length > 0 ? mask(rule.conditions, conditions) : null,
    place?.lat ?? null,
    place?.lon ?? null,
    place?.radiusKm ?? null,
    rule.scoreMin ?? 0,
    list(words) ?? '{}',
    list(either),
    list(none.flat()),
    list(all.find((term) => term.length > 1) ?? []),
    rule.id,
  ])
}

function stands(phrase: readonly number[], sequence: readonly number[]): boolean {
  return sequence.some((_, at) => phrase.every((word, i) => sequence[at + i] === word))
}
