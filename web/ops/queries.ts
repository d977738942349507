import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  deleteRate,
  deleteUsersInvitation,
  type GetAuditParams,
  getAdminBackups,
  getAdminDeliveries,
  getAdminDoctor,
  getAdminJobs,
  getAdminOptions,
  getAdminScans,
  getAdminStorage,
  getAudit,
  getRates,
  getRetention,
  getUsers,
  getUsersInvitations,
  type PostUsersInvitationsBody,
  patchUser,
  postAdminBackups,
  postAdminBackupsVerify,
  postAdminDeliveriesReplay,
  postAdminJobsDiscard,
  postAdminJobsRetry,
  postRatesFetch,
  postUsersInvitations,
  putRate,
} from '../../clients/typescript/api.ts'

export type Account = Awaited<ReturnType<typeof getUsers>>['items'][number]
export type Invitation = Awaited<ReturnType<typeof getUsersInvitations>>['items'][number]
export type Invited = Awaited<ReturnType<typeof postUsersInvitations>>
export type JobsState = Awaited<ReturnType<typeof getAdminJobs>>
export type DeadJob = JobsState['dead']['items'][number]
export type Deliveries = Awaited<ReturnType<typeof getAdminDeliveries>>
export type Scans = Awaited<ReturnType<typeof getAdminScans>>
export type CheckResult = Awaited<ReturnType<typeof getAdminDoctor>>['items'][number]
export type Rates = Awaited<ReturnType<typeof getRates>>
export type Stored = Awaited<ReturnType<typeof getRetention>>['items'][number]
export type Storage = Awaited<ReturnType<typeof getAdminStorage>>
export type Option = Awaited<ReturnType<typeof getAdminOptions>>['items'][number]
export type Backups = Awaited<ReturnType<typeof getAdminBackups>>
export type AuditEvent = Awaited<ReturnType<typeof getAudit>>['items'][number]
export type AuditFilter = Pick<GetAuditParams, 'kind' | 'person' | 'since' | 'until'>

/** Nothing of this is live: it is asked again while somebody looks. */
const refetchInterval = 10_000
const soonMs = 3_000

export const usersQuery = queryOptions({
  queryKey: ['admin', 'users'],
  queryFn: async ({ signal }) => (await getUsers({ signal })).items,
  refetchInterval,
})
export const invitationsQuery = queryOptions({
  queryKey: ['admin', 'invitations'],
  queryFn: async ({ signal }) => (await getUsersInvitations({ signal })).items,
  refetchInterval,
})
export const invite = (invited: PostUsersInvitationsBody) => postUsersInvitations(invited)
export const endInvitation = (id: number) => deleteUsersInvitation(id)
/** Only where the account is still as it was read: `version`. */
export const changeAccount = (
  { id, version }: Pick<Account, 'id' | 'version'>,
  change: Parameters<typeof patchUser>[1],
) => patchUser(id, change, { ifVersion: version })

export const jobsQuery = queryOptions({
  queryKey: ['admin', 'jobs'],
  queryFn: ({ signal }) => getAdminJobs({ signal }),
  refetchInterval,
})
/** Without ids all of them. */
export const retryJobs = (jobs?: string[]) => postAdminJobsRetry(jobs === undefined ? {} : { jobs })
export const discardJob = (id: string) => postAdminJobsDiscard({ jobs: [id] })

export const deliveriesQuery = queryOptions({
  queryKey: ['admin', 'deliveries'],
  queryFn: ({ signal }) => getAdminDeliveries({ signal }),
  refetchInterval,
})
export const replayDeliveries = (which: { person?: number; channel?: string }) =>
  postAdminDeliveriesReplay(which)

export const scansQuery = queryOptions({
  queryKey: ['admin', 'scans'],
  queryFn: ({ signal }) => getAdminScans({ signal }),
  refetchInterval,
})

/** Looks when it is asked to, and not by itself: it calls marketplaces whose consent is due. */
export const doctorQuery = queryOptions({
  queryKey: ['admin', 'doctor'],
  queryFn: async ({ signal }) => (await getAdminDoctor({ signal })).items,
  staleTime: 60_000,
  refetchOnWindowFocus: false,
})

export const storageQuery = queryOptions({
  queryKey: ['admin', 'storage'],
  queryFn: ({ signal }) => getAdminStorage({ signal }),
  refetchInterval,
})
export const retentionQuery = queryOptions({
  queryKey: ['admin', 'retention'],
  queryFn: async ({ signal }) => (await getRetention({ signal })).items,
  refetchInterval,
})

export const optionsQuery = queryOptions({
  queryKey: ['admin', 'options'],
  queryFn: async ({ signal }) => (await getAdminOptions({ signal })).items,
  staleTime: Number.POSITIVE_INFINITY,
})

export const backupsQuery = queryOptions({
  queryKey: ['admin', 'backups'],
  queryFn: ({ signal }) => getAdminBackups({ signal }),
  refetchInterval: ({ state: { data } }) =>
    data !== undefined && [data, ...data.items].some(({ asked }) => isUnderWay(asked))
      ? soonMs
      : refetchInterval,
})
export const isUnderWay = (fate: Backups['asked']) => fate?.state === 'waiting' || fate?.state === 'active'
export const makeBackup = () => postAdminBackups()
export const verifyBackup = (name: string) => postAdminBackupsVerify({ name })

export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['admin', 'audit', filter],
    queryFn: ({ pageParam, signal }) =>
      getAudit({ ...filter, limit: 50, ...(pageParam !== null && { cursor: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

const tableRowsMax = 5_000

/** As many events as a table may have, the newest first. */
export async function auditEvents(filter: AuditFilter): Promise<AuditEvent[]> {
  const events: AuditEvent[] = []
  for (let cursor: string | null = ''; cursor !== null && events.length < tableRowsMax; ) {
    const page: Awaited<ReturnType<typeof getAudit>> = await getAudit({
      ...{ ...filter, limit: 200 },
      ...(cursor !== '' && { cursor }),
    })
    events.push(...page.items)
    cursor = page.next
  }
  return events
}

export const ratesQuery = queryOptions({
  queryKey: ['admin', 'rates'],
  queryFn: ({ signal }) => getRates({ signal }),
})
export const typeRate = ({ currency, perEuro }: { currency: string; perEuro: number }) =>
  putRate(currency, { perEuro })
export const untypeRate = (currency: string) => deleteRate(currency)
/** Of the last 90 days: what counts for books of them, too. */
export const fetchRates = () => postRatesFetch({ span: 'quarter' })
