import { Switch as Base } from '@base-ui/react/switch'

/** On or off, at once. `name` is read out, and stands nowhere else. */
export function Switch({
  name,
  checked,
  onChange,
}: {
  name: string
  checked: boolean
  onChange(checked: boolean): void
}) {
  return (
    <Base.Root
      aria-label={name}
      checked={checked}
      onCheckedChange={(isOn) => onChange(isOn)}
      className="relative z-10 inline-flex h-7 w-12 shrink-0 items-center rounded-full border border-line bg-band p-0.5 transition-colors data-checked:border-ink data-checked:bg-ink"
    >
      <Base.Thumb className="size-5.5 rounded-full bg-card shadow-sm transition-transform data-checked:translate-x-5 rtl:data-checked:-translate-x-5" />
    </Base.Root>
  )
}
