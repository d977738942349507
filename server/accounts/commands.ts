import { type Command, Option } from 'commander'
import type { Actor } from '../core/actor.ts'
import { type Open, type Output, table } from '../core/commands.ts'
import { badInput } from '../core/errors.ts'
import { minorDigits } from '../core/money.ts'
import { kmPerMile, type Units, unitChoices } from '../core/units.ts'
import { type TravelCost, travelCostSchema } from '../model/score-schema.ts'
import { changeProfile, type MeDeps, readMe } from './me.ts'
import { type Me, mePatchSchema, type ProfilePatch } from './schema.ts'

interface ProfileFlags {
  home?: string
  units?: string
  currency?: string
  zone?: string
  travel?: string
}

/** `deal-scout profile`, `deal-scout profile set`, `deal-scout profile reset`. */
export function profileCommands(program: Command, open: Open<MeDeps>, output: () => Output): void {
  const profile = program
    .command('profile')
    .description('where you live, and how distances, prices and times are shown to you')
  profile
    .command('show', { isDefault: true })
    .description('as it is')
    .action(() =>
      open(async (deps, actor) => {
        const me = await readMe(deps, actor)
        output().print(me, () => profileText(me))
      }),
    )
  profile
    .command('set')
    .description('changes what is given; "default" goes back to the operator’s')
    .option('--home <place>', 'ZIP code or city, such as 94110 or "Oakland, CA"')
    .addOption(
      new Option('--units <name>', 'of distances').choices([...unitChoices, 'default'] satisfies string[]),
    )
    .option('--currency <code>', 'of amounts that commands are given without one, such as EUR')
    .option('--zone <name>', 'time zone, such as Europe/Berlin')
    .option(
      '--travel <cost>',
      'what the way costs for each km or mile, such as 0.30, 0.30/km or "0.50/mi USD"',
    )
    .action((flags: ProfileFlags) =>
      open(async (deps, actor) => {
        const me = await changeProfile(deps, actor, await patchOf(deps, actor, flags))
        output().print(me, () => profileText(me))
      }),
    )
  profile
    .command('reset')
    .description('goes back to the operator’s defaults')
    .action(() =>
      open(async (deps, actor) => {
        const me = await changeProfile(deps, actor, {
          ...{ home: null, units: null, currency: null, timeZone: null, travel: null },
          ...{ language: null, hourCycle: null, weekStart: null },
        })
        output().print(me, () => profileText(me))
      }),
    )
}

async function patchOf(deps: MeDeps, actor: Actor, flags: ProfileFlags): Promise<ProfilePatch> {
  const { home, units, currency, zone, travel } = flags
  if ([home, units, currency, zone, travel].every((flag) => flag === undefined))
    throw badInput('Nothing is to be changed: say what by flags, such as --home 94110; --help shows them.')
  const read = mePatchSchema.safeParse({
    profile: {
      home: orDefault(home),
      units: orDefault(units),
      currency: orDefault(currency),
      timeZone: orDefault(zone),
    },
  })
  if (!read.success) {
    const flagOf = (field: PropertyKey) => (field === 'timeZone' ? '--zone' : `--${String(field)}`)
    throw badInput(
      read.error.issues.map(({ path, message }) => `${flagOf(path[1]!)}: ${message}.`).join('\n'),
      Object.fromEntries(read.error.issues.map(({ path, message }) => [path.join('.'), message])),
    )
  }
  const patch = read.data.profile
  if (travel === undefined) return patch
  if (orDefault(travel) === null) return { ...patch, travel: null }
  const { profile } = await readMe(deps, actor)
  return {
    ...patch,
    travel: travelOf(travel, {
      units: patch.units ?? profile.units.value,
      currency: patch.currency ?? profile.currency.value,
    }),
  }
}

const orDefault = (text: string | undefined) => (text?.trim() === 'default' ? null : text)

/** "0.30", "0.30/km", "0.50/mi EUR": for each km or mile of the way, else of the person's units and currency. */
function travelOf(text: string, own: { units: Units; currency: string }): TravelCost {
  const [, amount = Number.NaN, unit = own.units, code = own.currency] =
    /^\s*(\d+(?:\.\d+)?)\s*(?:\/\s*(km|mi))?\s*([A-Za-z]{3})?\s*$/.exec(text) ?? []
  const currency = code.toUpperCase()
  const cents = Number(amount) * 10 ** minorDigits(currency)
  const perKm = unit === 'mi' ? cents / kmPerMile : cents
  // A tenth of a cent is the finest.
  const cost = travelCostSchema.safeParse({ centsPerKm: Number(perKm.toFixed(1)), currency })
  if (cost.success) return cost.data
  throw badInput(
    `--travel ${JSON.stringify(text)} is no cost of the way: write for example 0.30, 0.30/km or "0.50/mi USD".`,
  )
}

function profileText({ name, profile }: Me): string {
  const { home, units, currency, timeZone, travel } = profile
  const perKm = travel.value.centsPerKm / 10 ** minorDigits(travel.value.currency)
  const way =
    units.value === 'mi'
      ? // Tenths of a cent per km are kept: of a mile, what is behind the cent is only rounding.
        `${(perKm * kmPerMile).toFixed(minorDigits(travel.value.currency))} ${travel.value.currency} per mile`
      : `${perKm} ${travel.value.currency} per km`
  const shown: [string, string, boolean][] = [
    ['home', home.value?.label ?? 'not known: distances are not either', home.isDefault],
    ['distances in', units.value === 'both' ? 'mi and km' : units.value, units.isDefault],
    ['currency', currency.value, currency.isDefault],
    ['time zone', timeZone.value, timeZone.isDefault],
    ['the way costs', travel.value.centsPerKm === 0 ? 'nothing' : way, travel.isDefault],
  ]
  return [
    name,
    table(
      ['', 'value', 'whose'],
      shown.map(([what, value, isDefault]) => [what, value, isDefault ? 'default' : 'yours']),
    ),
  ].join('\n')
}
