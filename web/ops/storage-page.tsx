import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Age } from '../lib/figures/figures.tsx'
import { Count, Size } from '../lib/figures/size.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Known } from './known.tsx'
import { retentionQuery, type Storage, type Stored, storageQuery } from './queries.ts'
import { useKindWords } from './words.ts'

/** With less it is time to make room. */
const freeBytesMin = 1_000_000_000

/** How much room everything takes, and how long it is kept. */
export function StoragePage() {
  const t = useTranslations('admin.storage')
  const storage = useQuery(storageQuery)
  const kinds = useQuery(retentionQuery)
  return (
    <Page wide title={t('title')} lead={t('lead')}>
      <Known query={storage} block="h-40">
        {(state) => <Room state={state} />}
      </Known>
      <div className="mt-8">
        <Section id="kinds" title={t('kept')}>
          <p className="mb-3 text-sm text-muted">{t('keptLead')}</p>
          <Known query={kinds} block="h-14" count={4}>
            {(items) => (
              <ul className="divide-y divide-line border-y border-line">
                {items.map((one) => (
                  <li key={one.kind} className="py-3">
                    <Kind of={one} />
                  </li>
                ))}
              </ul>
            )}
          </Known>
        </Section>
      </div>
    </Page>
  )
}

function Room({ state }: { state: Storage }) {
  const t = useTranslations('admin.storage')
  const { databaseBytes, dataFolder, diskFreeBytes, diskBytes, photos } = state
  const isFull = diskFreeBytes !== null && diskFreeBytes < freeBytesMin
  return (
    <dl className="grid gap-x-8 gap-y-4 rounded-md border border-line bg-card p-4 sm:grid-cols-2">
      <Fact name={t('database')}>
        <Size bytes={databaseBytes} />
      </Fact>
      <Fact name={t('free')}>
        {diskFreeBytes === null || diskBytes === null ? (
          t('unknown')
        ) : (
          <span className={isFull ? 'font-bold text-danger' : ''}>
            {t.rich('freeOf', {
              free: () => <Size bytes={diskFreeBytes} />,
              all: () => <Size bytes={diskBytes} />,
            })}{' '}
            {isFull && t('full')}
          </span>
        )}
      </Fact>
      <Fact name={t('photos')}>
        {photos.shown
          ? t.rich('photosOf', {
              count: photos.files,
              bytes: () => <Size bytes={photos.bytes} />,
              max: () => <Size bytes={photos.bytesMax} />,
            })
          : t('photosOff')}
      </Fact>
      <Fact name={t('folder')}>
        <code className="text-sm select-all">{dataFolder}</code>
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  )
}

function Kind({ of: { kind, rows, isExact, keptDays, deleted, passedAt } }: { of: Stored }) {
  const t = useTranslations('admin.storage')
  const nameOf = useKindWords()
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">{nameOf(kind)}</span>
        <span>{t.rich(isExact ? 'rows' : 'rowsAbout', { figure: () => <Count count={rows} /> })}</span>
      </p>
      <p className="mt-0.5 flex flex-wrap gap-x-4 text-sm text-muted">
        <span>{keptDays === null ? t('keptWith') : t('keptDays', { count: keptDays })}</span>
        <span>{t('deleted', { count: deleted })}</span>
        <span>
          {passedAt === null ? t('neverPassed') : t.rich('passed', { age: () => <Age at={passedAt} /> })}
        </span>
      </p>
    </>
  )
}
