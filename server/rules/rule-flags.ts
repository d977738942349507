import type { Command } from 'commander'
import { badInput } from '../core/errors.ts'
import { toMinorUnits } from '../core/money.ts'
import { readDistance, type Units } from '../core/units.ts'
import { handovers, rhythms } from '../model/rule-schema.ts'
import { weightPresetNames } from '../model/score-schema.ts'
import { defaultRadiusKm } from './rules.ts'
import { minutesOf, timeOf } from './times.ts'

/** What commander gives: one property for each flag that was written. */
export type RuleFlags = Record<string, unknown>

interface Reading {
  /** As it was written, for messages. */
  flag: string
  currency: string
  /** Of distances without one. */
  units: Units
  now: Date
}

interface Flag {
  /** As commander wants it. */
  option: string
  help: string
  /** The field that it fills; `keywords.…` for a list of keywords. */
  field: string
  /** What the field becomes; left out for what is taken as it is. */
  read?(value: never, reading: Reading): unknown
}

const amount = (text: string, { flag, currency }: Reading): number => {
  const cents = toMinorUnits(text, currency)
  if (cents !== null) return cents
  throw badInput(
    `${flag} ${JSON.stringify(text)} is not an amount: write a number of ${currency} without its sign, such as 600 or 599.99.`,
  )
}

const figure = (text: string, { flag }: Reading): number => {
  const value = Number(text)
  if (text.trim() !== '' && Number.isFinite(value)) return value
  throw badInput(`${flag} ${JSON.stringify(text)} is not a number.`)
}

const percent = (text: string, reading: Reading): number => figure(text.replace(/\s*%$/, ''), reading)

const placePattern = /^(.*?)(?:=\s*(\d+(?:\.\d+)?\s*(?:km|mi)?))?$/s

const toTenths = (km: number) => Math.round(km * 10) / 10

/** "Oakland, CA=25", "94110=15mi"; without a radius that of --within or --radius-km, or the usual one. */
const places = (texts: string[], { units }: Reading): { place: string; radiusKm: number | null }[] =>
  texts.map((text) => {
    const [, place = '', radius] = placePattern.exec(text)!
    return { place, radiusKm: radius === undefined ? null : toTenths(readDistance(radius, units)!) }
  })

const distance = (text: string, { flag, units }: Reading): number => {
  const km = readDistance(text, units)
  if (km !== null) return toTenths(km)
  throw badInput(`${flag} ${JSON.stringify(text)} is no distance such as 25km or 15mi.`)
}

const flags: readonly Flag[] = [
  { option: '--all <terms...>', field: 'keywords.all', help: 'every one of these words or phrases' },
  { option: '--any <terms...>', field: 'keywords.any', help: 'at least one of these' },
  { option: '--none <terms...>', field: 'keywords.none', help: 'none of these' },
  {
    option: '--query <expression>',
    field: 'query',
    help: 'words with AND, OR, NOT, "phrases", /expressions/ and parentheses (docs/rules.md)',
  },
  { option: '--category <names...>', field: 'categories', help: 'categories' },
  { option: '--condition <names...>', field: 'conditions', help: 'conditions' },
  {
    option: '--kinds <names...>',
    field: 'kinds',
    help: 'kinds of offer: thing, accessory, part, broken, lot … or any (default: things that work)',
  },
  { option: '--min <amount>', field: 'priceCentsMin', read: amount, help: 'lowest price, e.g. 50' },
  {
    option: '--max <amount>',
    field: 'priceCentsMax',
    read: amount,
    help: 'highest price, e.g. 600 or 599.99',
  },
  {
    option: '--max-landed <amount>',
    field: 'landedCentsMax',
    read: amount,
    help: 'highest price with shipping and the way',
  },
  {
    option: '--currency <code>',
    field: 'currency',
    read: (code: string) => code.toUpperCase(),
    help: 'currency of all amounts (default: yours, see deal-scout profile)',
  },
  {
    option: '--other-currencies',
    field: 'otherCurrencies',
    help: 'the limits hold for prices in other currencies too, at the exchange rate of the day',
  },
  { option: '--near <place>', field: 'place', help: 'ZIP code or city' },
  {
    option: '--radius-km <km>',
    field: 'radiusKm',
    read: figure,
    help: `distance from the place, or from home (default: ${defaultRadiusKm})`,
  },
  {
    option: '--within <distance>',
    field: 'radiusKm',
    read: distance,
    help: 'the same as 25km or 15mi',
  },
  {
    option: '--place <places...>',
    field: 'places',
    read: places,
    help: 'near one of several places, e.g. "Oakland, CA=25" "94110=15mi"',
  },
  { option: '--handover <way>', field: 'handover', help: `how it changes hands: ${handovers.join(', ')}` },
  { option: '--score <points>', field: 'scoreMin', read: figure, help: 'least deal score, 0 to 100' },
  {
    option: '--weights <name>',
    field: 'weights',
    help: `what a good deal is: ${weightPresetNames.join(', ')} (default: balanced)`,
  },
  {
    option: '--min-discount <percent>',
    field: 'discountPctMin',
    read: percent,
    help: 'how far below its fair value it must be, in percent',
  },
  {
    option: '--min-confidence <percent>',
    field: 'confidencePctMin',
    read: percent,
    help: 'how sure its fair value must be, in percent',
  },
  { option: '--max-risk <points>', field: 'riskMax', read: figure, help: 'highest risk, 0 to 100' },
  {
    option: '--min-profit <amount>',
    field: 'profitCentsMin',
    read: amount,
    help: 'what selling it again must bring at least',
  },
  { option: '--seller-only <names...>', field: 'sellersOnly', help: 'only from these sellers' },
  { option: '--seller-not <names...>', field: 'sellersNot', help: 'nothing from these sellers' },
  { option: '--marketplace <ids...>', field: 'marketplaces', help: 'only these marketplaces' },
  {
    option: '--channel <ids...>',
    field: 'channels',
    help: 'where to tell: email, or one target email:work (default: inbox)',
  },
  {
    option: '--fallback <ids...>',
    field: 'fallbackChannels',
    help: 'where to tell when a channel fails, in this order',
  },
  { option: '--rhythm <name>', field: 'rhythm', help: `how soon to tell: ${rhythms.join(', ')}` },
  {
    option: '--cooldown <time>',
    field: 'cooldownMinutes',
    read: (text: string, { flag }: Reading) => minutesOf(text, flag),
    help: 'least time between two messages of the rule, e.g. 30m or 2h',
  },
  { option: '--only-new', field: 'onlyNew', help: 'new things only, no lower prices' },
  {
    option: '--drop-at-least <amounts...>',
    field: 'drop',
    help: 'tell a lower price only from so far down, e.g. 20 or 5%',
  },
  {
    option: '--expires <time>',
    field: 'expiresAt',
    read: (text: string, { flag, now }: Reading) => timeOf(text, flag, now, 'end').toISOString(),
    help: 'when the rule switches itself off, e.g. 30d or 2027-01-31',
  },
  {
    option: '--snooze <time>',
    field: 'snoozedUntil',
    read: (text: string, { flag, now }: Reading) => timeOf(text, flag, now, 'start').toISOString(),
    help: 'keep what matches and tell it together afterwards, e.g. 3d or 2026-12-24',
  },
]

const nameOf = ({ option }: Flag) => option.slice(2).split(' ')[0]!
const camel = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

export function withRuleFlags(command: Command): Command {
  for (const { option, help } of flags) command.option(option, help)
  return command
}

/** The fields that were written as flags, in the shape of the API; amounts are of `usual.currency` where no flag says. */
export function fieldsOf(
  written: RuleFlags,
  now: Date,
  usual: Pick<Reading, 'currency' | 'units'>,
): Record<string, unknown> {
  const own = written.currency
  const reading = { ...usual, ...(typeof own === 'string' && { currency: own.toUpperCase() }), now }
  const fields: Record<string, unknown> = {}
  for (const flag of flags) {
    const value = written[camel(nameOf(flag))]
    if (value === undefined) continue
    const of = { ...reading, flag: `--${nameOf(flag)}` }
    if (flag.field === 'drop') Object.assign(fields, dropOf(value as string[], of))
    else put(fields, flag.field, flag.read === undefined ? value : flag.read(value as never, of))
  }
  if (fields.places !== undefined && fields.place === undefined && fields.radiusKm !== undefined) {
    const { radiusKm } = fields
    delete fields.radiusKm
    fields.places = (fields.places as ReturnType<typeof places>).map((place) => ({
      ...place,
      radiusKm: place.radiusKm ?? radiusKm,
    }))
  }
  return fields
}

function dropOf(texts: readonly string[], reading: Reading): Record<string, number> {
  return Object.fromEntries(
    texts.map((text) =>
      text.trim().endsWith('%')
        ? ['dropPctMin', percent(text.trim(), reading)]
        : ['dropCentsMin', amount(text, reading)],
    ),
  )
}

function put(fields: Record<string, unknown>, path: string, value: unknown): void {
  const [list, inner] = path.split('.') as [string, string?]
  if (inner === undefined) fields[list] = value
  else fields[list] = { ...(fields[list] as object), [inner]: value }
}

/** What fields become when their flags' names are cleared: as if they had never been written. */
export function clearedFields(names: readonly string[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const name of names.map((text) => text.replace(/^--/, ''))) {
    const flag = flags.find((one) => nameOf(one) === name)
    const empty = flag && emptyOf(flag)
    if (empty === undefined) {
      const clearable = flags.filter((one) => emptyOf(one) !== undefined).map(nameOf)
      throw badInput(
        `--clear ${JSON.stringify(name)}: there is no such thing to clear; there are ${clearable.join(', ')}.`,
      )
    }
    for (const [path, value] of Object.entries(empty)) put(fields, path, value)
  }
  return fields
}

function emptyOf({ field, option }: Flag): Record<string, unknown> | undefined {
  switch (field) {
    case 'currency':
    case 'radiusKm':
      return undefined
    case 'place':
    case 'places':
      return { places: [] }
    case 'drop':
      return { dropCentsMin: null, dropPctMin: null }
    case 'handover':
      return { handover: 'any' }
    case 'onlyNew':
      return { onlyNew: false }
    default:
      return { [field]: option.includes('...') ? [] : null }
  }
}
