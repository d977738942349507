import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ImportProgress } from '../lib/live/events.ts'
import { useLiveEvents } from '../lib/live/live.tsx'
import { useLate } from '../ui/late.ts'
import {
  askOf,
  headOf,
  isPage,
  nothingSaid,
  pageMibMax,
  type Refusal,
  refusalOf,
  type Said,
} from './import-file.ts'
import { importFile, previewFile } from './queries.ts'

interface Chosen {
  file: File
  isPage: boolean
  /** Tells one choice from the next, also of a file of the same name. */
  key: string
}

/** A file on its way: chosen, looked at, taken in. */
export function useImport() {
  const queryClient = useQueryClient()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [said, setSaid] = useState<Said>(nothingSaid)
  const [sent, setSent] = useState(0)
  const [rows, setRows] = useState<ImportProgress | null>(null)
  const stopping = useRef<AbortController | null>(null)
  const late = useLate(said)
  const isWhole = chosen?.isPage === true || late.marketplace !== ''
  const preview = useQuery({
    queryKey: ['imports', 'preview', chosen?.key, late],
    queryFn: ({ signal }) => {
      const { part, cut } = headOf(chosen!.file, isWhole)
      return previewFile(part, { ...askOf(late), ...(cut && { cut: 'true' }) }, signal)
    },
    enabled: chosen !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const taking = useMutation({
    mutationFn({ file }: Chosen) {
      stopping.current = new AbortController()
      setSent(0)
      setRows(null)
      const marketplace = said.marketplace || preview.data?.marketplace
      const ask = {
        ...askOf({ ...said, marketplace: marketplace ?? '' }),
        ...(said.personal && { personal: 'true' }),
        ticket: ticketOf(chosen!),
      }
      return importFile(file, ask, { onSent: setSent, signal: stopping.current.signal })
    },
    async onSuccess() {
      for (const key of ['deals', 'summary']) await queryClient.invalidateQueries({ queryKey: [key] })
    },
  })
  useLiveEvents((event) => {
    if (event.kind === 'import-progress' && chosen !== null && event.data.ticket === ticketOf(chosen))
      setRows(event.data)
  })
  const begin = () => {
    taking.reset()
    setChosen(null)
    setSaid(nothingSaid)
    setRefusal(null)
  }
  return {
    file: chosen?.file ?? null,
    ...{ refusal, said, preview, taking, sent, rows },
    isCut: chosen !== null && headOf(chosen.file, isWhole).cut,
    say: (more: Partial<Said>) => setSaid((before) => ({ ...before, ...more })),
    async choose(file: File | null) {
      begin()
      const why = refusalOf(file)
      setRefusal(why)
      if (file === null || why !== null) return
      const isOne = await isPage(file)
      if (isOne && file.size > pageMibMax * 1024 * 1024) return setRefusal('pageTooLarge')
      setChosen({ file, isPage: isOne, key: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}` })
    },
    take: () => chosen !== null && taking.mutate(chosen),
    stop: () => stopping.current?.abort(new Error('stopped')),
    again: begin,
  }
}

export type Importing = ReturnType<typeof useImport>

const ticketOf = ({ key }: Chosen) => `import-${key.replace(/[^A-Za-z0-9-]/g, '')}`.slice(0, 64)
