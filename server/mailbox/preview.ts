import type { Clock } from '../core/clock.ts'
import type { MailServer } from './imap/connect.ts'
import { mailBytesMax } from './imap/connect.ts'
import { bodiesOf, headsMax, headsOf, uidsSince } from './imap/folder.ts'
import { gone, type ReadOne, type ReadOneDeps, readOne, siteOf, tooLarge } from './read-one.ts'
import type { MailPreview } from './schema.ts'

const lookedBackMs = 30 * 86_400_000
const shownMax = 10
const listingsShownMax = 20

/** What would be read of a folder: its newest mails of marketplaces, as they would be read. Nothing is taken in. */
export async function previewFolder(
  deps: ReadOneDeps & { clock: Clock },
  server: MailServer,
  { folder, trustedServer, alsoSales }: { folder: string; trustedServer: string | null; alsoSales: boolean },
  signal: AbortSignal,
): Promise<MailPreview> {
  await server.examine(folder)
  const since = new Date(deps.clock.now().getTime() - lookedBackMs)
  const uids = await uidsSince(server, since)
  const heads = (await headsOf(server, uids.slice(-headsMax))).reverse()
  const own = heads.flatMap((head) => {
    const site = siteOf(deps.sites, head.sender, alsoSales)
    return site === null ? [] : [{ head, site }]
  })
  const shown: ReadOne[] = []
  for (const { head, site } of own.slice(0, shownMax)) {
    if (head.bytes > mailBytesMax) {
      shown.push(tooLarge(head, site))
      continue
    }
    // One at a time: of ten, any number may be large.
    const bytes = (await bodiesOf(server, [head.uid])).get(head.uid)
    if (bytes === undefined || bytes === 'too-large')
      shown.push(bytes === undefined ? gone(head, site) : tooLarge(head, site))
    else {
      const how = { trustedServer, alsoSales, isLast: true, signal }
      const mail = await readOne(deps, { head, site, bytes }, how)
      if (mail !== 'keys-away') shown.push(mail)
    }
  }
  return {
    ...{ mails: heads.length, others: heads.length - own.length },
    shown: shown.map(({ sender, subject, sentAt, marketplace, outcome, listings }) => ({
      ...{ sender, subject, sentAt, marketplace, outcome },
      listings: listings
        .slice(0, listingsShownMax)
        .map(({ title, url, priceCents = null, currency = null }) => ({ title, url, priceCents, currency })),
    })),
  }
}
