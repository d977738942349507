import { type Command, Option } from 'commander'
import { authorized } from '../../core/actor.ts'
import { checked, type Open, type Output } from '../../core/commands.ts'
import type { SellDeps } from '../deps.ts'
import { addItem, addPost, changeItem, changePost, itemPage, oneItem, removeItem } from '../items.ts'
import { itemPrices } from '../prices.ts'
import { itemInputSchema, itemPatchSchema, itemQuery, postInputSchema } from '../schema.ts'
import { asideReasons, itemStates } from '../states.ts'
import { centsOf, type Flags, given, numberOf, wholeOf } from './arguments.ts'
import { costText, itemTable, itemText, pricesText } from './texts.ts'

export function itemCommands(sell: Command, open: Open<SellDeps>, output: () => Output): void {
  sell
    .command('items', { isDefault: true })
    .description('what you own or have sold, newest first')
    .addOption(new Option('--state <state>', 'only these').choices(itemStates))
    .option('--search <letters>', 'of title, maker or SKU')
    .option('--limit <n>', 'how many', '50')
    .action(({ search, ...flags }: Flags) =>
      open(async (deps, actor) => {
        const query = checked(itemQuery, { ...flags, q: search })
        const found = await itemPage(deps, authorized(actor, 'read'), query)
        output().print(found, () => itemTable(found.items))
      }),
    )
  sell
    .command('add [title...]')
    .description('puts a thing into your stock: its title, or the deal that you bought')
    .option('--deal <id>', 'the listing that you bought (see deal-scout deals)')
    .option('--cost <amount>', 'what all of them cost, e.g. 40')
    .option('--shipping-in <amount>', 'what bringing them home cost')
    .option('--currency <code>', 'of these amounts', 'USD')
    .option('--quantity <n>', 'how many', '1')
    .option('--category <name>', 'such as furniture (default: by its title)')
    .option('--condition <name>', 'such as good')
    .option('--details <lines>', 'what it is like, for its ads')
    .option('--defects <lines>', 'what is wrong with it')
    .option('--included <lines>', 'what comes with it')
    .option('--bought <day>', 'when, e.g. 2026-11-30 (default: today)')
    .option('--note <text>', 'a note of yours')
    .action((title: string[], flags: Flags, command: Command) =>
      open(async (deps, actor) => {
        const isCurrencyTyped = command.getOptionValueSource('currency') === 'cli'
        const hasAmount = flags.cost !== undefined || flags.shippingIn !== undefined
        const currency = flags.currency!.toUpperCase()
        const input = checked(
          itemInputSchema,
          given({
            listingId: wholeOf(flags.deal, '--deal'),
            title: title.length > 0 ? title.join(' ') : undefined,
            costCents: centsOf(flags.cost, currency),
            shippingInCents: centsOf(flags.shippingIn, currency),
            currency: hasAmount || isCurrencyTyped ? currency : undefined,
            quantity: wholeOf(flags.quantity, '--quantity'),
            category: flags.category,
            condition: flags.condition,
            boughtOn: flags.bought,
            ...{ details: flags.details, defects: flags.defects, included: flags.included },
            note: flags.note,
          }),
        )
        const item = await addItem(deps, authorized(actor, 'write'), input)
        output().print(item, () => `Item ${item.id} (${item.sku}) is "${item.title}"${costText(item)}.`)
      }),
    )
  sell
    .command('show <item>')
    .description('one thing with its posts and what it brought')
    .action((id: string) =>
      open(async (deps, actor) => {
        const item = await oneItem(deps, authorized(actor, 'read'), numberOf(id))
        output().print(item, () => itemText(item))
      }),
    )
  sell
    .command('price <item>')
    .description('what to ask for it, and what that leaves')
    .action((id: string) =>
      open(async (deps, actor) => {
        const prices = await itemPrices(deps, authorized(actor, 'read'), numberOf(id))
        output().print(prices, () => pricesText(prices))
      }),
    )
  sell
    .command('set <item>')
    .description('changes what is given; the rest stays')
    .option('--title <text>', 'what it is')
    .option('--quantity <n>', 'how many you have, or had')
    .option('--category <name>', 'such as furniture')
    .option('--condition <name>', 'such as good')
    .option('--note <text>', 'a note of yours')
    .option('--details <lines>', 'what it is like, for its ads')
    .option('--defects <lines>', 'what is wrong with it')
    .option('--included <lines>', 'what comes with it')
    .addOption(new Option('--aside <why>', 'out of sale: kept or lost').choices(asideReasons))
    .option('--for-sale', 'no longer set aside')
    .action((id: string, { forSale, ...flags }: Flags & { forSale?: string }) =>
      open(async (deps, actor) => {
        const patch = checked(
          itemPatchSchema,
          given({
            ...flags,
            quantity: wholeOf(flags.quantity, '--quantity'),
            ...(forSale !== undefined && { aside: null }),
          }),
        )
        const item = await changeItem(deps, authorized(actor, 'write'), numberOf(id), patch)
        output().print(item, () => itemText(item))
      }),
    )
  sell
    .command('remove <item>')
    .description('deletes what was never sold')
    .action((id: string) =>
      open(async (deps, actor) => {
        await removeItem(deps, authorized(actor, 'write'), numberOf(id))
        output().print({ removed: numberOf(id) }, () => `Item ${id} is gone.`)
      }),
    )
  sell
    .command('post <item> <marketplace>')
    .description('that it stands on a marketplace now')
    .option('--url <address>', 'of the ad')
    .option('--price <amount>', 'what it asks')
    .option('--currency <code>', 'of the price', 'USD')
    .action((id: string, marketplace: string, flags: Flags) =>
      open(async (deps, actor) => {
        const currency = flags.currency!.toUpperCase()
        const priceCents = centsOf(flags.price, currency)
        const input = checked(
          postInputSchema,
          given({
            ...{ marketplace, url: flags.url, priceCents },
            ...(priceCents !== undefined && { currency }),
          }),
        )
        const item = await addPost(deps, authorized(actor, 'write'), numberOf(id), input)
        output().print(item, () => itemText(item))
      }),
    )
  sell
    .command('ended <post>')
    .description('that you took a post down')
    .action((id: string) =>
      open(async (deps, actor) => {
        const item = await changePost(deps, authorized(actor, 'write'), numberOf(id), { ended: true })
        output().print(item, () => itemText(item))
      }),
    )
}
