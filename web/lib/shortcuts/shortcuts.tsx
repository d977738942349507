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
  shortcuts: readonly Shortcut[]
  isOn: boolean
  setOn(isOn: boolean): void
  add(shortcut: Shortcut): () => void
}

const RegistryContext = createContext<Registry | null>(null)
const storedAs = 'shortcuts'

/** Knows every shortcut that works on the page that is shown: help is drawn from it, and all can be switched off. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([])
  const [isOn, setIsOn] = useState(() => localStorage.getItem(storedAs) !== 'off')
  const registry = useMemo(
    () => ({
      ...{ shortcuts, isOn },
      setOn(on: boolean) {
        localStorage.setItem(storedAs, on ? 'on' : 'off')
        setIsOn(on)
      },
      add(shortcut: Shortcut) {
        setShortcuts((all) => [...all, shortcut])
        return () => setShortcuts((all) => all.filter((one) => one !== shortcut))
      },
    }),
    [shortcuts, isOn],
  )
  return <RegistryContext value={registry}>{children}</RegistryContext>
}

export function useShortcuts(): Registry {
  const registry = useContext(RegistryContext)
  if (registry === null) throw new Error('there is no ShortcutProvider above')
  return registry
}

/** What lies over the page has keys of its own; what is said in passing has none. */
const isCovered = () =>
  [...document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu]')].some(
    (one) => one.closest('[data-in-passing]') === null,
  )

/** While what calls it is shown, the keys do this. Never in a field that takes text, nor under a dialog or menu. */
export function useShortcut({ keys, shown, label }: Shortcut, run: () => void): void {
  const { isOn, add } = useShortcuts()
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
