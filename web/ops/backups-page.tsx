import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Archive } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Age, Moment } from '../lib/figures/figures.tsx'
import { Size } from '../lib/figures/size.tsx'
import { Button } from '../ui/button.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Problem } from '../ui/states.tsx'
import { Badge } from './badge.tsx'
import { Known } from './known.tsx'
import { type Backups, backupsQuery, isUnderWay, makeBackup, verifyBackup } from './queries.ts'

/** What backups there are, whether they can be restored, and one more now. */
export function BackupsPage() {
  const t = useTranslations('admin.backups')
  return (
    <Page wide title={t('title')} lead={t('lead')}>
      <Known query={useQuery(backupsQuery)} block="h-24" count={3}>
        {(state) => (
          <>
            {state.folder === null ? <NoFolder /> : <Kept state={state} />}
            <div className="mt-8">
              <Section id="restore" title={t('restore')}>
                <Restore state={state} />
              </Section>
            </div>
          </>
        )}
      </Known>
    </Page>
  )
}

function NoFolder() {
  const t = useTranslations('admin.backups')
  return (
    <div className="rounded-md border border-caution bg-caution-soft p-4">
      <p className="font-semibold">{t('noFolder')}</p>
      <p className="mt-1 text-sm">{t.rich('noFolderHow', { code: (text) => <code>{text}</code> })}</p>
    </div>
  )
}

function Restore({ state: { folder, items, keyFile } }: { state: Backups }) {
  const t = useTranslations('admin.backups')
  const path = `${folder ?? '/FOLDER'}/${items[0]?.name ?? 'BACKUP'}`
  return (
    <>
      <p className="mb-3 text-sm text-muted">{t('restoreLead')}</p>
      <ol className="list-decimal space-y-2 ps-5 text-sm">
        <li>{t('restoreStop')}</li>
        <li>
          {t('restoreRun')}{' '}
          <code className="rounded-tag bg-sunk px-1 select-all">{`deal-scout restore ${path} --replace`}</code>
        </li>
        <li>
          {keyFile === null ? t('keyOption') : t.rich('keyFile', { file: () => <code>{keyFile}</code> })}
        </li>
        <li>{t('restoreStart')}</li>
      </ol>
      <p className="mt-3 text-sm text-muted">{t('more')}</p>
    </>
  )
}

function Kept({ state }: { state: Backups }) {
  const t = useTranslations('admin.backups')
  const client = useQueryClient()
  const { folder, items, everyHours, keep, isEncrypted, asked } = state
  const make = useMutation({
    mutationFn: makeBackup,
    onSettled: () => client.invalidateQueries({ queryKey: backupsQuery.queryKey }),
  })
  const isBusy = make.isPending || isUnderWay(asked)
  const [newest] = items
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 space-y-1 text-sm">
          <p className="text-base font-semibold">
            {newest === undefined ? t('none') : t.rich('newest', { age: () => <Age at={newest.at} /> })}
          </p>
          <p>{t('rhythm', { hours: everyHours, keep })}</p>
          <p>{t(isEncrypted ? 'encrypted' : 'plain')}</p>
          <p>
            <code className="select-all">{folder}</code>
          </p>
        </div>
        <Button look="main" disabled={isBusy} onClick={() => make.mutate()}>
          <Archive aria-hidden size={16} />
          {t(isBusy ? 'making' : 'make')}
        </Button>
      </div>
      <p role="status" className="mt-2 text-sm">
        {asked !== null && <Fate fate={asked} />}
      </p>
      {make.error !== null && <Problem error={make.error} />}
      {items.length > 0 && (
        <ul className="mt-4 divide-y divide-line border-y border-line">
          {items.map((backup) => (
            <li key={backup.name} className="py-3">
              <Backup backup={backup} isEncrypted={isEncrypted} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** What became of what was asked for. */
function Fate({ fate: { state, askedAt, finishedAt } }: { fate: NonNullable<Backups['asked']> }) {
  const t = useTranslations('admin.backups.fates')
  const moment = () => <Moment at={finishedAt ?? askedAt} brief />
  return (
    <span className={state === 'failed' ? 'font-semibold text-danger' : 'text-muted'}>
      {t.rich(state, { moment })}
    </span>
  )
}

function Backup({ backup, isEncrypted }: { backup: Backups['items'][number]; isEncrypted: boolean }) {
  const t = useTranslations('admin.backups')
  const client = useQueryClient()
  const { name, at, bytes, verifiedAt, asked } = backup
  const verify = useMutation({
    mutationFn: () => verifyBackup(name),
    onSettled: () => client.invalidateQueries({ queryKey: backupsQuery.queryKey }),
  })
  const isBusy = verify.isPending || isUnderWay(asked)
  return (
    <article aria-label={name} className="flex flex-wrap items-center justify-between gap-3">
      <div className="min-w-0">
        <h2 className="flex flex-wrap items-center gap-2 font-semibold">
          <Moment at={at} />
          <Badge tone={verifiedAt === null ? 'quiet' : 'good'}>
            {t(verifiedAt === null ? 'unverified' : 'verified')}
          </Badge>
        </h2>
        <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-muted">
          <code>{name}</code>
          <Size bytes={bytes} />
          {verifiedAt !== null && (
            <span>{t.rich('verifiedAt', { moment: () => <Moment at={verifiedAt} brief /> })}</span>
          )}
          {asked !== null && asked.state !== 'done' && <Fate fate={asked} />}
        </p>
      </div>
      {!isEncrypted && (
        <Button
          disabled={isBusy}
          {...(!isBusy && { 'aria-label': t('verifyName', { name }) })}
          onClick={() => verify.mutate()}
        >
          {t(isBusy ? 'verifying' : 'verify')}
        </Button>
      )}
      {verify.error !== null && <Problem error={verify.error} />}
    </article>
  )
}
