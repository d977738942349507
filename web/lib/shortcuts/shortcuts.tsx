import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useHotkeys } from 'react-hotkeys-hook'

/** One key or two after each other, and what they do here. */
export interface Shortcut {
  /** As react-hotkeys-hook has it: `j`, `g>d`; or one sign such as `?`, wherever it is on a keyboard. */
  keys: string
  /** As a person presses them: `j`, `g d`, `?`. */
  shown: string
  label: string
}

interface Registry {
  isOn: boolean
  add(shortcut: Shortcut): () => void
}

/** What help is drawn from; apart, so that whatever has a key is not drawn anew when another one comes or goes. */
interface Registered {
  shortcuts: readonly Shortcut[]
  isOn: boolean
  setOn(isOn: boolean): void
}

const RegistryContext = createContext<Registry | null>(null)
const RegisteredContext = createContext<Registered | null>(null)
const storedAs = 'shortcuts'

/** Knows every shortcut that works on the page that is shown: help is drawn from it, and all can be switched off. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([])
  const [isOn, setIsOn] = useState(() => localStorage.getItem(storedAs) !== 'off')
  const registry = useMemo(
    () => ({
      isOn,
      add(shortcut: Shortcut) {
        setShortcuts((all) => [...all, shortcut])
        return () => setShortcuts((all) => all.filter((one) => one !== shortcut))
      },
    }),
    [isOn],
  )
  const registered = useMemo(
    () => ({
      ...{ shortcuts, isOn },
      setOn(on: boolean) {
        localStorage.setItem(storedAs, on ? 'on' : 'off')
        setIsOn(on)
      },
    }),
    [shortcuts, isOn],
  )
  return (
    <RegistryContext value={registry}>
      <RegisteredContext value={registered}>{children}</RegisteredContext>
    </RegistryContext>
  )
}

const noProvider = 'there is no ShortcutProvider above'

export function useShortcuts(): Registered {
  const registered = useContext(RegisteredContext)
  if (registered === null) throw new Error(noProvider)
  return registered
}

/** What lies over the page has keys of its own; what is said in passing has none. */
const isCovered = () =>
  [...document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu]')].some(
    (one) => one.closest('[data-in-passing]') === null,
  )

/** While what calls it is shown, the keys do this. Never in a field that takes text, nor under a dialog or menu. */
export function useShortcut({ keys, shown, label }: Shortcut, run: () => void): void {
  const registry = useContext(RegistryContext)
  if (registry === null) throw new Error(noProvider)
  const { isOn, add } = registry
  const [register] = useState(() => add)
  useEffect(() => register({ keys, shown, label }), [register, keys, shown, label])
  const isSign = /^\W$/.test(keys)
  useHotkeys(
    keys,
    () => {
      if (!isCovered()) run()
    },
    {
      ...{ enabled: isOn, preventDefault: true, sequenceSplitKey: '>', sequenceTimeoutMs: 1200 },
      // Which keys it takes to write a sign differs: shift and 7 in some places.
      ...{ useKey: isSign, ignoreModifiers: isSign },
    },
    [run],
  )
}
