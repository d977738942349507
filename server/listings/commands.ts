import { type Command, Option } from 'commander'
import { authorized } from '../core/actor.ts'
import { type Open, type Output, table } from '../core/commands.ts'
import { badInput } from '../core/errors.ts'
import { toMinorUnits } from '../core/money.ts'
import { readDistance, type Units } from '../core/units.ts'
import { kindNames } from '../model/offer/kinds.ts'
import { dealOrders, dealQuery } from './deals/deal-schema.ts'
import { dealsPage, kindsNamed } from './deals/deals.ts'
import { type ListingRouteDeps, newestPage, oneListing } from './listing-pages.ts'
import type { ListingView } from './schema.ts'
import { listingText } from './show.ts'

/** `deal-scout deals`, `deal-scout show`. */
export function listingCommands(program: Command, open: Open<ListingRouteDeps>, output: () => Output): void {
  program
    .command('deals [words...]')
    .description('what is for sale now, best deal first')
    .option('--newest', 'newest first, sold and gone ones too')
    .option('--category <name>', 'only this category')
    .option('--marketplace <id>', 'only this marketplace')
    .option('--condition <name>', 'only this condition')
    .option(
      '--kinds <names>',
      'only these kinds of offer, e.g. thing,lot, or any (default: things at a price that is asked)',
    )
    .option('--free', 'what is given away')
    .option('--max <amount>', 'highest price, e.g. 600')
    .option('--currency <code>', 'only prices in this currency, such as EUR')
    .option('--near <place>', 'only near this ZIP code or city (40 km, or --within)')
    .option(
      '--within <distance>',
      'of --near, else of home, such as 25km or 15mi (a bare figure: in your units)',
    )
    .addOption(new Option('--sort <order>', 'what comes first (default: score)').choices(dealOrders))
    .option('--score <points>', 'least deal score, 0 to 100')
    .option('--limit <n>', 'how many', '20')
    .action((search: string[], flags: Record<string, string | boolean | undefined>) => {
      if (flags.newest && flags.sort !== undefined)
        throw badInput('--newest has its own order: give one of --newest and --sort.')
      return open(async (deps, actor) => {
        const userId = authorized(actor, 'read')
        const own = await deps.profileOf(userId)
        const query = dealQuery.safeParse({
          sort: flags.sort,
          q: search.length > 0 ? search.join(' ') : undefined,
          category: flags.category,
          marketplace: flags.marketplace,
          condition: flags.condition,
          kind: flags.kinds,
          free: flags.free ? 'only' : undefined,
          priceCentsMax:
            flags.max === undefined ? undefined : amountOf(String(flags.max), flags.currency ?? own.currency),
          currency: flags.currency,
          near: flags.near,
          withinKm: flags.within === undefined ? undefined : kmOf(String(flags.within), own.units),
          scoreMin: flags.score,
          limit: flags.limit,
        })
        if (!query.success) {
          throw badInput(
            query.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
          )
        }
        const found = await (flags.newest
          ? newestPage(deps, userId, { ...query.data, state: undefined, kind: kindsNamed(query.data) })
          : dealsPage(deps, userId, query.data))
        output().print(found, () => dealTable(found.items))
      })
    })
  program
    .command('show <listing>')
    .description('everything about one listing: its value, score, profit, prices and comparables')
    .action((listing: string) => {
      if (!/^\d{1,15}$/.test(listing)) {
        throw badInput(`${JSON.stringify(listing)} is not the number of a listing: see deal-scout deals.`)
      }
      return open(async (deps, actor) => {
        const found = await oneListing(deps, authorized(actor, 'read'), Number(listing))
        const { units } = await deps.profileOf(authorized(actor, 'read'))
        output().print(found, () => listingText(found, units))
      })
    })
}

function amountOf(text: string, currency: string | boolean): number {
  const cents = toMinorUnits(text, String(currency).toUpperCase())
  if (cents !== null) return cents
  throw badInput(`--max ${JSON.stringify(text)} is not an amount, such as 600 or 599.99.`)
}

function kmOf(text: string, units: Units): number {
  const km = readDistance(text, units)
  if (km !== null) return km
  throw badInput(`--within ${JSON.stringify(text)} is no distance such as 25km or 15mi.`)
}

/** What else than the thing it is read as, and by which words. */
function readAs({ kind, kindWords }: ListingView): string {
  if (kind === 'thing') return ''
  const words = kindWords.map((word) => `"${word}"`).join(', ')
  return ` (read as ${kindNames[kind]}${words === '' ? '' : `: ${words}`})`
}

function dealTable(items: ListingView[]): string {
  if (items.length === 0) {
    return 'Nothing yet. Start Deal Scout (npm start), scan (deal-scout scan) or import a file (deal-scout import FILE).'
  }
  const money = (cents: number | null, currency: string | null) =>
    cents === null ? '–' : cents === 0 ? 'free' : `${Math.round(cents / 100)} ${currency ?? ''}`
  return table(
    ['id', 'score', 'risk', 'price', 'fair', 'why', 'where', 'title', 'address'],
    items.map((item) => [
      item.id,
      item.score,
      item.risk.level === 'low' ? '' : item.risk.level,
      money(item.priceCents, item.currency),
      money(item.value?.midCents ?? null, item.value?.currency ?? null),
      item.reason ?? '',
      item.demo ? `DEMO ${item.marketplace}` : item.marketplace,
      [...item.title].slice(0, 60).join('') + readAs(item),
      item.url,
    ]),
  )
}
