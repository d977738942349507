import { Autocomplete } from '@base-ui/react/autocomplete'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Around, box, invalid, Labelled } from './field.tsx'

/** A text with suggestions for what it may become; what none of them is can be typed all the same. */
export function SuggestField({
  suggest,
  defaultValue,
  onChange,
  name,
  label,
  hint,
  problem,
}: Around & {
  name: string
  defaultValue: string
  onChange?(text: string): void
  /** What a text may be the beginning of; asked only once something was typed. */
  suggest(text: string, signal: AbortSignal): Promise<readonly string[]>
}) {
  const [text, setText] = useState(defaultValue)
  const [isTyped, setTyped] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const { data = [] } = useQuery({
    queryKey: ['suggestions', name, text.trim()],
    queryFn: ({ signal }) => suggest(text.trim(), signal),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isTyped && text.trim().length > 1,
    placeholderData: keepPreviousData,
  })
  return (
    <Labelled {...{ label, hint, problem }}>
      {({ id, about }) => (
        <Autocomplete.Root
          items={data}
          // Whatever is open hides the rest of the page from who listens to it: not for nothing.
          open={isOpen && isTyped && data.length > 0}
          onOpenChange={setOpen}
          mode="none"
          value={text}
          onValueChange={(next) => {
            setText(next)
            setTyped(true)
            onChange?.(next)
          }}
        >
          <Autocomplete.Input
            id={id}
            name={name}
            className={box}
            autoComplete="off"
            aria-describedby={about}
            aria-invalid={invalid(problem)}
          />
          <Autocomplete.Portal>
            <Autocomplete.Positioner sideOffset={4} className="z-50">
              <Autocomplete.Popup className="max-h-72 w-(--anchor-width) overflow-auto rounded-md border border-line bg-card py-1 shadow-lg empty:hidden">
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
      )}
    </Labelled>
  )
}
