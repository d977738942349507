import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from './button.tsx'

/** Says in passing that something was done, and how to undo it. */
export const toasts = Toast.createToastManager()

export function Toasts() {
  return (
    <Toast.Provider toastManager={toasts} timeout={6000}>
      <Toast.Portal>
        <Toast.Viewport
          data-in-passing=""
          className="fixed inset-x-4 bottom-36 z-50 mx-auto flex max-w-sm flex-col gap-2 sm:bottom-20"
        >
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function ToastList() {
  const t = useTranslations('ui')
  const { toasts: shown } = Toast.useToastManager()
  return shown.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="flex items-center justify-between gap-2 rounded-md bg-ink py-1 pr-1 pl-4 text-sm font-medium text-card shadow-lg"
    >
      <Toast.Title />
      <Toast.Action className="min-h-8 px-2 font-bold underline" />
      <Toast.Close render={<IconButton name={t('close')} className="text-card hover:bg-card/20" />}>
        <X aria-hidden size={18} />
      </Toast.Close>
    </Toast.Root>
  ))
}
