import { AlertDialog } from '@base-ui/react/alert-dialog'
import { Button, buttonClass } from './button.tsx'

/** A button whose deed cannot be undone: it asks first. */
export function ConfirmButton({
  button,
  title,
  body,
  keep,
  busy,
  onConfirm,
}: {
  button: string
  title: string
  body: string
  keep: string
  busy: boolean
  onConfirm(): void
}) {
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger disabled={busy} className={buttonClass('danger')}>
        {button}
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-black/45" />
        <AlertDialog.Popup className="fixed top-1/2 left-1/2 z-50 w-[min(26rem,calc(100vw-2rem))] -translate-1/2 rounded-lg bg-paper p-6 shadow-2xl">
          <AlertDialog.Title className="text-lg font-bold">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-2">{body}</AlertDialog.Description>
          <div className="mt-5 flex justify-end gap-3">
            <AlertDialog.Close className={buttonClass()}>{keep}</AlertDialog.Close>
            <AlertDialog.Close render={<Button look="danger" onClick={onConfirm} />}>
              {button}
            </AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
