import { Dialog } from '@base-ui/react/dialog'
import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../ui/button.tsx'
import { Slides } from '../ui/slides.tsx'
import { CategoryTile } from './category-icon.tsx'
import { type Deal, photoUrl, photoWidths } from './queries.ts'

type Pictured = Pick<Deal, 'id' | 'category' | 'imageUrls'>

/** One photo of a listing over the sign of its category, which stays where there is none or it cannot be had. */
export function Photo({
  listing,
  at = 0,
  alt = '',
  size,
  sizes,
  className,
  eager = false,
}: {
  listing: Pictured
  at?: number
  alt?: string
  /** Pixels of the page that it takes up, at most; what holds it is as large whether or not it is there. */
  size: { width: number; height: number }
  /** As of `<img>`. */
  sizes: string
  className: string
  eager?: boolean
}) {
  const [failed, setFailed] = useState(false)
  return (
    <span className={`relative block shrink-0 overflow-hidden rounded-md ${className}`}>
      <CategoryTile category={listing.category} className="size-full" />
      {at < listing.imageUrls.length && !failed && (
        <img
          src={photoUrl(listing.id, at, '704')}
          srcSet={photoWidths.map((width) => `${photoUrl(listing.id, at, width)} ${width}w`).join(', ')}
          sizes={sizes}
          {...size}
          alt={alt}
          loading={eager ? 'eager' : 'lazy'}
          decoding="async"
          className="absolute inset-0 size-full object-cover"
          onError={() => setFailed(true)}
        />
      )}
    </span>
  )
}

const thumbnailsMax = 12

/** All photos of a listing: one large, dragged to the next, and small ones below that lead there; pressed, it opens over the page. */
export function Photos({ listing, title }: { listing: Pictured; title: string }) {
  const t = useTranslations('listing.photos')
  const [openAt, setOpenAt] = useState<number | null>(null)
  const [at, setAt] = useState(0)
  const count = listing.imageUrls.length
  if (count === 0) return null
  const look = 'block rounded-md outline-offset-2 focus-visible:outline-2 focus-visible:outline-focus'
  return (
    <section aria-label={t('title')} className="mb-6">
      <div className="relative">
        <Slides
          {...{ count, at, onMove: setAt }}
          className="rounded-md"
          slide={(number, isNear) => (
            <button
              type="button"
              aria-label={t('open', { number: number + 1, count })}
              onClick={() => setOpenAt(number)}
              className={`w-full -outline-offset-2! ${look}`}
            >
              {isNear ? (
                <Photo
                  listing={listing}
                  at={number}
                  size={{ width: 704, height: 528 }}
                  sizes="(min-width: 64rem) 42rem, 100vw"
                  className="aspect-[4/3] w-full"
                  eager={number === 0}
                />
              ) : (
                <CategoryTile category={listing.category} className="aspect-[4/3] w-full" />
              )}
            </button>
          )}
        />
        {count > 1 && (
          <p
            aria-live="polite"
            className="figure pointer-events-none absolute inset-e-2 bottom-2 rounded-full bg-card px-2.5 py-0.5 text-xs font-semibold"
          >
            {t('place', { number: at + 1, count })}
          </p>
        )}
      </div>
      {count > 1 && (
        <div className="-mx-1 mt-1 flex gap-2 overflow-x-auto p-1 [scrollbar-width:none] sm:flex-wrap">
          {listing.imageUrls.slice(0, thumbnailsMax).map((url, number) => (
            <button
              type="button"
              key={url}
              aria-label={t('show', { number: number + 1, count })}
              aria-current={number === at}
              onClick={() => setAt(number)}
              className={`shrink-0 ${look} aria-[current=true]:outline-2 aria-[current=true]:outline-ink`}
            >
              <Photo
                listing={listing}
                at={number}
                size={{ width: 72, height: 72 }}
                sizes="4.5rem"
                className="size-18"
              />
            </button>
          ))}
        </div>
      )}
      <Lightbox listing={listing} title={title} at={openAt} onMove={setOpenAt} />
    </section>
  )
}

/** One photo as large as the window; `at` null = closed. */
function Lightbox({
  listing,
  title,
  at,
  onMove,
}: {
  listing: Pictured
  title: string
  at: number | null
  onMove(at: number | null): void
}) {
  const t = useTranslations('listing.photos')
  const count = listing.imageUrls.length
  const step = (by: number) => at !== null && onMove((at + by + count) % count)
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event
    // The row would scroll, too.
    if (key.startsWith('Arrow')) event.preventDefault()
    const onwards = document.dir === 'rtl' ? -1 : 1
    if (key === 'ArrowLeft') step(-onwards)
    if (key === 'ArrowRight') step(onwards)
  }
  return (
    <Dialog.Root open={at !== null} onOpenChange={(isOpen) => !isOpen && onMove(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/85" />
        <Dialog.Popup
          className="fixed inset-0 z-50 flex flex-col bg-paper sm:inset-6 sm:rounded-lg"
          onKeyDown={onKeyDown}
        >
          <header className="flex items-center gap-3 border-b border-line py-2 pe-2 ps-5">
            <Dialog.Title className="min-w-0 grow truncate font-bold">{title}</Dialog.Title>
            <p aria-live="polite" className="figure text-sm text-muted">
              {t('place', { number: (at ?? 0) + 1, count })}
            </p>
            <Dialog.Close render={<IconButton name={t('close')} />}>
              <X aria-hidden size={20} />
            </Dialog.Close>
          </header>
          <div className="relative min-h-0 grow">
            {at !== null && (
              <Slides
                {...{ count, at, onMove }}
                label={t('title')}
                className="h-full"
                slide={(number, isNear) =>
                  isNear && (
                    <img
                      src={photoUrl(listing.id, number, '1408')}
                      alt={t('alt', { number: number + 1, count })}
                      decoding="async"
                      className="absolute inset-0 size-full object-contain"
                    />
                  )
                }
              />
            )}
            {count > 1 && (
              <>
                <IconButton
                  name={t('previous')}
                  onClick={() => step(-1)}
                  className="absolute top-1/2 inset-s-2 -translate-y-1/2 bg-card"
                >
                  <ChevronLeft aria-hidden size={22} className="rtl:-scale-x-100" />
                </IconButton>
                <IconButton
                  name={t('next')}
                  onClick={() => step(1)}
                  className="absolute top-1/2 inset-e-2 -translate-y-1/2 bg-card"
                >
                  <ChevronRight aria-hidden size={22} className="rtl:-scale-x-100" />
                </IconButton>
              </>
            )}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
