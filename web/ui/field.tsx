import { type ComponentProps, type ReactNode, useId } from 'react'

export const box =
  'h-11 w-full rounded-md border border-line bg-card px-3 text-base text-ink placeholder:text-muted aria-invalid:border-danger sm:text-sm'

export interface Around {
  label: string
  hint?: ReactNode
  /** What is wrong with what stands in it. */
  problem?: ReactNode | undefined
  /** Stands behind the figure: "mi". */
  unit?: string
}

/** A field under its label, with what helps or is wrong below it. */
export function Labelled({
  label,
  hint,
  problem,
  unit,
  children,
}: Around & { children: (ids: { id: string; about: string | undefined }) => ReactNode }) {
  const id = useId()
  const about = problem !== undefined || hint !== undefined ? `${id}-about` : undefined
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-sm font-semibold">
        {label}
      </label>
      <div className="relative">
        {children({ id, about })}
        {unit !== undefined && (
          <span
            aria-hidden
            className="pointer-events-none absolute top-1/2 inset-e-3 -translate-y-1/2 text-sm text-muted"
          >
            {unit}
          </span>
        )}
      </div>
      {about !== undefined && (
        <p
          id={about}
          className={`mt-1 text-sm ${problem === undefined ? 'text-muted' : 'font-medium text-danger'}`}
        >
          {problem ?? hint}
        </p>
      )}
    </div>
  )
}

export const invalid = (problem: ReactNode | undefined) => (problem === undefined ? undefined : true)

export function TextField({
  label,
  hint,
  problem,
  unit,
  ...rest
}: Around & Omit<ComponentProps<'input'>, 'id'>) {
  return (
    <Labelled {...{ label, hint, problem, ...(unit !== undefined && { unit }) }}>
      {({ id, about }) => (
        <input
          id={id}
          type="text"
          className={`${box} ${unit === undefined ? '' : 'pe-12'}`}
          aria-describedby={about}
          aria-invalid={invalid(problem)}
          {...rest}
        />
      )}
    </Labelled>
  )
}

/** Several lines. */
export function TextArea({
  label,
  hint,
  problem,
  ...rest
}: Omit<Around, 'unit'> & Omit<ComponentProps<'textarea'>, 'id'>) {
  return (
    <Labelled {...{ label, hint, problem }}>
      {({ id, about }) => (
        <textarea
          id={id}
          className={`${box} h-auto! py-2`}
          aria-describedby={about}
          aria-invalid={invalid(problem)}
          {...rest}
        />
      )}
    </Labelled>
  )
}

export function SelectField({
  label,
  hint,
  problem,
  options,
  ...rest
}: Around & Omit<ComponentProps<'select'>, 'id'> & { options: readonly { value: string; text: string }[] }) {
  return (
    <Labelled {...{ label, hint, problem }}>
      {({ id, about }) => (
        <select id={id} className={box} aria-describedby={about} aria-invalid={invalid(problem)} {...rest}>
          {options.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

/** A tick with its words, as wide as they are. */
export function CheckField({ label, ...rest }: { label: ReactNode } & Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <label className="flex min-h-10 items-center gap-2.5 text-sm">
      <input type="checkbox" className="size-6 accent-ink" {...rest} />
      <span>{label}</span>
    </label>
  )
}
