import type { Command } from 'commander'
import { authorized } from '../core/actor.ts'
import { checked, type Open, type Output, table } from '../core/commands.ts'
import { badInput, notFound } from '../core/errors.ts'
import { noCurrency, toMinorUnits } from '../core/money.ts'
import { formatPrice } from '../model/message.ts'
import { changeWatch, follow, showWatch, unfollow } from './following.ts'
import { type WatchRouteDeps, watchPage } from './routes.ts'
import { type WatchDetail, type WatchView, watchInputSchema, watchPatchSchema, watchQuery } from './schema.ts'
import { getWatch, watchedListings } from './store.ts'

interface WatchFlags {
  below?: string | false
  currency?: string
  drops?: boolean
  rises?: boolean
  backOnSale?: boolean
  ended?: boolean
  sold?: boolean
  gone?: boolean
  channel?: string[]
  note?: string | false
  tag?: string[] | false
}

/** `deal-scout watch …`. */
export function watchCommands(program: Command, open: Open<WatchRouteDeps>, output: () => Output): void {
  const watch = program.command('watch').description('single listings that you follow')
  watch
    .command('list', { isDefault: true })
    .description('what you follow, newest first')
    .option('--tag <tag>', 'only with this tag')
    .option('--state <state>', 'unread, active, pending, sold or gone')
    .option('--limit <n>', 'how many', '50')
    .action((flags: Record<string, string>) =>
      open(async (deps, actor) => {
        const found = await watchPage(deps, authorized(actor, 'read'), checked(watchQuery, flags))
        output().print(found, () => watchTable(found.items))
      }),
    )
  const wishes = (command: Command) =>
    command
      .option('--below <amount>', 'tell when its price is at most this, e.g. 250')
      .option('--currency <code>', 'of that amount (default: of the listing)')
      .option('--no-drops', 'not every lower price')
      .option('--rises', 'every higher price, too')
      .option('--no-back-on-sale', 'not when it is for sale again')
      .option('--no-ended', 'not when it is sold or gone')
      .option('--no-sold', 'not when it is sold')
      .option('--no-gone', 'not when it is no longer there')
      .option('--channel <ids...>', 'where to tell: email, or one target email:work (default: inbox)')
      .option('--note <text>', 'a note of yours; it stands in the messages')
      .option('--tag <tags...>', 'tags of yours')
  wishes(
    watch
      .command('add <listing>')
      .description('follows a listing: its number (see deal-scout deals) or the address of its page'),
  ).action((listing: string, flags: WatchFlags) =>
    open(async (deps, actor) => {
      const isNumber = /^\d{1,15}$/.test(listing)
      const currency = isNumber
        ? (flags.currency ??
          (await watchedListings(deps.db, authorized(actor, 'read'), [Number(listing)])).get(Number(listing))
            ?.currency)
        : flags.currency
      const input = checked(watchInputSchema, {
        ...(isNumber ? { listingId: Number(listing) } : { url: listing }),
        ...wishesOf(flags, currency ?? null),
      })
      const made = await follow(deps, authorized(actor, 'write'), input)
      output().print(made, () => madeText(made))
    }),
  )
  // Before their opposites: then what is not given is left open.
  wishes(
    watch
      .command('set <id>')
      .description('changes what is given; the rest stays')
      .option('--drops', 'every lower price')
      .option('--back-on-sale', 'when it is for sale again')
      .option('--ended', 'when it is sold or gone')
      .option('--sold', 'when it is sold')
      .option('--gone', 'when it is no longer there'),
  )
    .option('--no-rises', 'no higher price any more')
    .option('--no-below', 'no threshold any more')
    .option('--no-note', 'no note any more')
    .option('--no-tag', 'no tags any more')
    .action((id: string, flags: WatchFlags) =>
      open(async (deps, actor) => {
        const userId = authorized(actor, 'write')
        const stored = await getWatch(deps.db, userId, Number(id))
        if (!stored) throw notFound('watch')
        const currency = flags.currency ?? stored.currency ?? stored.lastCurrency
        const patch = checked(watchPatchSchema, wishesOf(flags, currency))
        const view = await changeWatch(deps, userId, Number(id), patch)
        output().print(view, () => watchTable([view]))
      }),
    )
  watch
    .command('show <id>')
    .description('one of them with its prices')
    .action((id: string) =>
      open(async (deps, actor) => {
        const view = await showWatch(deps, authorized(actor, 'read'), Number(id))
        output().print(view, () => watchText(view))
      }),
    )
  watch
    .command('remove <id>')
    .description('stops following; the listing stays')
    .action((id: string) =>
      open(async (deps, actor) => {
        await unfollow(deps, authorized(actor, 'write'), Number(id))
        output().print({ removed: Number(id) }, () => `Watch ${id} is gone.`)
      }),
    )
}

/** What flags say, in the API's words; what they leave out is absent. */
function wishesOf(flags: WatchFlags, currency: string | null): Record<string, unknown> {
  const { below, drops, rises, backOnSale, ended, sold, gone, channel, note, tag } = flags
  return Object.fromEntries(
    Object.entries({
      thresholdCents: below === undefined ? undefined : below === false ? null : centsOf(below, currency),
      currency:
        below === undefined || below === false ? flags.currency?.toUpperCase() : currency?.toUpperCase(),
      notifyDrops: drops,
      notifyRises: rises,
      notifyBackOnSale: backOnSale,
      notifyEnded: ended,
      notifySold: sold,
      notifyGone: gone,
      channels: channel,
      note: note === false ? null : note,
      tags: tag === false ? [] : tag,
    }).filter(([, value]) => value !== undefined),
  )
}

function centsOf(amount: string, currency: string | null): number {
  if (currency === null) {
    throw badInput('Name the currency of the amount, such as --currency USD: the listing was not read yet.')
  }
  const cents = toMinorUnits(amount, currency.toUpperCase())
  if (cents === null) throw badInput(`--below: ${JSON.stringify(amount)} is not an amount of ${currency}.`)
  return cents
}

function madeText(watch: WatchView): string {
  const what = watch.listing ? `"${watch.listing.title}"` : watch.url
  const next =
    watch.problem ?? (watch.listing ? null : 'Its page is read within a minute while Deal Scout runs.')
  return `Watch ${watch.id} follows ${what}.${next === null ? '' : ` ${next}`}`
}

function priceOf({ listing }: WatchView): string {
  return listing ? formatPrice(listing.priceCents, listing.currency ?? noCurrency) : '–'
}

function wantsOf(watch: WatchView): string {
  const wants = [
    watch.thresholdCents !== null && watch.currency !== null
      ? `≤ ${formatPrice(watch.thresholdCents, watch.currency)}`
      : null,
    watch.notifyDrops ? 'drops' : null,
    watch.notifyRises ? 'rises' : null,
    watch.notifyBackOnSale ? 'back on sale' : null,
    watch.notifySold && watch.notifyGone ? 'ended' : null,
    watch.notifySold && !watch.notifyGone ? 'sold' : null,
    watch.notifyGone && !watch.notifySold ? 'gone' : null,
  ].filter((want) => want !== null)
  return wants.length === 0 ? 'nothing' : wants.join(', ')
}

function watchTable(items: WatchView[]): string {
  if (items.length === 0) {
    return 'You follow nothing yet: deal-scout watch add https://… (or the number of a listing, see deal-scout deals).'
  }
  return table(
    ['id', 'state', 'price', 'told', 'tags', 'what'],
    items.map((watch) => [
      watch.id,
      watch.state,
      priceOf(watch),
      wantsOf(watch),
      watch.tags.join(', '),
      `${watch.demo ? 'DEMO ' : ''}${[...(watch.listing?.title ?? watch.url)].slice(0, 60).join('')}${watch.problem === null ? '' : `: ${watch.problem}`}`,
    ]),
  )
}

function watchText(watch: WatchDetail): string {
  const day = (at: string) => at.slice(0, 10)
  const price = (cents: number | null, currency: string | null) => formatPrice(cents, currency ?? noCurrency)
  const lines = [
    `${watch.demo ? 'DEMO ' : ''}${watch.listing?.title ?? watch.url}`,
    `${watch.state}, ${priceOf(watch)}; told: ${wantsOf(watch)}; by ${watch.channels.join(', ') || 'nobody'}`,
    watch.url,
    watch.note === null ? null : `Note: ${watch.note}`,
    watch.tags.length === 0 ? null : `Tags: ${watch.tags.join(', ')}`,
    watch.problem,
    ...watch.pricePoints.map((point) => `${day(point.at)}  ${price(point.priceCents, point.currency)}`),
    watch.cluster?.summary ?? null,
    ...(watch.cluster?.pricePoints ?? []).map(
      (point) => `${day(point.at)}  ${price(point.priceCents, point.currency)}  listing ${point.listingId}`,
    ),
  ]
  return lines.filter((line) => line !== null).join('\n')
}
