import { Camera, FolderOpen, Images } from 'lucide-react'
import { type DragEvent, type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { buttonClass } from '../../ui/button.tsx'
import { droppedPhotos, photosAmong } from './dropped-files.ts'

/** Phones turn what they keep as HEIC into JPEG for whoever asks for these. */
const accepted = 'image/jpeg,image/png,image/webp,image/avif'

/** Where photos come in: dropped, chosen, a whole folder, or from the camera. */
export function SnapDrop({ onFiles }: { onFiles(files: File[]): void }) {
  const t = useTranslations('sell.snap')
  const [isOver, setOver] = useState(false)
  const over = (event: DragEvent, is: boolean) => {
    // A photo that is dragged to another group is none that comes in.
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(is)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way to what the buttons in it do.
    <div
      onDragEnter={(event) => over(event, true)}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false)
        if (event.dataTransfer.types.includes('Files'))
          void droppedPhotos(event.dataTransfer.items).then(onFiles)
      }}
      className={`mb-6 flex flex-col items-center gap-3 rounded-md border-2 border-dashed px-4 py-6 text-center ${isOver ? 'border-ink bg-sunk' : 'border-line bg-card'}`}
    >
      <p className="font-semibold">{t('drop')}</p>
      <div className="flex flex-wrap justify-center gap-3">
        <FileButton icon={<Images aria-hidden size={18} />} text={t('choose')} onFiles={onFiles} multiple />
        <FileButton
          icon={<Camera aria-hidden size={18} />}
          text={t('camera')}
          onFiles={onFiles}
          capture="environment"
        />
        <FileButton
          icon={<FolderOpen aria-hidden size={18} />}
          text={t('folder')}
          onFiles={onFiles}
          multiple
          folder
        />
      </div>
      <p className="max-w-prose text-sm text-muted">{t('dropHint')}</p>
    </div>
  )
}

function FileButton({
  icon,
  text,
  onFiles,
  multiple = false,
  capture,
  folder = false,
}: {
  icon: ReactNode
  text: string
  onFiles(files: File[]): void
  multiple?: boolean
  capture?: 'environment'
  folder?: boolean
}) {
  return (
    <label
      className={`${buttonClass()} cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus`}
    >
      {icon}
      {text}
      <input
        type="file"
        className="sr-only"
        multiple={multiple}
        {...(folder ? { webkitdirectory: '' } : { accept: accepted })}
        {...(capture && { capture })}
        onChange={({ target }) => {
          if (target.files !== null) onFiles(photosAmong(target.files))
          // The same photo may be chosen again.
          target.value = ''
        }}
      />
    </label>
  )
}
