import type { Feature } from '../core/feature.ts'
import { handles } from '../core/jobs.ts'
import { connectionRoutes } from './connections/connection-routes.ts'
import { sealedTokens } from './connections/connections.ts'
import { type NoticeDeps, noticeRoutes } from './connections/notice-routes.ts'
import { sealedColumns } from './context.ts'
import { watchOutagesJob } from './jobs.ts'
import { marketplaceRoutes } from './routes.ts'
import { runDueScans, type ScanDeps, scanLoop } from './scanning/scan.ts'
import { scansChannel } from './scanning/scan-store.ts'
import type { SourceDeps } from './sources.ts'
import { type AdminScanDeps, adminScanRoutes } from './state/overview-routes.ts'

export interface SourceFeatureDeps extends SourceDeps, ScanDeps, NoticeDeps, AdminScanDeps {
  /** Notifies people of sources that are not seen, and that they are seen again. */
  notifyOutages(): Promise<unknown>
}

export function sourceFeature<Deps extends SourceFeatureDeps>(deps: Deps) {
  return {
    name: 'sources',
    routes(http) {
      marketplaceRoutes(http, deps)
      connectionRoutes(http, deps)
      noticeRoutes(http, deps)
      adminScanRoutes(http, deps)
    },
    loops: [{ ...scanLoop(deps), wokenBy: scansChannel }],
    jobs: [handles(watchOutagesJob, async () => void (await deps.notifyOutages()))],
    schedules: [{ job: watchOutagesJob, cron: '* * * * *', payload: {} }],
    sealed: [...sealedColumns, sealedTokens],
    commands: { sources: { ...deps, runDue: () => runDueScans(deps) }, connections: deps },
  } satisfies Feature
}
