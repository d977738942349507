import type { Command } from 'commander'
import { type Open, type Output, table } from '../../core/commands.ts'
import { secretKeysOption } from '../../core/secrets.ts'
import { closedProblem, type RotateDeps, removeOldKeys, rotate, sealedByKey } from './rotate.ts'

/** `deal-scout secrets …`: docs/security/secrets.md. */
export function secretCommands(program: Command, open: Open<RotateDeps>, output: () => Output): void {
  const secrets = program
    .command('secrets')
    .description('the keys that stored secrets are sealed with: how it is, another one')
  secrets
    .command('status', { isDefault: true })
    .description('how much is sealed with which key')
    .action(() =>
      open(async (deps) => {
        const keys = [...deps.secrets.keyIds()]
        const columns = await sealedByKey(deps)
        output().print({ from: deps.keyFile ?? secretKeysOption, keys, columns }, () =>
          [
            `Keys: ${keys.join(', ')} (the first one seals), from ${deps.keyFile ?? secretKeysOption}`,
            table(
              ['sealed in', ...keys, 'key not here'],
              columns.map(({ column, counts, unknown }) => [column, ...counts, unknown]),
            ),
          ].join('\n'),
        )
      }),
    )
  secrets
    .command('rotate')
    .description('seals everything anew with the newest key, which is made where the keys are in a file')
    .action(() =>
      open(async (deps) => {
        const columns = await rotate(deps)
        const problem = closedProblem(columns)
        output().print({ columns, oldKeysMayGo: problem === null }, () =>
          [
            table(
              ['sealed in', 'sealed anew', 'was new', 'cannot be opened'],
              columns.map(({ column, resealed, already, closed }) => [
                ...[column, resealed, already, closed.length],
              ]),
            ),
            ...columns.flatMap(({ column, closed }) =>
              closed.slice(0, 20).map(({ row, problem: why }) => `${column} ${row}: ${why}`),
            ),
            ...(problem === null ? [`\n${mayGo(deps)}`] : []),
          ].join('\n'),
        )
        if (problem !== null) throw problem
      }),
    )
  secrets
    .command('remove-old')
    .description('takes the older keys out of the file, once nothing is sealed with them')
    .action(() =>
      open(async (deps) => {
        const removed = await removeOldKeys(deps)
        output().print({ removed }, () =>
          removed === 0
            ? 'There is one key, which everything is sealed with.'
            : `${removed} older ${removed === 1 ? 'key is' : 'keys are'} gone. Links in messages that were sent under them open nothing any more.`,
        )
      }),
    )
}

function mayGo({ keyFile }: RotateDeps): string {
  const how =
    keyFile === null
      ? `take it out of ${secretKeysOption} in every process, and start each again`
      : 'deal-scout secrets remove-old'
  return `Everything is sealed with the newest key. The old key may be removed now: ${how}. Links to end messages, in messages that were sent before, need it: docs/security/secrets.md.`
}
