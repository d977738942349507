import { type Command, Option } from 'commander'
import { authorized } from '../../core/actor.ts'
import { checked, type Open, type Output, table } from '../../core/commands.ts'
import { postingLanguages } from '../../model/posting.ts'
import { type AdView, adInputSchema, writingStyleSchema } from '../ads/ad-schema.ts'
import { changeStyle, oneAd, postingPlaces, writeAd, writingStyle } from '../ads/ads.ts'
import { handovers, type SellingStyle, tones } from '../ads/writing/facts.ts'
import type { SellDeps } from '../deps.ts'
import { changePost } from '../items.ts'
import { centsOf, type Flags, given, numberOf } from './arguments.ts'
import { itemText } from './texts.ts'

export function adCommands(sell: Command, open: Open<SellDeps>, output: () => Output): void {
  sell
    .command('places')
    .description('marketplaces whose forms for ads are known, with their limits')
    .action(() =>
      open(async (deps, actor) => {
        authorized(actor, 'read')
        const places = postingPlaces(deps)
        output().print(places, () =>
          table(
            ['id', 'title', 'text', 'photos', 'runs', 'form'],
            places.map((place) => [
              place.id,
              place.titleCharactersMax,
              place.descriptionCharactersMax,
              place.photosMax,
              place.runsDays === null ? null : `${place.runsDays} days`,
              place.composerUrl,
            ]),
          ),
        )
      }),
    )
  sell
    .command('ad <item> <marketplace>')
    .description('its ad for a marketplace, to be copied; with what to mend. Options write it yourself')
    .option('--title <text>', 'your own title')
    .option('--description <text>', 'your own description')
    .option('--price <amount>', 'what it asks there')
    .option('--currency <code>', 'of the price', 'USD')
    .option('--rewrite', 'back to what is written of the facts')
    .action((id: string, marketplace: string, { rewrite, ...flags }: Flags & { rewrite?: string }) =>
      open(async (deps, actor) => {
        const currency = flags.currency!.toUpperCase()
        const priceCents = centsOf(flags.price, currency)
        const input = checked(
          adInputSchema,
          given({
            ...(rewrite !== undefined && { title: null, description: null }),
            ...{ title: flags.title, description: flags.description, priceCents },
            ...(priceCents !== undefined && { currency }),
          }),
        )
        const which = { itemId: numberOf(id), marketplace: marketplace.toLowerCase() }
        const ad =
          Object.keys(input).length === 0
            ? await oneAd(deps, authorized(actor, 'read'), which)
            : await writeAd(deps, authorized(actor, 'write'), { ...which, input })
        output().print(ad, () => adText(ad))
      }),
    )
  sell
    .command('style')
    .description('how your ads are written; options change it')
    .addOption(new Option('--tone <tone>', 'of the text').choices(tones))
    .addOption(new Option('--handover <way>', 'how buyers get it').choices(handovers))
    .option('--place <text>', 'where it can be picked up, as it may stand in an ad')
    .option('--tell <channels>', 'where you are told what your sales leave to do, e.g. inbox,email')
    .option('--opening <text>', 'own words before the facts')
    .option('--closing <text>', 'own words after them')
    .addOption(new Option('--language <code>', 'of these words').choices(postingLanguages).default('en'))
    .action((flags: Flags) =>
      open(async (deps, actor) => {
        const before = await writingStyle(deps.db, authorized(actor, 'read'))
        const { language, opening, closing, tell, ...plain } = flags
        const said = given({ ...plain, opening, closing, tell })
        const style = checked(writingStyleSchema, {
          ...{ ...before, ...given(plain) },
          ...(tell !== undefined && { tasksOn: tell.split(',').map((one) => one.trim()) }),
          ...(opening !== undefined && { opening: { ...before.opening, [language!]: opening } }),
          ...(closing !== undefined && { closing: { ...before.closing, [language!]: closing } }),
        })
        const now =
          Object.keys(said).length === 0 ? before : await changeStyle(deps, authorized(actor, 'write'), style)
        output().print(now, () => styleText(now))
      }),
    )
  sell
    .command('stands <post>')
    .description('that an ad still stands, or that you moved it up')
    .action((id: string) =>
      open(async (deps, actor) => {
        const item = await changePost(deps, authorized(actor, 'write'), numberOf(id), { stillThere: true })
        output().print(item, () => itemText(item))
      }),
    )
}

function adText({ itemId, name, marketplace, composerUrl, fields, findings, post }: AdView): string {
  const marks = { error: 'Mend', warning: 'Better', hint: 'Know' } as const
  return [
    `${name}: ${composerUrl}`,
    ...fields.flatMap(({ label, value, characters, charactersMax }) => {
      const count = charactersMax === null ? '' : ` (${characters} of ${charactersMax})`
      if (value === null) return [`${label}: –`]
      if (!value.includes('\n')) return [`${label}${count}: ${value}`]
      // Set in, so that no line of it can pass for one of ours.
      return [`${label}${count}:`, ...value.split('\n').map((line) => `  ${line}`.trimEnd())]
    }),
    ...findings.map(({ severity, sentence }) => `${marks[severity]}: ${sentence}`),
    post === null
      ? `Posted? deal-scout sell post ${itemId} ${marketplace} --url ADDRESS --price AMOUNT`
      : `It stands there as post ${post.id}.`,
  ].join('\n')
}

function styleText({ tone, handover, place, opening, closing, tasksOn }: SellingStyle): string {
  const own = (name: string, texts: SellingStyle['opening']) =>
    Object.entries(texts).map(([language, text]) => `${name} (${language}): ${text}`)
  return [
    `Tone ${tone}; ${handover}${place === null ? '' : ` in ${place}`}.`,
    ...own('Before', opening),
    ...own('After', closing),
    `You are told of what your sales leave to do: ${tasksOn.join(', ') || 'nowhere'}.`,
  ].join('\n')
}
