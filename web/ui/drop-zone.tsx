import { FileUp } from 'lucide-react'
import { type DragEvent, useId, useRef, useState } from 'react'
import { buttonClass } from './button.tsx'

/** A place to drop a file on; the button in it is for keys and thumbs. More than one at a time is told as `null`. */
export function DropZone({
  label,
  button,
  hint,
  accept,
  disabled = false,
  onFile,
}: {
  label: string
  button: string
  hint: string
  accept: string
  disabled?: boolean
  onFile(file: File | null): void
}) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null) => {
    if (disabled || files === null || files.length === 0) return
    onFile(files.length === 1 ? files[0]! : null)
    // The same file may be chosen again once it was mended.
    if (input.current) input.current.value = ''
  }
  const over = (event: DragEvent, is: boolean) => {
    event.preventDefault()
    setOver(is && !disabled)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way to what the button in it does.
    <div
      onDragEnter={(event) => over(event, true)}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false)
        take(event.dataTransfer.files)
      }}
      className={`flex flex-col items-center gap-3 rounded-md border-2 border-dashed px-4 py-8 text-center ${isOver ? 'border-ink bg-sunk' : 'border-line bg-card'}`}
    >
      <FileUp aria-hidden size={28} className="text-muted" />
      <p className="font-semibold">{label}</p>
      <label
        className={`${buttonClass()} cursor-pointer has-disabled:opacity-50 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus`}
      >
        {button}
        <input
          ref={input}
          type="file"
          className="sr-only"
          accept={accept}
          disabled={disabled}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => take(target.files)}
        />
      </label>
      <p id={`${id}-hint`} className="max-w-prose text-sm text-muted">
        {hint}
      </p>
    </div>
  )
}
