import { join } from 'node:path'
import type { ListingView } from '../../server/listings/schema.ts'
import type { ValueAnswer } from '../../server/scoring/value/answer/value-schema.ts'
import { ownChecker } from '../checker.ts'
import { type Folder, inputOf, optionsOf } from '../folder.ts'
import { type Amount, amountsIn } from '../sentence.ts'
import type { Program, World } from '../world.ts'
import { importOne } from './telling.ts'

/** "about": learning does not come to the same cent twice, nor after a change of how is learned. */
const aboutShare = 0.2
/** Two ways to write one title are worth the same. */
const sameShare = 0.02

/** The comparables of the folder, or of the one that `run` names; prices are learned. */
async function learned(folder: Folder, world: World): Promise<Program> {
  const program = await world.program()
  const [, file, other] = /([\w-]+\.\w+) of ([\w-]+)/.exec(folder.run) ?? []
  await program.import(other === undefined ? inputOf(folder) : join(folder.parent, other, file!), {
    source: 'comps',
  })
  world.clock.advance(60_000)
  await settled(program)
  return program
}

async function settled({ app }: Program): Promise<void> {
  await app.db.transaction((tx) => app.valuer.catchUp(tx))
  await app.valuer.settled()
}

function ask(program: Program, title: string, options: Record<string, string> = {}): Promise<ValueAnswer> {
  return program.get(`/api/value?${new URLSearchParams({ title, ...options })}`)
}

/** `value "A title" --condition "for parts"`, or the title alone. */
function readAsk(line: string): { title: string; options: Record<string, string> } {
  const quoted = /^value\s+"([^"]*)"/.exec(line)?.[1]
  return { title: quoted ?? line.replace(/\s+--.*$/, ''), options: optionsOf(line) }
}

async function importListing(program: Program, world: World, listing: object): Promise<ListingView> {
  await importOne(program, { currency: 'USD', ...listing, id: 'asked', source: 'asked' })
  world.clock.advance(60_000)
  await settled(program)
  const [found] = await program.listings('asked')
  if (!found) throw new Error(`not stored: ${JSON.stringify(listing)}`)
  return found
}

function isAbout(cents: number | undefined, amount: Amount): boolean {
  return cents !== undefined && Math.abs(cents - amount.cents) <= amount.cents * aboutShare
}

const dollars = (cents: number | null | undefined) =>
  cents === null || cents === undefined ? 'no value' : `$${(cents / 100).toFixed(2)}`

interface ByCondition {
  /** With the condition, and without one. */
  asked: { midCents: number | undefined; plainCents: number | undefined } | null
  listing: { midCents: number | undefined; score: number } | null
}

/** From so many points a listing is told as a deal; a thing at its fair price has some forty to sixty. */
const dealScore = 70

/** What is for parts is valued far below what works, though no comparable states a condition. */
export const conditionUnused = ownChecker<ByCondition>('alerts-condition-unused', {
  async ask(folder, world) {
    const program = await learned(folder, world)
    const answers: ByCondition[] = []
    for (const row of folder.rows) {
      if (row.listing !== undefined) {
        const { value, score } = await importListing(program, world, row.listing as object)
        answers.push({ asked: null, listing: { midCents: value?.midCents, score } })
        continue
      }
      const { title, options } = readAsk(String(row.ask))
      const { condition: _, ...plain } = options
      const [withCondition, without] = [await ask(program, title, options), await ask(program, title, plain)]
      answers.push({
        asked: { midCents: withCondition.value?.midCents, plainCents: without.value?.midCents },
        listing: null,
      })
    }
    return answers
  },
  judge({ expected }, { asked, listing }) {
    const sentence = String(expected)
    if (asked) {
      const percent = Number(/about (\d+) %/.exec(sentence)?.[1] ?? 50)
      const share = (asked.midCents ?? Number.NaN) / (asked.plainCents ?? Number.NaN)
      const got = `${dollars(asked.midCents)} beside ${dollars(asked.plainCents)}`
      return { right: Math.abs(share * 100 - percent) <= 20, got }
    }
    const [fair] = amountsIn(sentence)
    const isNoDeal = !/\bno deal\b/.test(sentence) || listing!.score < dealScore
    return {
      right: isNoDeal && (fair === undefined || isAbout(listing!.midCents, fair)),
      got: `fair ${dollars(listing!.midCents)}, score ${listing!.score}`,
    }
  },
  mistakes: ({ ask }) =>
    ask === undefined
      ? [
          { asked: null, listing: { midCents: 33_400, score: 80 } },
          { asked: null, listing: { midCents: undefined, score: 40 } },
        ]
      : [
          { asked: { midCents: 27_900, plainCents: 28_000 }, listing: null },
          { asked: { midCents: undefined, plainCents: 28_000 }, listing: null },
        ],
})

interface Glued {
  midCents: number | undefined
  /** Of the title that it is to be taken as. */
  sameCents: number | undefined
  category: string
  score: number | null
}

const scorePointsOff = 8

/** A model that is written together is the one written apart. */
export const gluedModel = ownChecker<Glued>('alerts-value-glued-model', {
  async ask(folder, world) {
    const program = await learned(folder, world)
    const answers: Glued[] = []
    for (const { title, price, expected } of folder.rows) {
      const { value, understood } = await ask(program, String(title))
      const same = /as "([^"]+)"/.exec(String(expected))?.[1]
      const sameCents = same === undefined ? undefined : (await ask(program, same)).value?.midCents
      const listing = price === undefined ? null : await importListing(program, world, { title, price })
      answers.push({
        midCents: listing ? listing.value?.midCents : value?.midCents,
        sameCents,
        category: listing?.category ?? understood.category,
        score: listing?.score ?? null,
      })
    }
    return answers
  },
  judge({ expected }, { midCents, sameCents, category, score }) {
    const sentence = String(expected)
    const got = [dollars(midCents), category, ...(score === null ? [] : [`score ${score}`])].join(', ')
    const wantsSame = /^as "/.test(sentence)
    const isSame =
      !wantsSame ||
      (midCents !== undefined &&
        sameCents !== undefined &&
        Math.abs(midCents - sameCents) <= sameCents * sameShare)
    const [fair] = amountsIn(sentence.replace(/"[^"]*"/, ''))
    const named = /^([a-z-]+),/.exec(sentence)?.[1]
    const points = /\bscore (\d+)/.exec(sentence)?.[1]
    return {
      right:
        isSame &&
        (fair === undefined || isAbout(midCents, fair)) &&
        (named === undefined || category === named) &&
        (points === undefined || Math.abs((score ?? Number.NaN) - Number(points)) <= scorePointsOff),
      got,
    }
  },
  mistakes: () => [
    { midCents: undefined, sameCents: 31_600, category: 'phones', score: 54 },
    { midCents: 10_000, sameCents: 31_600, category: 'other', score: 54 },
  ],
})

interface Quantity {
  midCents: number | undefined
  /** All that is said with the value. */
  text: string
}

/** Several pieces are valued together, or the answer says that it is for one. */
export const quantity = ownChecker<Quantity>('alerts-value-quantity', {
  async ask(folder, world) {
    const program = await learned(folder, world)
    const answers: Quantity[] = []
    for (const row of folder.rows) {
      const { title, options } = readAsk(String(row.ask))
      const { value, reason, notes } = await ask(program, title, options)
      answers.push({ midCents: value?.midCents, text: [reason, ...notes].join(' ') })
    }
    return answers
  },
  judge({ expected }, { midCents, text }) {
    const sentence = String(expected)
    const [fair] = amountsIn(sentence)
    const isTogether = fair !== undefined && isAbout(midCents, fair)
    const saysOne =
      /\b(?:for|of) (?:one|a single|each)\b|\b(?:one|each) (?:of them|piece)|\bper piece\b/i.test(text)
    const isSaidForOne =
      /said to be for one/.test(sentence) && midCents !== undefined && saysOne && !/\bfor all \d+/.test(text)
    return { right: isTogether || isSaidForOne, got: `${dollars(midCents)}: ${text}` }
  },
  mistakes: () => [
    { midCents: undefined, text: 'Too few are known.' },
    { midCents: 30_000, text: '$300, for all 4 pieces together.' },
    { midCents: 30_000, text: '$300.' },
  ],
})
