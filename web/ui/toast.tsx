import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from './button.tsx'

const manager = Toast.createToastManager()
type Said = Parameters<typeof manager.add>[0]
/** Said before there was anything to show it: the part that does comes after the page. */
const waiting: Said[] = []
let isShown = false

/** Says in passing that something was done, and how to undo it. */
export const toasts = {
  add(said: Said): void {
    if (isShown) manager.add(said)
    else waiting.push(said)
  },
}

export function Toasts() {
  const t = useTranslations('ui')
  // After the provider's own: it listens by then.
  useEffect(() => {
    isShown = true
    for (const said of waiting.splice(0)) manager.add(said)
    return () => {
      isShown = false
    }
  }, [])
  return (
    <Toast.Provider toastManager={manager} timeout={6000}>
      <Toast.Portal>
        <Toast.Viewport
          data-in-passing=""
          aria-label={t('inPassing')}
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
      className="flex items-center justify-between gap-2 rounded-md bg-ink py-1 pe-1 ps-4 text-sm font-medium text-card shadow-lg"
    >
      <Toast.Title />
      <Toast.Action className="min-h-8 px-2 font-bold underline" />
      <Toast.Close render={<IconButton name={t('close')} className="text-card hover:bg-card/20" />}>
        <X aria-hidden size={18} />
      </Toast.Close>
    </Toast.Root>
  ))
}
