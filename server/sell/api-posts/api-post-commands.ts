import type { Command } from 'commander'
import { type Authorized, authorized } from '../../core/actor.ts'
import { checked, type Open, type Output } from '../../core/commands.ts'
import { badInput } from '../../core/errors.ts'
import { formatMoney } from '../../core/money.ts'
import { type Flags, given as filled, numberOf, wholeOf } from '../cli/arguments.ts'
import type { SellDeps } from '../deps.ts'
import { type ApiPostView, apiDraftInputSchema, locationInputSchema } from './api-post-schema.ts'
import {
  checkApiPost,
  confirmationFor,
  endApiPost,
  oneApiPost,
  publishApiPost,
  sayLocation,
  writeDraft,
} from './api-posts.ts'
import { workOff } from './loop.ts'
import type { AdAt } from './post-store.ts'

/** `deal-scout sell api-ad | publish | withdraw`. */
export function apiPostCommands(sell: Command, open: Open<SellDeps>, output: () => Output): void {
  const repeated = (value: string, before: string[] = []) => [...before, value]
  sell
    .command('api-ad <item> <marketplace>')
    .description('its ad that is posted by an API: what it says, what is missing, what became of it')
    .option('--site <id>', 'of the marketplace (default: its first)')
    .option('--category <id>', 'what the marketplace lists it under')
    .option('--condition <id>', 'by the number that the marketplace has for it')
    .option('--specific <name=value>', 'what the category asks for; may be given several times', repeated)
    .option('--shipping <id>', 'policy of your account there')
    .option('--payment <id>', 'policy of your account there')
    .option('--returns <id>', 'policy of your account there')
    .option('--from <id>', 'the place of your account that it is sent from')
    .option('--quantity <n>', 'how many are offered')
    .option('--grams <n>', 'what it weighs, packed')
    .action((id: string, marketplace: string, { specific, ...flags }: Flags & { specific?: string[] }) =>
      open(async (deps, actor) => {
        const at = adAt(deps, id, marketplace, flags.site)
        const userId = authorized(actor, 'read')
        const before = await oneApiPost(deps, userId, at)
        const input = checked(
          apiDraftInputSchema,
          filled({
            ...{ categoryId: flags.category, conditionId: flags.condition, locationId: flags.from },
            ...{ shippingPolicyId: flags.shipping, paymentPolicyId: flags.payment },
            returnPolicyId: flags.returns,
            quantity: wholeOf(flags.quantity, 'quantity'),
            weightGrams: wholeOf(flags.grams, 'grams'),
            ...(specific && { specifics: { ...before.draft.specifics, ...specificsOf(specific) } }),
          }),
        )
        const isAsked = Object.keys(input).length > 0
        const ad = isAsked ? await writeDraft(deps, authorized(actor, 'write'), at, input) : before
        output().print(ad, () => adText(ad))
      }),
    )
  sell
    .command('ship-from <marketplace>')
    .description('tells the marketplace from where you ship, where a program alone can say that')
    .requiredOption('--country <code>', 'two letters, such as US or DE')
    .requiredOption('--postal-code <code>', 'of the place')
    .option('--name <name>', 'what you call it', 'Home')
    .option('--site <id>', 'of the marketplace (default: its first)')
    .action((marketplace: string, { postalCode, country, name, site }: Flags) =>
      open(async (deps, actor) => {
        const { itemId: _, ...at } = adAt(deps, '1', marketplace, site)
        const place = checked(locationInputSchema, filled({ name, country, postalCode }))
        const said = await sayLocation(deps, authorized(actor, 'write'), at, place)
        output().print(said, () => `You ship from ${place.postalCode}, ${place.country}: ${said.locationId}`)
      }),
    )
  sell
    .command('publish <item> <marketplace>')
    .description('checks its ad and shows the fees; with the confirmation that it prints then, lists it')
    .option('--site <id>', 'of the marketplace (default: its first)')
    .option('--confirm <word>', 'lists exactly what was checked, at the fees that were shown')
    .action((id: string, marketplace: string, flags: Flags) =>
      open(async (deps, actor) => {
        const userId = authorized(actor, 'self-write')
        const at = adAt(deps, id, marketplace, flags.site)
        if (flags.confirm !== undefined) {
          const ad = await done(deps, userId, at, await publishApiPost(deps, userId, at, flags.confirm))
          return output().print(ad, () => adText(ad))
        }
        const ad = await done(deps, userId, at, await checkApiPost(deps, userId, at))
        if (ad.problem !== null || ad.fees === null) return output().print(ad, () => adText(ad))
        const confirmation = await confirmationFor(deps, userId, at)
        output().print(confirmation, () =>
          [
            `${confirmation.title}: ${confirmation.quantity} for ${formatMoney(confirmation.priceCents, confirmation.currency)}`,
            ...feeLines(confirmation.fees),
            ...ad.warnings,
            `Once it is listed, ${ad.name}'s phone app cannot edit it: you change it here, or end it.`,
            `To list it: deal-scout sell publish ${id} ${at.marketplace} --site ${at.site} --confirm ${confirmation.confirmation}`,
          ].join('\n'),
        )
      }),
    )
  sell
    .command('withdraw <item> <marketplace>')
    .description('ends its listing that was posted by an API')
    .option('--site <id>', 'of the marketplace (default: its first)')
    .action((id: string, marketplace: string, flags: Flags) =>
      open(async (deps, actor) => {
        const userId = authorized(actor, 'write')
        const at = adAt(deps, id, marketplace, flags.site)
        const ad = await done(deps, userId, at, await endApiPost(deps, userId, at))
        output().print(ad, () => adText(ad))
      }),
    )
}

function adAt({ sellingPlaces }: SellDeps, id: string, marketplace: string, site?: string): AdAt {
  const place = marketplace.toLowerCase()
  const first = sellingPlaces.get(place)?.sites[0]?.id ?? ''
  return { itemId: numberOf(id), marketplace: place, site: site ?? first }
}

function specificsOf(given: readonly string[]): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const one of given) {
    const [, name, value] = /^([^=]+)=(.+)$/.exec(one) ?? []
    if (name === undefined || value === undefined)
      throw badInput(`--specific: write it like Brand=Sony, not "${one}".`)
    found[name] = [...(found[name] ?? []), value]
  }
  return found
}

/** Works on it here where no worker of the program does, so that a command can say what came of it. */
async function done(
  deps: SellDeps,
  userId: Authorized<'write'>,
  at: AdAt,
  { id }: ApiPostView,
): Promise<ApiPostView> {
  await workOff(deps, id!, async () => (await oneApiPost(deps, userId, at)).wish === null)
  return oneApiPost(deps, userId, at)
}

const feeLines = (fees: NonNullable<ApiPostView['fees']>): string[] =>
  fees.length === 0
    ? ['Fees for listing it: none are told']
    : fees.map(({ name, cents, currency }) => `Fee ${name}: ${formatMoney(cents, currency)}`)

function adText(ad: ApiPostView): string {
  const { sent, problem, draft } = ad
  return [
    `${ad.name}, ${ad.site.name}: ${ad.state}${ad.wish === null ? '' : ` (asked to ${ad.wish})`}${ad.url === null ? '' : ` ${ad.url}`}`,
    sent && `As sent: ${sent.title}, ${sent.quantity} for ${formatMoney(sent.priceCents, sent.currency)}`,
    `Category ${draft.categoryId ?? '–'}, condition ${draft.conditionId ?? '–'}`,
    ...Object.entries(draft.specifics).map(([name, values]) => `  ${name}: ${values.join(', ')}`),
    ad.missing.length > 0 ? `Still missing: ${ad.missing.join(', ')}` : null,
    ...(ad.fees === null ? [] : feeLines(ad.fees)),
    ...ad.warnings,
    problem?.reason ?? null,
  ]
    .filter((line) => line !== null && line !== '')
    .join('\n')
}
