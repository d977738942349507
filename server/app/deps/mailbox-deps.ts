import { ingest } from '../../flows/ingest.ts'
import type { PipelineDeps } from '../../flows/page.ts'
import { createSignatureKeys } from '../../mailbox/message/keys.ts'
import { mailSites } from '../../mailbox/read-one.ts'
import type { Config } from '../config.ts'
import type { Resources } from '../resources.ts'

/** What people's own mail is read with. */
export function mailboxDepsOf(config: Config, resources: Resources, pipeline: PipelineDeps) {
  return {
    ...resources,
    keys: createSignatureKeys(resources),
    sites: mailSites(resources.marketplaces),
    reach: {
      outbound: resources.outbound,
      allowPrivate: config.mailboxPrivateNetwork,
      onRefused: (host: string) => resources.security.addressRefused(host),
    },
    // Mails are looks of their time: what is known by a later one stays, and the same mail again changes nothing.
    take: (page: { ownerId: number; sightings: Parameters<typeof ingest>[1]['sightings'] }) =>
      ingest(pipeline, { ...page, sourceId: null, scanId: null, demo: false, history: true }),
  }
}
