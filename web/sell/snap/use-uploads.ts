import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ApiProblem } from '../../lib/api/client.ts'
import { forgetPhotos, sendPhoto } from './queries.ts'

export interface Sending {
  /** Of this stay. */
  done: number
  total: number
  failed: { file: File; error: unknown }[]
}

const none: Sending = { done: 0, total: 0, failed: [] }
const atOnce = 2

/** The server asks to come again soon, or is not there: the same file may go through by itself. */
const maySucceed = (error: unknown) =>
  !(error instanceof ApiProblem) || error.status === 429 || error.status >= 500
const triesMax = 3

/** Photos on their way, one request each, two at a time; what fails stays, to be sent again. */
export function useUploads() {
  const client = useQueryClient()
  const [sending, setSending] = useState<Sending>(none)
  const queue = useRef<File[]>([])
  const running = useRef(0)

  async function work(): Promise<void> {
    running.current++
    try {
      for (let file = queue.current.shift(); file !== undefined; file = queue.current.shift()) {
        const error = await sendOne(file)
        setSending((now) => ({
          ...now,
          done: now.done + 1,
          failed: error === null ? now.failed : [...now.failed, { file: file!, error }],
        }))
        await forgetPhotos(client)
      }
    } finally {
      running.current--
    }
  }

  function send(files: readonly File[]): void {
    if (files.length === 0) return
    queue.current.push(...files)
    setSending((now) => {
      const isOver = now.done === now.total
      return {
        done: isOver ? 0 : now.done,
        total: (isOver ? 0 : now.total) + files.length,
        failed: now.failed.filter((one) => !files.includes(one.file)),
      }
    })
    while (running.current < Math.min(atOnce, queue.current.length + running.current)) void work()
  }

  return { sending, send, again: () => send(sending.failed.map(({ file }) => file)) }
}

async function sendOne(file: File): Promise<unknown> {
  const { signal } = new AbortController()
  for (let tries = 1; ; tries++) {
    try {
      await sendPhoto(file, signal)
      return null
    } catch (error) {
      if (tries >= triesMax || !maySucceed(error)) return error
      await new Promise((resolve) => setTimeout(resolve, 1000 * tries))
    }
  }
}
