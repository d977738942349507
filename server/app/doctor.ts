import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { leakedFileProblem } from '../accounts/passwords/leaked-file.ts'
import type { Authorized } from '../core/actor.ts'
import { errorMessage } from '../core/errors.ts'
import type { Check } from '../core/feature.ts'
import { unencryptedHttp } from '../core/unencrypted.ts'
import { mailboxesCheck } from '../mailbox/mailboxes-check.ts'
import { targetsNamed } from '../model/channel-target.ts'
import { checked } from '../model/sentences/said.ts'
import { type SaidOf, say } from '../model/sentences/sentences.ts'
import { type ChannelDeps, closedChannels, listChannels, targetOf } from '../notify/targets/channels.ts'
import { targetTitle } from '../notify/targets/several.ts'
import { enabledRules } from '../rules/store.ts'
import { countAgreed } from '../sell/ai/ai-store.ts'
import { recipientOf } from '../sell/ai/set-up.ts'
import { accessToken } from '../sources/connections/access.ts'
import { type ConnectionDeps, connectionViews } from '../sources/connections/connections.ts'
import { settingsOrProblem } from '../sources/context.ts'
import { sourceView } from '../sources/state/views.ts'
import { listSources } from '../sources/store.ts'
import { withAccepted } from '../sources/terms/allowed.ts'
import { type Config, unencryptedOptions } from './config.ts'
import { aiSetUpOf } from './deps/ai-deps.ts'

export interface InstallationDeps extends ChannelDeps, Omit<ConnectionDeps, 'secrets'> {
  dataDir: string
  /** Options that name something reached over the network unencrypted, and what is wrong with each. */
  unencrypted: readonly { env: string; is: string }[]
  /** Whose sources and channels are looked at. */
  userId: Authorized<'read'>
}

/** The same, and what is looked at of the configuration. */
export function installationOf(
  config: Config,
  deps: Omit<InstallationDeps, 'dataDir' | 'unencrypted' | 'userId'>,
  userId: InstallationDeps['userId'],
): Check[] {
  const { dataDir, entries, leakedPasswordsFile } = config
  return [
    ...installationChecks({ ...deps, dataDir, unencrypted: unencryptedOptions(entries), userId }),
    leakedPasswordsCheck(leakedPasswordsFile),
    check('ai', () => aiCheck(config, deps)),
  ]
}

/** What `deal-scout doctor` looks at beyond /readyz: not whether the process works, but whether it is of use. */
export function installationChecks(deps: InstallationDeps): Check[] {
  return [
    check('data folder', () => folderCheck(deps.dataDir)),
    check('secret key', () => secretsCheck(deps)),
    check('sources', () => sourcesCheck(deps)),
    check('mailboxes', () => mailboxesCheck(deps)),
    check('connected accounts', () => accountsCheck(deps)),
    check('deletion notices', async () => noticesCheck(deps)),
    check('terms', () => termsCheck(deps)),
    check('encryption', () => encryptionCheck(deps)),
    check('channels', () => channelsCheck(deps)),
  ]
}

type Result = Awaited<ReturnType<Check['run']>>

function check(name: string, run: () => Promise<Result>): Check {
  return { name, critical: false, run }
}

const good = (said: SaidOf<'check'>): Result => checked(true, said)
const bad = (said: SaidOf<'check'>): Result => checked(false, said)

async function folderCheck(dataDir: string): Promise<Result> {
  const probe = join(dataDir, `.doctor-${randomUUID()}`)
  try {
    await writeFile(probe, 'Deal Scout can write here.\n', { flag: 'wx' })
    return good(say('check-folder', { folder: dataDir }))
  } catch (error) {
    return bad(say('check-folder-shut', { folder: dataDir, reason: errorMessage(error) }))
  } finally {
    await rm(probe, { force: true }).catch(() => {})
  }
}

/** The key itself was read when the program was opened; whether it is the one that sealed what is stored shows here. */
async function secretsCheck(deps: InstallationDeps): Promise<Result> {
  const sources = await listSources(deps.db, deps.userId)
  const channels = await closedChannels(deps, deps.userId)
  const closed = sources.filter((row) => settingsOrProblem(deps.secrets, row).problem !== null)
  return closed.length + channels.length === 0
    ? good(say('check-key'))
    : bad(say('check-key-wrong', { sources: closed.map(({ name }) => name), channels }))
}

/** Who is asked, by how many; whether it answers shows with the first who asks, since asking costs. */
async function aiCheck(config: Config, { db }: Pick<InstallationDeps, 'db'>): Promise<Result> {
  const setUp = aiSetUpOf(config)
  if (setUp === null) return good(say('check-ai-off'))
  const recipient = recipientOf(setUp)
  const said = { recipient, aiModel: setUp.model, agreed: await countAgreed(db, recipient) }
  return good(setUp.price === null ? say('check-ai-unpriced', said) : say('check-ai', said))
}

export function leakedPasswordsCheck(path: string | undefined): Check {
  return check('leaked passwords', () => leakedPasswords(path))
}

async function leakedPasswords(path: string | undefined): Promise<Result> {
  if (path === undefined) return good(say('check-leaked-own'))
  const problem = await leakedFileProblem(path)
  return problem === null
    ? good(say('check-leaked', { file: path }))
    : bad(say('check-leaked-wrong', { file: path, reason: problem }))
}

async function sourcesCheck(deps: InstallationDeps): Promise<Result> {
  const known = await withAccepted(deps, deps.db)
  const views = (await listSources(deps.db, deps.userId)).map((row) => sourceView(known, row))
  if (views.length === 0) return good(say('check-sources-none'))
  const isWrong = ({ state, enabled }: (typeof views)[number]) =>
    state === 'outage' || (state === 'off' && enabled)
  // The demo's sites fail now and then as real ones do; nothing depends on them.
  const wrong = views.filter((view) => !view.demo && isWrong(view))
  if (wrong.length > 0)
    return {
      ok: false,
      detail: wrong
        .map(
          ({ name, state, stateReason }) =>
            `${name} ${state === 'outage' ? 'has an outage' : `is ${state}`}: ${stateReason}`,
        )
        .join(' '),
    }
  return good(
    say('check-sources', {
      names: views.map(({ name, demo }) => `${name}${demo ? ' (DEMO)' : ''}`),
      states: views.map((view) => (view.demo && isWrong(view) ? 'demo-fails' : view.state)),
    }),
  )
}

/** A token that is due is renewed: only that shows whether the marketplace still takes the consent. */
async function accountsCheck(deps: InstallationDeps): Promise<Result> {
  const views = (await connectionViews(deps, deps.userId)).filter(({ state }) => state !== 'not-connected')
  if (views.length === 0) return good(say('check-none'))
  const found = await Promise.all(
    views.map(async ({ id, name }) => {
      try {
        await accessToken(deps, deps.userId, id)
        return { ok: true, detail: `${name} connected` }
      } catch (error) {
        return { ok: false, detail: `${name}: ${errorMessage(error)}` }
      }
    }),
  )
  return { ok: found.every(({ ok }) => ok), detail: found.map(({ detail }) => detail).join(', ') }
}

function noticesCheck({ marketplaces, adapterOptions }: InstallationDeps): Result {
  const found = [...marketplaces.values()].flatMap(({ name, accounts }) =>
    accounts?.notices ? [`${name}: ${accounts.notices.unavailable(adapterOptions) ?? 'taken'}`] : [],
  )
  return found.length === 0 ? good(say('check-notices-none')) : { ok: true, detail: found.join(', ') }
}

async function termsCheck(deps: InstallationDeps): Promise<Result> {
  const asking = [...deps.marketplaces.values()].filter(({ terms }) => terms.acceptOption !== undefined)
  const { adapterOptions } = await withAccepted(deps, deps.db)
  if (asking.length === 0) return good(say('check-terms-none'))
  return good(
    say('check-terms', {
      names: asking.map(({ name }) => name),
      urls: asking.map(({ terms }) => terms.url ?? ''),
      options: asking.map(({ terms: { acceptOption } }) =>
        adapterOptions[acceptOption!] === true ? '' : acceptOption!,
      ),
    }),
  )
}

/** Names what somebody on the way can read, or answer in place of whom is meant. */
async function encryptionCheck(deps: InstallationDeps): Promise<Result> {
  const found = deps.unencrypted.map(({ env, is }) => `${env} ${is}`)
  for (const row of await listSources(deps.db, deps.userId)) {
    const { settings } = settingsOrProblem(deps.secrets, row)
    found.push(...plainIn(settings).map((is) => `source ${row.name} ${is}`))
  }
  for (const { id, label } of await listChannels(deps, deps.userId)) {
    const target = await targetOf(deps, deps.userId, id)
    const title = targetTitle(deps.channels, id, label)
    if (target.kind === 'ready') found.push(...plainIn(target.settings).map((is) => `channel ${title} ${is}`))
  }
  return found.length === 0
    ? good(say('check-encrypted'))
    : { ok: false, detail: `${found.join('; ')}. DEAL_SCOUT_OUTBOUND_PLAIN=refuse allows none of this` }
}

/** What is wrong with the addresses in settings. */
function plainIn(settings: unknown): string[] {
  if (typeof settings === 'string') return [unencryptedHttp(settings)].filter((is) => is !== null)
  return typeof settings === 'object' && settings !== null ? Object.values(settings).flatMap(plainIn) : []
}

async function channelsCheck(deps: InstallationDeps): Promise<Result> {
  const missing = new Map<string, string>()
  const channels = await listChannels(deps, deps.userId)
  for (const { id, channel } of channels) {
    const reason = deps.channels.get(channel)!.unavailable(deps.adapterOptions)
    const target = await targetOf(deps, deps.userId, id)
    if (reason !== null) missing.set(id, reason)
    else if (target.kind === 'never') missing.set(id, '')
    else if (target.kind === 'later') missing.set(id, target.reason)
  }
  const known = channels.flatMap(({ id, enabled, isSetUp }) => (isSetUp ? { channel: id, enabled } : []))
  const wanted = new Set(
    (await enabledRules(deps.db))
      .filter(({ userId }) => userId === deps.userId)
      .flatMap((rule) => rule.channels.flatMap((name) => targetsNamed(name, known))),
  )
  const silent = [...missing].filter(([id]) => wanted.has(id))
  if (silent.length > 0)
    return bad(
      say('check-channels-silent', {
        names: silent.map(([id]) => id),
        reasons: silent.map(([, reason]) => reason),
      }),
    )
  const ready = channels.flatMap(({ id }) => (missing.has(id) ? [] : id))
  return good(say('check-channels', { names: ready, missing: [...missing.keys()] }))
}
