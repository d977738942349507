import { Autocomplete } from '@base-ui/react/autocomplete'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type Ref, useState } from 'react'
import { type Around, box, Labelled } from './field.tsx'

interface Suggesting {
  name: string
  /** What a text may be the beginning of; asked only once something was typed. */
  suggest(text: string, signal: AbortSignal): Promise<readonly string[]>
}

/** A text with suggestions for what it may become; what none of them is can be typed all the same. */
export function SuggestField({
  label,
  hint,
  problem,
  defaultValue,
  onChange,
  ...suggesting
}: Around & Suggesting & { defaultValue: string; onChange?(text: string): void }) {
  const [text, setText] = useState(defaultValue)
  const change = (next: string) => {
    setText(next)
    onChange?.(next)
  }
  return (
    <Labelled {...{ label, hint, problem }}>
      {({ id, about }) => (
        <SuggestInput
          {...{ id, about, className: box, isWrong: problem !== undefined }}
          {...{ value: text, onChange: change }}
          {...suggesting}
        />
      )}
    </Labelled>
  )
}

/** The same without what stands around it. */
export function SuggestInput({
  suggest,
  value: text,
  onChange,
  name,
  isWrong,
  about,
  ...rest
}: Suggesting & {
  id: string
  className: string
  value: string
  onChange(text: string): void
  isWrong: boolean
  /** The id of what tells about it. */
  about?: string | undefined
  placeholder?: string
  onBlur?(): void
  ref?: Ref<HTMLInputElement>
}) {
  const [isTyped, setTyped] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const { data = [] } = useQuery({
    queryKey: ['suggestions', name.replace(/\d+/g, ''), text.trim()],
    queryFn: ({ signal }) => suggest(text.trim(), signal),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isTyped && text.trim().length > 1,
    placeholderData: keepPreviousData,
  })
  return (
    <Autocomplete.Root
      items={data}
      // Whatever is open hides the rest of the page from who listens to it: not for nothing.
      open={isOpen && isTyped && data.length > 0}
      onOpenChange={setOpen}
      mode="none"
      value={text}
      onValueChange={(next, { reason }) => {
        // Escape closes what is suggested, and clears nothing that was typed.
        if (reason === 'escape-key') return
        setTyped(true)
        onChange(next)
      }}
    >
      <Autocomplete.Input
        name={name}
        autoComplete="off"
        aria-describedby={about}
        aria-invalid={isWrong ? true : undefined}
        {...rest}
      />
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={4} className="z-50">
          <Autocomplete.Popup className="max-h-72 w-(--anchor-width) min-w-56 overflow-auto rounded-md border border-line bg-card py-1 shadow-lg empty:hidden">
            <Autocomplete.List>
              {(item: string) => (
                <Autocomplete.Item
                  key={item}
                  value={item}
                  className="flex min-h-10 cursor-default items-center px-3 text-sm data-highlighted:bg-sunk"
                >
                  {item}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  )
}
