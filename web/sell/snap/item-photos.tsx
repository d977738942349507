import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowLeft, ArrowRight, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { usePerson } from '../../lib/person.tsx'
import { Button, buttonClass, IconButton } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem, Skeleton } from '../../ui/states.tsx'
import { shiftPhoto } from './arrange.ts'
import { PhotoFacts } from './photo-facts.tsx'
import {
  cutOut,
  forgetPhotos,
  itemPhotosQuery,
  orderPhotos,
  type Photo,
  photoAddress,
  showVersion,
  type Version,
  zipAddress,
} from './queries.ts'

const zipPx = 1600

/** A thing's photos, as they were and as they are sold by, and what they may show. */
export function ItemPhotos({ itemId }: { itemId: number }) {
  const t = useTranslations('sell.photos')
  const { data, error, refetch } = useQuery(itemPhotosQuery(itemId))
  const photos = data?.photos ?? []
  return (
    <Section
      id="photos"
      title={t('title')}
      aside={
        photos.length > 0 && (
          <a href={zipAddress(itemId, zipPx)} className={buttonClass()} download>
            {t('zip')}
          </a>
        )
      }
    >
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton className="h-40" />}
      {data !== undefined && photos.length === 0 && (
        <p className="flex flex-wrap items-center gap-3 text-muted">
          {t('none')}
          <Link to="/sell/snap" className={buttonClass()}>
            {t('add')}
          </Link>
        </p>
      )}
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {photos.map((photo, at) => (
          <OnePhoto key={photo.id} {...{ itemId, photo, at }} all={photos} />
        ))}
      </ul>
      {data !== undefined && photos.length > 0 && <PhotoFacts itemId={itemId} found={data} />}
    </Section>
  )
}

function OnePhoto({
  itemId,
  photo,
  at,
  all,
}: {
  itemId: number
  photo: Photo
  at: number
  all: readonly Photo[]
}) {
  const t = useTranslations('sell.photos')
  const client = useQueryClient()
  const { mayWrite } = usePerson()
  const [before, setBefore] = useState(false)
  const ids = all.map(({ id }) => id)
  const done = { onSuccess: () => forgetPhotos(client) }
  const order = useMutation({ mutationFn: (photoIds: number[]) => orderPhotos(itemId, photoIds), ...done })
  const show = useMutation({ mutationFn: (used: Version) => showVersion(photo.id, used), ...done })
  const cut = useMutation({ mutationFn: () => cutOut(photo.id), ...done })
  const error = order.error ?? show.error ?? cut.error
  const isCutAsked = photo.cut?.state === 'asked'
  return (
    <li className="min-w-0">
      {photo.state === 'ready' ? (
        <img
          src={photoAddress(photo, 'small', before ? 'plain' : photo.used)}
          alt={t('alt', { number: at + 1, name: photo.name })}
          className="aspect-square w-full rounded-md border border-line bg-sunk object-contain"
        />
      ) : (
        <p className="flex aspect-square w-full items-center justify-center rounded-md bg-sunk text-sm text-muted">
          {t('reading')}
        </p>
      )}
      <p className="mt-1 text-sm text-muted">
        {[...didWords(photo, t), ...(photo.mayShowPerson ? [t('mayShowPerson')] : [])].join(' · ')}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {photo.versions.length > 1 && (
          <Button aria-pressed={before} onClick={() => setBefore(!before)}>
            {t('before')}
          </Button>
        )}
        {mayWrite && photo.versions.length > 1 && (
          <select
            aria-label={t('version', { number: at + 1 })}
            value={photo.used}
            disabled={show.isPending}
            onChange={({ target }) => {
              const used = photo.versions.find((version) => version === target.value)
              if (used !== undefined) show.mutate(used)
            }}
            className="h-10 rounded-md border border-line bg-card px-2 text-sm"
          >
            {photo.versions.map((version) => (
              <option key={version} value={version}>
                {t(`versions.${version}`)}
              </option>
            ))}
          </select>
        )}
        {mayWrite && photo.state === 'ready' && !photo.versions.includes('cut') && (
          <Button disabled={cut.isPending || isCutAsked} onClick={() => cut.mutate()}>
            {t(isCutAsked ? 'cutting' : 'cut')}
          </Button>
        )}
        {mayWrite && (
          <>
            <IconButton
              name={t('forward', { number: at + 1 })}
              disabled={at === 0 || order.isPending}
              onClick={() => order.mutate(shiftPhoto(ids, photo.id, -1))}
            >
              <ArrowLeft aria-hidden size={18} />
            </IconButton>
            <IconButton
              name={t('back', { number: at + 1 })}
              disabled={at === ids.length - 1 || order.isPending}
              onClick={() => order.mutate(shiftPhoto(ids, photo.id, 1))}
            >
              <ArrowRight aria-hidden size={18} />
            </IconButton>
            <IconButton
              name={t('takeAway', { number: at + 1 })}
              disabled={order.isPending}
              onClick={() => order.mutate(ids.filter((id) => id !== photo.id))}
            >
              <X aria-hidden size={18} />
            </IconButton>
          </>
        )}
      </div>
      {error !== null && <Problem error={error} />}
    </li>
  )
}

/** What was done to it, in words. */
function didWords(
  { did, used, cut, state }: Photo,
  t: ReturnType<typeof useTranslations<'sell.photos'>>,
): string[] {
  if (state !== 'ready') return []
  if (cut?.state === 'bad') return [t('cutBad')]
  if (cut?.state === 'none') return [t('cutNone')]
  if (used === 'plain') return [t('asItWas')]
  if (used === 'cut') return [t('isCut')]
  return [...(did?.tones ? [t('lit')] : []), ...(did?.crop ? [t('cropped')] : [])]
}
