import { readFileSync } from 'node:fs'
import { run } from '../../test/harness/program.ts'
import { checker, ownChecker } from '../checker.ts'
import { inputOf, optionsOf, readRecords } from '../folder.ts'
import { type Amount, boundsIn } from '../sentence.ts'

interface Planned {
  wants: string | null
  notes: string[]
  problems: Record<string, string>
}

/** Files of other tools: what is made of each search in them. */
export const ruleImports = checker<Planned | undefined>({
  form: 'imported rules',
  fits: ({ run, rows }) =>
    /\brules import\b/.test(run) && rows.every(({ title }) => typeof title === 'string'),
  async ask(folder, world) {
    const program = await world.program()
    const { format } = optionsOf(folder.run)
    const { rules } = await program.send<{ rules: (Planned & { name: string; where: string })[] }>(
      'POST',
      '/api/rules/import',
      { text: readFileSync(inputOf(folder), 'utf8'), dryRun: true, ...(format && { format }) },
    )
    return folder.rows.map(
      ({ title }) =>
        rules.find(({ name }) => name === title) ?? rules.find(({ where }) => where.includes(String(title))),
    )
  },
  evaluate({ expected }, planned) {
    if (!planned || planned.wants === null) return { right: false, got: planned?.problems ?? 'no such rule' }
    const sentence = String(expected)
    const wanted = boundsIn(sentence)
    const has = boundsIn(planned.wants)
    const got = [planned.wants, ...planned.notes].join(' | ')
    const isWorded = fold(has.words).includes(fold(wanted.words))
    const isBounded = isAmount(wanted.from, has.from) && isAmount(wanted.upTo, has.upTo)
    // What could not be carried over is left out and said: a rule with another bound is never right.
    const isLeftOut =
      /left out with a note/.test(sentence) &&
      has.from === null &&
      has.upTo === null &&
      planned.notes.length > 0
    return { right: isWorded && (isBounded || isLeftOut), got }
  },
  mistakes({ expected }) {
    const none = { notes: [], problems: {} }
    const { words } = boundsIn(String(expected))
    return [
      undefined,
      { ...none, wants: `${words || 't'}` },
      { ...none, wants: `${words || 't'}, from 1 EUR, up to 2 EUR` },
      { ...none, notes: ['not understood'], wants: `${words || 't'}, up to 2 EUR` },
    ]
  },
})

function isAmount(wanted: Amount | null, has: Amount | null): boolean {
  return wanted?.cents === has?.cents && wanted?.currency === has?.currency
}

function fold(text: string): string {
  return text.toLowerCase().normalize('NFC').replaceAll('"', '')
}

interface Followed {
  externalId: string
  /** All that was answered. */
  text: string
}

/** A pasted link to one variation: that is followed, or it is said that it is not. */
export const watchVariation = ownChecker<Followed>('alerts-watch-ebay-variation', {
  async ask(folder, world) {
    const program = await world.program()
    const answers: Followed[] = []
    for (const { line, url = line } of readRecords(inputOf(folder))) {
      const answer = await program.call('POST', '/api/watches', { url: String(url).trim() })
      const { id } = (answer.body ?? {}) as { id?: number }
      const { rows } = await program.app.db.query<{ externalId: string }>(
        'SELECT external_id AS "externalId" FROM watches WHERE id = $1',
        [id ?? 0],
      )
      answers.push({ externalId: rows[0]?.externalId ?? '', text: JSON.stringify(answer.body) })
    }
    return folder.rows.map((_, at) => answers[at] ?? answers[0]!)
  },
  evaluate({ expected }, { externalId, text }) {
    const wanted = /v1\|\d+\|\d+/.exec(String(expected))?.[0]
    const mayNote = /\bnote\b/.test(String(expected))
    // In a sentence: not as the name of a field.
    const isNoted = /"[^"]* [^"]*\bvariation[^"]*"/i.test(text)
    return { right: externalId === wanted || (mayNote && isNoted), got: externalId || text }
  },
  mistakes: ({ expected }) => [
    { externalId: '', text: '{"variation":null}' },
    {
      externalId: String(expected).replace(/^(v1\|\d+)\|.*$/, '$1|0'),
      text: '{"url":"https://www.ebay.com/itm/1"}',
    },
  ],
})

interface Ran {
  code: number | null
  stderr: string
  perHourMax: number | null
  perDayMax: number | null
}

/** A command line as a person types it, and what the preferences are behind it. */
export const whenNone = ownChecker<Ran>('alerts-when-none', {
  async ask(folder, world) {
    const program = await world.program()
    const answers: Ran[] = []
    for (const { line } of readRecords(inputOf(folder))) {
      const args = String(line).trim().split(/\s+/)
      const { code, stderr } = await run(args.slice(args.indexOf('deal-scout') + 1), {
        env: {
          DATABASE_URL: program.database.connectionString,
          DEAL_SCOUT_DATA: program.app.config.dataDir,
          DEAL_SCOUT_DEMO: 'off',
        },
      })
      const when = await program.get<Pick<Ran, 'perHourMax' | 'perDayMax'>>('/api/notification-preferences')
      answers.push({ code, stderr: stderr.trim(), perHourMax: when.perHourMax, perDayMax: when.perDayMax })
    }
    return folder.rows.map((_, at) => answers[at] ?? answers[0]!)
  },
  evaluate({ expected }, { code, stderr, perHourMax, perDayMax }) {
    const limits = { hour: perHourMax, day: perDayMax }
    const asked = [...String(expected).matchAll(/no limit of an? (hour|day)/g)].map(([, unit]) => unit)
    const isOff = asked.every((unit) => limits[unit as 'hour' | 'day'] === null)
    return {
      right: code === 0 && isOff,
      got: code === 0 ? limits : `exit ${code}: ${stderr}`,
    }
  },
  mistakes: () => [
    { code: 2, stderr: '"none" is not a number', perHourMax: 10, perDayMax: 50 },
    { code: 0, stderr: '', perHourMax: 10, perDayMax: 50 },
    { code: 1, stderr: '', perHourMax: null, perDayMax: null },
  ],
})
