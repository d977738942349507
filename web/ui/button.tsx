import type { ComponentProps } from 'react'

const looks = {
  main: 'bg-ink text-card hover:bg-ink/85',
  plain: 'border border-line bg-card text-ink hover:border-ink',
  bare: 'text-ink hover:bg-sunk',
  danger: 'border border-danger text-danger hover:bg-danger-soft',
}

/** The classes of a button, for a link that looks like one. */
export function buttonClass(look: keyof typeof looks = 'plain'): string {
  return `inline-flex min-h-10 items-center justify-center gap-2 rounded-md px-3.5 text-sm font-semibold whitespace-nowrap transition-colors disabled:opacity-50 ${looks[look]}`
}

export function Button({
  look = 'plain',
  type = 'button',
  className = '',
  ...rest
}: ComponentProps<'button'> & { look?: keyof typeof looks }) {
  return <button type={type} className={`${buttonClass(look)} ${className}`} {...rest} />
}

/** A button that is an icon; its name is read out and shown on hover. */
export function IconButton({ name, className = '', ...rest }: ComponentProps<'button'> & { name: string }) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      className={`inline-flex size-10 shrink-0 items-center justify-center rounded-md text-ink hover:bg-sunk ${className}`}
      {...rest}
    />
  )
}
