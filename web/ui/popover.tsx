import { Popover as Base } from '@base-ui/react/popover'
import { type ReactNode, useRef } from 'react'

/** A button with a small panel at it. `children` are given what closes it. */
export function Popover({
  button,
  look,
  title,
  children,
}: {
  button: ReactNode
  /** Classes of the button. */
  look: string
  title: string
  children(close: () => void): ReactNode
}) {
  const actions = useRef<Base.Root.Actions | null>(null)
  return (
    <Base.Root actionsRef={actions}>
      <Base.Trigger className={look}>{button}</Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={6} align="start" collisionPadding={8} className="z-50">
          <Base.Popup className="w-72 max-w-[calc(100vw-1rem)] rounded-md border border-line bg-paper p-4 shadow-xl outline-none">
            <Base.Title className="sr-only">{title}</Base.Title>
            {children(() => actions.current?.close())}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
