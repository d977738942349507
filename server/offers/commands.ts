import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { type Authorized, authorized } from '../core/actor.ts'
import { checked, type Open, type Output, table } from '../core/commands.ts'
import { badInput, errorMessage, notFound } from '../core/errors.ts'
import { formatMoney } from '../core/money.ts'
import { builtIns } from './built-in.ts'
import { draftMessage } from './message.ts'
import { allTemplates, type OfferRouteDeps } from './routes.ts'
import { type Message, messageQuery, templateInputSchema } from './schema.ts'
import { getTemplate, templateNamed } from './store.ts'
import { builtInView, createTemplate, removeTemplate, templateView } from './templates.ts'

type Flags = Record<string, string | boolean | undefined>

/** `deal-scout message …`, `deal-scout templates …`. */
export function offerCommands(program: Command, open: Open<OfferRouteDeps>, output: () => Output): void {
  program
    .command('message <listing>')
    .description('a draft to the seller of a listing, with an opening offer; you send it yourself')
    .option(
      '--template <name>',
      'a template of yours, a kind such as offer, or a built-in one such as de/offer',
    )
    .option('--offer <amount>', 'another offer than the suggested one')
    .option('--language <code>', 'en, de, es or fr')
    .option('--pickup <when>', 'when you could come by, in your words')
    .option('--name <name>', 'how you sign')
    .action((listing: string, flags: Flags) =>
      open(async (deps, actor) => {
        if (!/^\d{1,15}$/.test(listing)) {
          throw badInput(
            `${JSON.stringify(listing)} is not the number of a listing: see deal-scout --json deals.`,
          )
        }
        const query = checked(messageQuery, flags)
        const message = await draftMessage(deps, authorized(actor, 'read'), Number(listing), query)
        output().print(message, () => messageText(message))
      }),
    )
  const templates = program.command('templates').description('texts that messages are drafted from')
  templates
    .command('list', { isDefault: true })
    .description('yours and the built-in ones')
    .action(() =>
      open(async (deps, actor) => {
        const { items } = await allTemplates(deps, authorized(actor, 'read'))
        output().print(items, () =>
          table(
            ['id', 'name', 'kind', 'language', 'default'],
            items.map((one) => [one.id, one.name, one.kind, one.language, one.isDefault ? 'yes' : '']),
          ),
        )
      }),
    )
  templates
    .command('add <name>')
    .description('makes a template')
    .requiredOption('--kind <kind>', 'first-contact, offer, firm-price, free or follow-up')
    .option('--language <code>', 'en, de, es or fr', 'en')
    .option('--body <text>', 'the text, e.g. "{greeting} would you take {offer} for it?"')
    .option('--file <file>', 'a file with the text, instead of --body')
    .option('--default', 'use it for its kind and language from now on')
    .action((name: string, flags: Flags) =>
      open(async (deps, actor) => {
        const input = checked(templateInputSchema, {
          name,
          kind: flags.kind,
          language: flags.language,
          body: bodyOf(flags),
          isDefault: flags.default === true,
        })
        const made = templateView(await createTemplate(deps, authorized(actor, 'write'), input))
        output().print(made, () => `Template ${made.id} "${made.name}" is made.`)
      }),
    )
  templates
    .command('show <template>')
    .description('the text of one, by id or name')
    .action((wanted: string) =>
      open(async (deps, actor) => {
        const view = await findTemplate(deps, authorized(actor, 'read'), wanted)
        output().print(view, () => view.body)
      }),
    )
  templates
    .command('remove <id>')
    .description('deletes a template of yours')
    .action((id: string) =>
      open(async (deps, actor) => {
        await removeTemplate(deps, authorized(actor, 'write'), Number(id))
        output().print({ removed: Number(id) }, () => `Template ${id} is gone.`)
      }),
    )
}

async function findTemplate(deps: OfferRouteDeps, userId: Authorized<'read'>, wanted: string) {
  const own = /^\d{1,15}$/.test(wanted)
    ? await getTemplate(deps.db, userId, Number(wanted))
    : await templateNamed(deps.db, userId, wanted)
  if (own) return templateView(own)
  const shipped = builtIns.find(({ name }) => name === wanted)
  if (shipped) return builtInView(shipped)
  throw notFound('message template')
}

function bodyOf({ body, file }: Flags): string {
  if (typeof body === 'string' && file === undefined) return body
  if (typeof file !== 'string' || body !== undefined) {
    throw badInput('Give the text of the template with --body TEXT or with --file FILE.')
  }
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw badInput(`${file} cannot be read: ${errorMessage(error)}`)
  }
}

function messageText(message: Message): string {
  const { currency, offerCents, walkAwayCents, missing } = message
  const money = (cents: number) => (currency === null ? String(cents) : formatMoney(cents, currency))
  return [
    message.text,
    '',
    '─'.repeat(40),
    ...(offerCents === null || walkAwayCents === null
      ? []
      : [`Opening offer ${money(offerCents)}, pay at most ${money(walkAwayCents)}.`]),
    message.reason,
    ...message.sentences,
    ...(missing.length === 0 ? [] : [`Fill in yourself where it says "…": ${missing.join(', ')}.`]),
    ...(message.listingUrl === null ? [] : [message.listingUrl]),
    message.note,
  ].join('\n')
}
