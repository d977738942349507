import type { Command } from 'commander'
import { authorized } from '../../core/actor.ts'
import type { Open, Output } from '../../core/commands.ts'
import { endFeed, type FeedDeps, makeFeed } from './personal-feed.ts'

/** `deal-scout feed make`, `deal-scout feed end`. */
export function feedCommands(program: Command, open: Open<FeedDeps>, output: () => Output): void {
  const feed = program.command('feed').description('your matches for a feed reader, at a secret address')
  feed
    .command('make')
    .description('a new address, shown once; the one before opens nothing any more')
    .action(() =>
      open(async (deps, actor) => {
        const made = await makeFeed(deps, authorized(actor, 'self'))
        output().print(
          made,
          () =>
            `RSS   ${made.rss}\nJSON  ${made.json}\n\nWhoever has it reads your matches: give it to your reader only.`,
        )
      }),
    )
  feed
    .command('end')
    .description('its address opens nothing any more')
    .action(() =>
      open(async (deps, actor) => {
        await endFeed(deps, authorized(actor, 'self'))
        output().print({ ended: true }, () => 'The feed is over: its address opens nothing any more.')
      }),
    )
}
