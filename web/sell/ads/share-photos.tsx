import { useMutation, useQuery } from '@tanstack/react-query'
import { Share2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { mayShareFiles } from '../../lib/browser.ts'
import { Button } from '../../ui/button.tsx'
import { toasts } from '../../ui/toast.tsx'
import type { Ad } from '../queries.ts'
import { itemPhotosQuery, photoFile } from '../snap/queries.ts'

/** A thing's photos, handed to the marketplace's own app by the phone; nothing where the browser cannot. */
export function SharePhotos({ ad }: { ad: Ad }) {
  const t = useTranslations('sell.ads')
  const photos = useQuery({ ...itemPhotosQuery(ad.itemId), enabled: mayShareFiles() })
  const share = useMutation({
    // They are kept until the page is left: a phone lets nobody share long after the press, but does at the next one.
    async mutationFn(kept: File[] | undefined) {
      const ready = (photos.data?.photos ?? []).filter(({ state }) => state === 'ready')
      const files =
        kept ??
        (await Promise.all(
          ready.slice(0, ad.photosMax ?? ready.length).map((photo, at) => photoFile(photo, at + 1)),
        ))
      const isDone = await navigator.share({ files }).then(
        () => true,
        (error: unknown) => error instanceof DOMException && error.name === 'AbortError',
      )
      if (!isDone) toasts.add({ title: t('shareAgain') })
      return files
    },
    onError: () => toasts.add({ title: t('shareFailed') }),
  })
  if (!mayShareFiles() || photos.data === undefined) return null
  return (
    <Button disabled={share.isPending} onClick={() => share.mutate(share.data)}>
      <Share2 aria-hidden size={17} />
      {t('share')}
    </Button>
  )
}
