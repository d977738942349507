import { Trash2 } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { type Photo, photoAddress } from './queries.ts'

const dragType = 'text/x-photo'

/** The photos of one thing, to be dragged or sent to another, and what it is called. */
export function SnapGroup({
  photos,
  at,
  count,
  mayWrite,
  suggestion,
  title,
  onTitle,
  onMove,
  onRemove,
}: {
  photos: readonly Photo[]
  at: number
  count: number
  mayWrite: boolean
  suggestion: string | null
  title: string
  onTitle(text: string): void
  onMove(photoId: number, to: number | 'new'): void
  onRemove(photoId: number): void
}) {
  const t = useTranslations('sell.snap')
  const [isOver, setOver] = useState(false)
  const over = (event: DragEvent, is: boolean) => {
    if (!mayWrite || !event.dataTransfer.types.includes(dragType)) return
    event.preventDefault()
    setOver(is)
  }
  return (
    <li
      onDragEnter={(event) => over(event, true)}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false)
        const id = Number(event.dataTransfer.getData(dragType))
        if (id > 0 && !photos.some((photo) => photo.id === id)) onMove(id, at)
      }}
      className={`rounded-md border p-3 ${isOver ? 'border-ink bg-sunk' : 'border-line bg-card'}`}
    >
      <h3 className="mb-2 font-semibold">{t('thing', { number: at + 1, photos: photos.length })}</h3>
      <ul className="mb-3 grid grid-cols-2 gap-3 sm:grid-cols-3">
        {photos.map((photo) => (
          <Snapped
            key={photo.id}
            {...{ photo, at, count, mayWrite, onMove, onRemove }}
            isAlone={photos.length === 1}
          />
        ))}
      </ul>
      {mayWrite && (
        <TextField
          label={t('called')}
          value={title}
          maxLength={500}
          hint={suggestion === null ? t('calledHint') : t('mayBe', { title: suggestion })}
          onChange={({ target }) => onTitle(target.value)}
        />
      )}
    </li>
  )
}

function Snapped({
  photo,
  at,
  count,
  mayWrite,
  isAlone,
  onMove,
  onRemove,
}: {
  photo: Photo
  at: number
  count: number
  mayWrite: boolean
  isAlone: boolean
  onMove(photoId: number, to: number | 'new'): void
  onRemove(photoId: number): void
}) {
  const t = useTranslations('sell.snap')
  const places = Array.from({ length: count }, (_, place) => place).filter((place) => place !== at)
  return (
    <li className="min-w-0">
      {photo.state === 'ready' ? (
        <img
          src={photoAddress(photo, 'small')}
          alt={photo.name}
          draggable={mayWrite}
          onDragStart={(event) => event.dataTransfer.setData(dragType, String(photo.id))}
          className="aspect-square w-full rounded-md bg-sunk object-cover"
        />
      ) : (
        <div
          role="img"
          aria-label={photo.name}
          className="flex aspect-square w-full animate-pulse items-center justify-center rounded-md bg-sunk"
        />
      )}
      {photo.mayShowPerson && <p className="mt-1 text-xs font-semibold">{t('mayShowPerson')}</p>}
      {mayWrite && (
        <div className="mt-1 flex items-center gap-1">
          <select
            aria-label={t('move', { name: photo.name })}
            value=""
            onChange={({ target }) => onMove(photo.id, target.value === 'new' ? 'new' : Number(target.value))}
            className="h-10 min-w-0 grow rounded-md border border-line bg-card px-1 text-sm"
          >
            <option value="" disabled>
              {t('moveTo')}
            </option>
            {places.map((place) => (
              <option key={place} value={place}>
                {t('moveToThing', { number: place + 1 })}
              </option>
            ))}
            {!isAlone && <option value="new">{t('moveToNew')}</option>}
          </select>
          <IconButton name={t('removeOne', { name: photo.name })} onClick={() => onRemove(photo.id)}>
            <Trash2 aria-hidden size={16} />
          </IconButton>
        </div>
      )}
    </li>
  )
}
