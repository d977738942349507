import { setTimeout as sleep } from 'node:timers/promises'
import { type Command, Option } from 'commander'
import { type Authorized, authorized } from '../../core/actor.ts'
import { type Open, type Output, table } from '../../core/commands.ts'
import { postingLanguages } from '../../model/posting.ts'
import { type Flags, numberOf } from '../cli/arguments.ts'
import type { SellDeps } from '../deps.ts'
import type { AiState, DescriptionView } from './ai-schema.ts'
import type { DropReason } from './answer-schema.ts'
import type { AiDeps } from './deps.ts'
import { askDescription, makeCall } from './describe.ts'
import { described, takeOffers } from './offers.ts'
import { recipientOf } from './set-up.ts'
import { agree, aiState, descriptionView } from './views.ts'

/** `deal-scout sell describe` and `deal-scout sell ai`. */
export function aiCommands(sell: Command, open: Open<SellDeps>, output: () => Output): void {
  sell
    .command('describe <item>')
    .description('asks a model what the photos of a thing show; nothing is taken over by itself')
    .addOption(
      new Option('--language <code>', 'of the description (default: yours)').choices(postingLanguages),
    )
    .option('--take-all', 'takes over all that it offers')
    .action((id: string, flags: Flags & { takeAll?: boolean | string }) =>
      open(async ({ ai }, actor) => {
        const userId = authorized(actor, 'write')
        const itemId = numberOf(id)
        const language = postingLanguages.find((one) => one === flags.language)
        const callId = await askDescription(ai, userId, itemId, {
          languages: language === undefined ? undefined : [language],
        })
        // Here and now: no other process need run.
        if (callId !== null) await makeCall(ai, { userId, callId }, new AbortController().signal)
        let view = await answered(ai, userId, itemId)
        if (flags.takeAll !== undefined && view.offers.length > 0) {
          const offers = view.offers.map(({ field, value }) => ({ field, value }))
          await takeOffers(ai, userId, itemId, { offers })
          view = await answered(ai, userId, itemId)
        }
        output().print(view, () => describedText(view, itemId))
      }),
    )
  sell
    .command('ai')
    .description('whether a model may describe your things, to whom photos go, and what it cost you')
    .option('--agree', 'lets photos of a thing be sent when you ask for its description')
    .option('--withdraw', 'takes that back')
    .action((flags: Flags) =>
      open(async ({ ai }, actor) => {
        if (flags.agree === undefined && flags.withdraw === undefined) {
          const state = await aiState(ai, authorized(actor, 'read'))
          return output().print(state, () => stateText(state))
        }
        const to = flags.withdraw === undefined && ai.setUp !== null ? recipientOf(ai.setUp) : null
        const agreed = flags.withdraw === undefined ? (to ?? '') : null
        const state = await agree(ai, authorized(actor, 'own'), agreed)
        output().print(state, () => stateText(state))
      }),
    )
}

/** Another process may have taken it first. */
async function answered(ai: AiDeps, userId: Authorized<'read'>, itemId: number): Promise<DescriptionView> {
  for (;;) {
    const found = await described(ai, userId, itemId)
    const view = descriptionView(found)
    if (view.state !== 'asked' || found.call!.leaseUntil <= ai.clock.now()) return view
    await sleep(500)
  }
}

const becauses: Readonly<Record<DropReason, string>> = {
  malformed: 'not as it was asked for',
  'unknown-field': 'not asked for',
  'too-long': 'too long',
  'too-many': 'too many',
  'hidden-characters': 'characters that cannot be seen',
  'other-script': 'letters of another script',
  markup: 'markup',
  link: 'a link',
  contact: 'a way to contact somebody',
  price: 'a price or a payment',
  authenticity: 'a promise that nobody can see on a photo',
  'other-marketplace': 'the name of a marketplace',
  instruction: 'an instruction',
  prohibited: 'something that must not be sold',
  'no-evidence': 'nothing that shows it',
  measure: 'a measure that was not read on the thing',
}

export function describedText(view: DescriptionView, itemId: number): string {
  const rows = view.offers.map(({ field, value, confidence, words, isTaken }) => [
    ...[field, value, `${Math.round(confidence * 100)} %`, words, isTaken ? 'yes' : ''],
  ])
  return [
    ...(view.problem === null ? [] : [view.problem]),
    ...(view.isStale ? ['Photos or facts were changed since: ask again for what they show now.'] : []),
    ...(view.isRepaired ? ['The answer was no whole form and was mended: look twice.'] : []),
    ...(rows.length > 0 ? [table(['field', 'offered', 'sure', 'words on it', 'taken'], rows)] : []),
    ...view.dropped.map(
      ({ field, because, count }) =>
        `Not offered: ${field}${count > 1 ? `, ${count} times` : ''}, since it has ${becauses[because]}.`,
    ),
    ...(rows.some((row) => row.at(-1) === '')
      ? [`Take all of it: deal-scout sell describe ${itemId} --take-all; or some at /sell/${itemId}.`]
      : []),
    `For this thing: ${view.spent.cents === null ? '' : `${view.spent.cents} cents, `}${view.spent.tokens} tokens.`,
  ].join('\n')
}

function stateText(state: AiState): string {
  if (!state.isOn || state.caps === null)
    return 'Nobody describes photos here: the operator has not set it up (AI_PROVIDER). Everything else works without.'
  const { caps, spent } = state
  return [
    `${state.sent} Model: ${state.model}.`,
    state.isAgreed
      ? 'You agreed to that; --withdraw takes it back.'
      : 'You have not agreed to that, so that nothing is sent; --agree does.',
    state.isPriced
      ? `You spent ${spent.day.cents} of ${caps.personDayCents} cents today, ${spent.month.cents} of ${caps.personMonthCents} this month (UTC). One description takes ${state.most?.cents} cents at the most.`
      : `What the model costs is not known here; you used ${spent.day.tokens} of ${caps.personDayTokens} tokens today (UTC).`,
  ].join('\n')
}
