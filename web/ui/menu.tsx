import { Menu } from '@base-ui/react/menu'
import { Fragment, type ReactNode } from 'react'

export interface MenuEntry {
  key: string
  text: string
  icon?: ReactNode
  onPress(): void
}

export interface MenuPart {
  key: string
  /** Stands above its entries. */
  title?: string
  entries: readonly MenuEntry[]
}

/** What can be done with the thing whose button is `anchor`; open while there is one. */
export function ActionMenu({
  name,
  anchor,
  parts,
  onClose,
}: {
  name: string
  anchor: HTMLElement | null
  parts: readonly MenuPart[]
  onClose(): void
}) {
  return (
    <Menu.Root open={anchor !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      {/* Within the page, in which everything is to be found. */}
      <Menu.Portal container={document.getElementById('page')}>
        <Menu.Positioner anchor={anchor} align="end" sideOffset={4} className="z-50">
          <Menu.Popup
            aria-label={name}
            finalFocus={() => (anchor?.isConnected ? anchor : false)}
            className="max-h-[var(--available-height)] min-w-52 overflow-y-auto rounded-md border border-line bg-card py-1 shadow-xl outline-none"
          >
            {parts
              .filter(({ entries }) => entries.length > 0)
              .map(({ key, title, entries }, index) => (
                <Fragment key={key}>
                  {index > 0 && <Menu.Separator className="my-1 h-px bg-line" />}
                  <Menu.Group>
                    {title !== undefined && (
                      <Menu.GroupLabel className="px-4 pt-1.5 pb-0.5 text-xs font-bold text-muted">
                        {title}
                      </Menu.GroupLabel>
                    )}
                    {entries.map(({ key, text, icon, onPress }) => (
                      <Menu.Item
                        key={key}
                        onClick={onPress}
                        className="flex min-h-9 cursor-pointer items-center gap-3 px-4 text-sm outline-none data-highlighted:bg-sunk"
                      >
                        {icon}
                        {text}
                      </Menu.Item>
                    ))}
                  </Menu.Group>
                </Fragment>
              ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
