import { CheckField } from './field.tsx'

/** Ticks of which any number may be set. */
export function CheckList({
  legend,
  options,
  chosen,
  onChange,
  none,
}: {
  legend: string
  options: readonly { value: string; text: string }[]
  chosen: readonly string[]
  onChange(chosen: string[]): void
  /** What follows where none is set. */
  none: string
}) {
  return (
    <fieldset className="mt-3">
      <legend className="text-sm font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-x-6">
        {options.map(({ value, text }) => (
          <CheckField
            key={value}
            label={text}
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          />
        ))}
      </div>
      {chosen.length === 0 && <p className="text-sm font-medium text-caution">{none}</p>}
    </fieldset>
  )
}
