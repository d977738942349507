import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { usePerson } from '../../lib/person.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem, Skeleton } from '../../ui/states.tsx'
import { SellPage } from '../sell-page.tsx'
import { movePhoto } from './arrange.ts'
import {
  forgetPhotos,
  type Groups,
  groupsQuery,
  makeItems,
  type Photo,
  removePhoto,
  setGroups,
} from './queries.ts'
import { SnapDrop } from './snap-drop.tsx'
import { SnapGroup } from './snap-group.tsx'
import { type Sending, useUploads } from './use-uploads.ts'

/** Photos come in, are put together to things, and become stock. */
export function SnapPage() {
  const t = useTranslations('sell.snap')
  const { mayWrite } = usePerson()
  const found = useQuery(groupsQuery)
  const { sending, send, again } = useUploads()
  return (
    <SellPage title={t('title')} lead={t('lead')}>
      {mayWrite && <SnapDrop onFiles={send} />}
      <Progress sending={sending} onAgain={again} />
      {found.isError && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && (
        <div aria-busy="true">
          <Skeleton className="h-72" />
        </div>
      )}
      {found.data && <Loose found={found.data} />}
    </SellPage>
  )
}

function Progress({ sending, onAgain }: { sending: Sending; onAgain(): void }) {
  const t = useTranslations('sell.snap')
  const { done, total, failed } = sending
  return (
    <>
      <p role="status" className={total === 0 ? 'sr-only' : 'mb-4 font-semibold'}>
        {total === 0 ? '' : t(done < total ? 'sending' : 'sent', { done, total })}
      </p>
      {failed.length > 0 && (
        <div role="alert" className="mb-6 rounded-md border border-danger bg-danger-soft p-4">
          <p className="font-semibold">{t('notSent', { count: failed.length })}</p>
          <ul className="mt-1 text-sm">
            {failed.slice(0, 5).map(({ file, error }) => (
              <li key={`${file.name} ${file.lastModified}`} className="wrap-anywhere">
                {file.name}: {error instanceof Error ? error.message : ''}
              </li>
            ))}
          </ul>
          <Button className="mt-3" onClick={onAgain}>
            {t('again')}
          </Button>
        </div>
      )}
    </>
  )
}

function Loose({ found }: { found: Groups }) {
  const t = useTranslations('sell.snap')
  const client = useQueryClient()
  const navigate = useNavigate()
  const { mayWrite } = usePerson()
  const [titles, setTitles] = useState<Readonly<Record<string, string>>>({})
  const arranged = found.groups.map(({ photos }) => photos.map(({ id }) => id))
  const move = useMutation({
    mutationFn: ({ photoId, to }: { photoId: number; to: number | 'new' }) =>
      setGroups(movePhoto(arranged, photoId, to)),
    onSuccess: (groups) => client.setQueryData(groupsQuery.queryKey, groups),
  })
  const remove = useMutation({ mutationFn: removePhoto, onSuccess: () => forgetPhotos(client) })
  const make = useMutation({
    mutationFn: () =>
      makeItems(
        found.groups.map(({ photos }) => {
          const title = titles[keyOf(photos)]?.trim()
          return { photoIds: photos.map(({ id }) => id), ...(title && { title }) }
        }),
      ),
    async onSuccess() {
      await navigate({ to: '/sell' })
      await forgetPhotos(client)
    },
  })
  const error = move.error ?? remove.error ?? make.error
  const { groups, refused, waiting } = found
  if (groups.length === 0 && refused.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <>
      {waiting > 0 && (
        <p role="status" className="mb-4 text-muted">
          {t('waiting', { count: waiting })}
        </p>
      )}
      {groups.length > 0 && (
        <Section id="things" title={t('things', { count: groups.length })}>
          <ul className="grid gap-4 lg:grid-cols-2">
            {groups.map(({ photos, title }, at) => (
              <SnapGroup
                key={keyOf(photos)}
                {...{ photos, at, count: groups.length, mayWrite }}
                suggestion={title?.value ?? null}
                title={titles[keyOf(photos)] ?? ''}
                onTitle={(text) => setTitles((now) => ({ ...now, [keyOf(photos)]: text }))}
                onMove={(photoId, to) => move.mutate({ photoId, to })}
                onRemove={(photoId) => remove.mutate(photoId)}
              />
            ))}
          </ul>
        </Section>
      )}
      {refused.length > 0 && <Refused photos={refused} onRemove={(id) => remove.mutate(id)} />}
      {error !== null && (
        <div className="mb-4">
          <Problem error={error} />
        </div>
      )}
      {mayWrite && groups.length > 0 && (
        <p className="flex flex-wrap gap-3">
          <Button look="main" disabled={make.isPending || waiting > 0} onClick={() => make.mutate()}>
            {t('make', { count: groups.length })}
          </Button>
          <Link to="/sell" className={buttonClass()}>
            {t('toStock')}
          </Link>
        </p>
      )}
    </>
  )
}

/** A group is the one of its first photo, however it grows. */
const keyOf = (photos: readonly Photo[]) => String(photos[0]?.id)

function Refused({ photos, onRemove }: { photos: readonly Photo[]; onRemove(id: number): void }) {
  const t = useTranslations('sell.snap')
  return (
    <Section id="refused" title={t('refused', { count: photos.length })}>
      <ul className="divide-y divide-line border-y border-line">
        {photos.map(({ id, name, problemCode }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span className="min-w-0">
              <span className="block font-semibold wrap-anywhere">{name}</span>
              <span className="block text-sm text-muted">{t(`problems.${problemCode ?? 'damaged'}`)}</span>
            </span>
            <Button look="bare" onClick={() => onRemove(id)} aria-label={t('removeOne', { name })}>
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
