import type { Command } from 'commander'
import { authorized } from '../../core/actor.ts'
import { checked, type Open, type Output, table } from '../../core/commands.ts'
import { type BookSettings, bookChangesSchema, ownLines } from '../books/book-schema.ts'
import { bookSettings, changeBookSettings } from '../books/book-settings.ts'
import type { SellDeps } from '../deps.ts'

/** In which line of the year's sums each kind of amount is. */
export function lineCommands(sell: Command, open: Open<SellDeps>, output: () => Output): void {
  sell
    .command('lines')
    .description("in which line of the year's sums each kind of amount is (sell export year)")
    .option('--reset', 'goes back to those of a US Schedule C')
    .action(({ reset = false }: { reset?: boolean }) =>
      open(async (deps, actor) => {
        const view = reset
          ? await changeBookSettings(deps, authorized(actor, 'write'), { yearLines: null })
          : await bookSettings(deps.db, authorized(actor, 'read'))
        output().print(view, () => linesText(view))
      }),
    )
  sell
    .command('line <name> [kinds...]')
    .description(
      'puts kinds of amounts into a line of that name, out of the one they were in; none = no such line',
    )
    .action((name: string, kinds: string[]) =>
      open(async (deps, actor) => {
        const { yearLines } = await bookSettings(deps.db, authorized(actor, 'read'))
        const changes = checked(bookChangesSchema, { yearLines: withLine(yearLines, name, kinds) })
        const view = await changeBookSettings(deps, authorized(actor, 'write'), changes)
        output().print(view, () => linesText(view))
      }),
    )
}

/** Where a line of that name stood, it stands. */
function withLine(
  lines: BookSettings['yearLines'],
  name: string,
  kinds: readonly string[],
): { line: string; kinds: string[] }[] {
  const isIt = ({ line }: { line: string }) => line.toLowerCase() === name.trim().toLowerCase()
  const left = lines.map((one) =>
    isIt(one)
      ? { line: one.line, kinds: [...kinds] }
      : { ...one, kinds: one.kinds.filter((kind) => !kinds.includes(kind)) },
  )
  const all = left.some(isIt) ? left : [...left, { line: name, kinds: [...kinds] }]
  return all.filter((one) => one.kinds.length > 0)
}

function linesText({ yearLines, yearLinesAreOwn, inNoLine }: BookSettings): string {
  return [
    yearLinesAreOwn ? 'These are your lines.' : 'As in a US Schedule C. It is no tax advice.',
    table(
      ['line', 'kinds'],
      [
        ...yearLines.map(({ line, kinds }) => [line, kinds.join(', ')]),
        ...(inNoLine.length > 0 ? [[ownLines.none, inNoLine.join(', ')]] : []),
      ],
    ),
  ].join('\n')
}
