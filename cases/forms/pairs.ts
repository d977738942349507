import type { StubClock } from '../../test/harness/open-app.ts'
import { checker } from '../checker.ts'
import { inputOf, readRecords } from '../folder.ts'
import type { Program } from '../world.ts'

type Answer = 'fits' | 'does not fit' | 'unknown' | Refused
/** The rule cannot be made so; for each field why. */
interface Refused {
  refused: Record<string, string>
}

/** Rules and titles: does the rule fit the title? Each title in its turn is the one listing that is for sale. */
export const pairs = checker<Answer>({
  form: 'rule pairs',
  fits: ({ rows }) => rows.every(({ id, expected }) => id !== undefined && isFit(expected)),
  async ask(folder, world) {
    const program = await world.program()
    const given = new Map(readRecords(inputOf(folder)).map((pair) => [String(pair.id), pair]))
    const answers: Answer[] = []
    for (const { id } of folder.rows) {
      const pair = given.get(String(id))
      if (!pair) throw new Error(`the input has no pair ${id}`)
      answers.push(await ask(program, world.clock, pair))
    }
    return answers
  },
  evaluate({ expected }, answer, { note }) {
    // Where the folder's note says so, a rule that is refused with its reason is right, too.
    const mayRefuse = /\ban error that says so would be right\b/.test(note ?? '')
    const isRefused =
      typeof answer === 'object' &&
      Object.keys(answer.refused).some((field) => /^(?:query|keywords)/.test(field))
    return { right: answer === expected || (mayRefuse && isRefused), got: answer }
  },
  mistakes: ({ expected }) => [
    expected === 'fits' ? 'does not fit' : 'fits',
    'unknown',
    { refused: { marketplaces: 'is unknown' } },
  ],
})

async function ask(program: Program, clock: StubClock, pair: Record<string, unknown>): Promise<Answer> {
  const { rule, id, ...listing } = pair
  const put = (state: string) => {
    // Of two polls at one moment the second notifies of nothing new.
    clock.advance(1000)
    return program.import({ name: 'listing.jsonl', text: JSON.stringify({ id, ...listing, state }) })
  }
  await put('active')
  const asked = { name: 'Case', ...(typeof rule === 'string' ? JSON.parse(rule) : rule) }
  const answer = await program.call('POST', '/api/rules/preview', asked)
  await put('sold')
  if (answer.status >= 400) {
    const { fields, detail } = answer.body as { fields?: Record<string, string>; detail?: string }
    return { refused: fields ?? { rule: detail ?? '' } }
  }
  const { lookedAt, matches, unknown } = answer.body as Record<string, number>
  if (lookedAt !== 1) throw new Error(`the title was not imported: ${JSON.stringify(listing)}`)
  return matches === 1 ? 'fits' : unknown === 1 ? 'unknown' : 'does not fit'
}

function isFit(expected: unknown): boolean {
  return expected === 'fits' || expected === 'does not fit'
}
