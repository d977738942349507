import type { Command } from 'commander'
import { authorized } from '../core/actor.ts'
import { type Open, type Output, table } from '../core/commands.ts'
import { badInput } from '../core/errors.ts'
import { formatPrice } from '../model/message.ts'
import { type ClusterRouteDeps, clusterQuery, clustersPage, merge, readCluster, split } from './routes.ts'
import type { ClusterDetail, ClusterView } from './schema.ts'
import { mergeBody } from './schema.ts'

/** `deal-scout clusters …`. */
export function clusterCommands(program: Command, open: Open<ClusterRouteDeps>, output: () => Output): void {
  const clusters = program.command('clusters').description('listings that are the same thing')
  clusters
    .command('list', { isDefault: true })
    .description('those that changed last, or the largest')
    .option('--sort <order>', 'recent or size', 'recent')
    .option('--limit <n>', 'how many', '20')
    .option('--cursor <text>', 'go on after the "next" of the page before (--json shows it)')
    .action((flags: Record<string, string | undefined>) =>
      open(async (deps, actor) => {
        const query = clusterQuery.safeParse(flags)
        if (!query.success) throw invalid(query.error.issues)
        const found = await clustersPage(deps, authorized(actor, 'read'), query.data)
        output().print(found, () => clusterTable(found.items))
      }),
    )
  clusters
    .command('show <id>')
    .description('one cluster: its listings, why they are together, and its prices over time')
    .action((id: string) =>
      open(async (deps, actor) => {
        const cluster = await readCluster(deps, authorized(actor, 'read'), idOf('id', id))
        output().print(cluster, () => describe(cluster))
      }),
    )
  clusters
    .command('merge <listingIds...>')
    .description('says that these listings are the same thing')
    .action((ids: string[]) =>
      open(async (deps, actor) => {
        const body = mergeBody.safeParse({ listingIds: ids.map((id) => idOf('listingIds', id)) })
        if (!body.success) throw invalid(body.error.issues)
        const cluster = await merge(deps, authorized(actor, 'write'), body.data.listingIds)
        output().print(cluster, () => `They are one thing now.\n\n${describe(cluster)}`)
      }),
    )
  clusters
    .command('split <listingId>')
    .description('says that this listing is another thing than the rest of its cluster')
    .action((id: string) =>
      open(async (deps, actor) => {
        const done = await split(deps, authorized(actor, 'write'), idOf('listingId', id))
        output().print(done, () =>
          done.remaining === null
            ? `Listing ${id} is on its own now, and so is the other one: cluster ${done.leftClusterId} is gone.`
            : `Listing ${id} is on its own now. Left are ${done.remaining.size}.\n\n${describe(done.remaining)}`,
        )
      }),
    )
}

function idOf(name: string, text: string): number {
  const id = Number(text)
  if (/^\d+$/.test(text) && Number.isSafeInteger(id) && id > 0) return id
  throw badInput(`${JSON.stringify(text)} is not an id: write its number, as the list shows it.`, {
    [name]: 'is not an id',
  })
}

function invalid(issues: readonly { path: PropertyKey[]; message: string }[]) {
  const fields = issues.map(({ path, message }) => [path.join('.') || '(whole)', message] as const)
  return badInput(
    fields.map(([field, message]) => `${field}: ${message}`).join('\n'),
    Object.fromEntries(fields),
  )
}

const cut = (text: string) => [...text].slice(0, 60).join('')
const day = (time: string) => time.slice(0, 10)
const price = (cents: number | null, currency: string | null) =>
  cents === null || currency === null ? '–' : formatPrice(cents, currency)

function clusterTable(items: ClusterView[]): string {
  if (items.length === 0) return 'No listings were found to be the same thing yet.'
  return table(
    ['id', 'listings', 'price', 'what became of it', 'title'],
    items.map((item) => [
      item.id,
      item.size,
      price(item.lastPriceCents, item.currency),
      item.summary,
      `${item.demo ? 'DEMO ' : ''}${cut(item.title)}`,
    ]),
  )
}

function describe(cluster: ClusterDetail): string {
  return [
    `Cluster ${cluster.id}${cluster.demo ? ' (DEMO)' : ''}: ${cut(cluster.title)}`,
    `${cluster.summary}.`,
    '',
    table(
      ['listing', 'posted', 'where', 'state', 'price', 'why', 'address'],
      cluster.members.map((member) => [
        member.listingId,
        day(member.postedAt ?? member.firstSeenAt),
        member.marketplace,
        member.state,
        price(member.priceCents, member.currency),
        `${member.kind}, ${member.by === 'person' ? 'you said so' : `${Math.round(member.score * 100)} %`}`,
        member.url,
      ]),
    ),
    ...(cluster.timeline.length < 2
      ? []
      : [
          '',
          table(
            ['from', 'price', 'listing'],
            cluster.timeline.map((point) => [
              day(point.at),
              price(point.priceCents, cluster.currency),
              point.listingId,
            ]),
          ),
        ]),
  ].join('\n')
}
