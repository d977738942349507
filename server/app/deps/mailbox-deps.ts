import { ingest } from '../../flows/ingest.ts'
import type { PipelineDeps } from '../../flows/page.ts'
import { createSignatureKeys } from '../../mailbox/message/keys.ts'
import type { MailSite } from '../../mailbox/message/reading.ts'
import { mailSites } from '../../mailbox/read-one.ts'
import { saleMailSites } from '../../marketplaces/sale-mails-elsewhere.ts'
import type { SellDeps } from '../../sell/deps.ts'
import { type ToldByMail, takeSaleMail } from '../../sell/sale-mails/take-sale-mail.ts'
import type { Config } from '../config.ts'
import type { Resources } from '../resources.ts'

/** What people's own mail is read with. */
export function mailboxDepsOf(
  config: Config,
  resources: Resources,
  { pipeline, selling }: { pipeline: PipelineDeps; selling: SellDeps },
) {
  return {
    ...resources,
    keys: createSignatureKeys(resources),
    sites: [...mailSites(resources.marketplaces), ...sitesElsewhere(resources)],
    reach: {
      outbound: resources.outbound,
      allowPrivate: config.mailboxPrivateNetwork,
      onRefused: (host: string) => resources.security.addressRefused(host),
    },
    // Mails are looks of their time: what is known by a later one stays, and the same mail again changes nothing.
    take: (page: { ownerId: number; sightings: Parameters<typeof ingest>[1]['sightings'] }) =>
      ingest(pipeline, { ...page, sourceId: null, scanId: null, demo: false, history: true }),
    takeSale: (...told: [ownerId: number, mail: ToldByMail]) => takeSaleMail(selling, ...told),
  }
}

/** Sites without an adapter, of which mails about sales alone are read. */
function sitesElsewhere({ marketplaces }: Resources): MailSite[] {
  const module = new URL('../../marketplaces/sale-mails-elsewhere.ts', import.meta.url).href
  return saleMailSites
    .filter(({ id }) => !marketplaces.has(id))
    .map(({ id, domains }) => ({ id, domains, module, member: id, hasAlerts: false, hasSales: true }))
}
