import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from './button.tsx'

/** A panel over the page: from below on a phone, at the side where lines end where there is room. */
export function Sheet({
  title,
  open,
  onClose,
  children,
  actions,
}: {
  title: string
  open: boolean
  onClose(): void
  children: ReactNode
  actions?: ReactNode
}) {
  const t = useTranslations('ui')
  return (
    <Dialog.Root open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/45 transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup className="fixed inset-x-0 bottom-0 z-50 flex max-h-[88dvh] flex-col rounded-t-xl bg-paper shadow-2xl transition-transform duration-200 data-ending-style:translate-y-full data-starting-style:translate-y-full sm:inset-x-auto sm:inset-y-0 sm:inset-e-0 sm:max-h-none sm:w-96 sm:rounded-none sm:data-ending-style:translate-x-full sm:rtl:data-ending-style:-translate-x-full sm:data-ending-style:translate-y-0 sm:data-starting-style:translate-x-full sm:rtl:data-starting-style:-translate-x-full sm:data-starting-style:translate-y-0">
          <header className="flex items-center justify-between border-b border-line py-2 pe-2 ps-5">
            <Dialog.Title className="text-lg font-bold">{title}</Dialog.Title>
            <Dialog.Close render={<IconButton name={t('close')} />}>
              <X aria-hidden size={20} />
            </Dialog.Close>
          </header>
          <div className="grow overflow-y-auto p-5">{children}</div>
          {actions !== undefined && (
            <footer className="flex gap-3 border-t border-line p-4">{actions}</footer>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
