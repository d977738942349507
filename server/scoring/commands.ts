import type { Command } from 'commander'
import { type Authorized, authorized } from '../core/actor.ts'
import { type Open, type Output, table } from '../core/commands.ts'
import { badInput } from '../core/errors.ts'
import { formatMoney } from '../core/money.ts'
import { toStderr } from '../core/terminal.ts'
import { answerValue } from './value/answer/value-answer.ts'
import type { ValueDeps } from './value/answer/value-asked.ts'
import { type ValueAnswer, type ValueInput, valueInputSchema } from './value/answer/value-schema.ts'

/** `deal-scout value …`; `askRunning` has the answer of a program that runs already, null where none does. */
export function valueCommand(
  program: Command,
  open: Open<ValueDeps>,
  output: () => Output,
  askRunning: (input: ValueInput) => Promise<ValueAnswer | null> = async () => null,
): void {
  program
    .command('value <title...>')
    .description('what a thing is worth by comparable listings, with an interval and the listings')
    .option('--condition <words>', 'e.g. "like new"')
    .option('--price <price>', 'what is asked, to compare: 120, 149.50, €120')
    .option('--category <name>', 'instead of the one that the title tells')
    .option('--currency <code>', 'e.g. EUR; default: the one that most comparables are in')
    .option('--brand <name>', 'the maker, where the title does not say')
    .option('--description <text>', 'more about it')
    .option('--marketplace <id>', 'where it is offered')
    .option('--basis <name>', 'asking or sold: the level that the value is wanted on')
    .option('--demo', "by the demo's made-up listings")
    .option('--quick', 'by comparables alone, without waiting until prices are learned')
    .action(async (title: string[], flags: Record<string, string | boolean | undefined>) => {
      const { json: _, quick, ...given } = flags
      const input = valueInputSchema.safeParse({ ...given, title: title.join(' ') })
      if (!input.success) {
        throw badInput(
          input.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
        )
      }
      // The program that runs answers for its owner.
      const told = program.opts<{ as?: string }>().as === undefined ? await askRunning(input.data) : null
      const answer =
        told ??
        (await open((deps, actor) => answerHere(deps, authorized(actor, 'read'), input.data, quick === true)))
      output().print(answer, () => valueText(answer))
    })
}

async function answerHere(
  deps: ValueDeps,
  person: Authorized<'read'>,
  input: ValueInput,
  isQuick: boolean,
): Promise<ValueAnswer> {
  await deps.db.transaction((tx) => deps.valuer.catchUp(tx))
  if (!isQuick) await learned(deps.valuer.settled())
  return answerValue(deps, person, input)
}

const silentMs = 3_000

/** Waits for a thread that by itself keeps no process alive; with many prices that takes a while, which is told. */
async function learned(work: Promise<void>): Promise<void> {
  let told = false
  const timer = setInterval(() => {
    if (!told) toStderr('Learning from the prices that are held; --quick answers without.\n')
    told = true
  }, silentMs)
  try {
    await work
  } finally {
    clearInterval(timer)
  }
}

export function valueText(answer: ValueAnswer): string {
  const { reason, understood, price, saleRatio, notes } = answer
  const lines = [`Understood: ${understood.sentence}`, '', reason]
  if (price) lines.push(`${price.sentence}.`)
  if (saleRatio) lines.push(saleRatio.sentence)
  lines.push(...notes)
  if (answer.comps.length > 0) lines.push('', compTable(answer))
  return lines.join('\n')
}

function compTable({ comps }: ValueAnswer): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`
  return table(
    ['similarity', 'weight', 'price', 'as yours', 'days', 'where', 'title', 'differs in'],
    comps.map((comp) => [
      percent(comp.similarity),
      percent(comp.weightShare),
      formatMoney(comp.priceCents, comp.currency) + (comp.basis === 'sold' ? ' sold' : ''),
      formatMoney(comp.adjustedCents, comp.currency),
      comp.ageDays,
      comp.marketplace,
      [...comp.title].slice(0, 50).join(''),
      comp.adjustments,
    ]),
  )
}
