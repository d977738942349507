import type { Feature } from '../core/feature.ts'
import type { Log } from '../core/log.ts'
import type { Secrets } from '../core/secrets.ts'
import { openAuth } from './auth/ask.ts'
import type { JoiningDeps } from './auth/joining.ts'
import { type LinkMail, linkMail } from './auth/mail.ts'
import { peopleRoutes } from './auth/people-routes.ts'
import { type AuthRouteDeps, authRoutes } from './auth/routes.ts'
import { type WhoAsksDeps, whoAsks } from './auth/who-asks.ts'
import { passkeyRoutes } from './factors/passkey-routes.ts'
import { secondFactorRoutes } from './factors/second-factor-routes.ts'
import { keyRoutes } from './keys/routes.ts'
import type { MeDeps } from './me.ts'
import { withNotices } from './notices.ts'
import type { DeletionDeps } from './own/deletion.ts'
import type { ExportDeps } from './own/export.ts'
import { ownRoutes } from './own/own-routes.ts'
import { pageRoutes } from './pages/pages.ts'
import type { PasswordCost } from './passwords/password-hash.ts'
import { type PlaceRouteDeps, placeRoutes } from './place-routes.ts'
import { meRoutes } from './routes.ts'
import { sealedFactors } from './sealing/sealed-factors.ts'

export interface AccountFeatureDeps
  extends Omit<JoiningDeps, 'auth'>,
    WhoAsksDeps,
    MeDeps,
    PlaceRouteDeps,
    Pick<DeletionDeps, 'endPerson' | 'forgetWhereabouts'>,
    Pick<ExportDeps, 'shown'>,
    Pick<AuthRouteDeps, 'signUp'> {
  leakedPasswordsFile: string | undefined
  passwordCost: PasswordCost
  log: Log
  secrets: Pick<Secrets, 'derived' | 'sign'>
  canMail(): boolean
  sendMail(to: string, mail: LinkMail): Promise<void>
}

export function accountFeature(bare: AccountFeatureDeps) {
  const { audit, sent: noticesSent } = withNotices(bare)
  const given = { ...bare, audit }
  const auth = openAuth({
    ...given,
    async send(mail) {
      if (given.canMail()) await given.sendMail(mail.to, linkMail(mail, given.baseUrl()))
    },
  })
  const who = whoAsks(auth, given)
  const deps = { ...given, auth, claimed: who.claimed, noticesSent }
  given.db.onReplaced(who.forget)
  return {
    name: 'accounts',
    routes(http) {
      meRoutes(http, deps)
      placeRoutes(http, deps)
      authRoutes(http, deps)
      secondFactorRoutes(http, deps)
      passkeyRoutes(http, deps)
      keyRoutes(http, deps)
      peopleRoutes(http, deps)
      pageRoutes(http, deps)
      ownRoutes(http, deps)
    },
    /** Who asks, for whoever serves requests. */
    who,
    sealed: [sealedFactors(auth, () => given.secrets.derived('accounts'))],
    commands: { accounts: deps, me: deps },
  } satisfies Feature & { who: typeof who }
}
