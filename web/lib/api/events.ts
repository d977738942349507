import { getGetStreamUrl } from '../../../clients/typescript/api.ts'
import { type LiveEvent, liveKinds } from '../live/events.ts'

export interface EventsListener {
  onEvent(event: LiveEvent): void
  /** It ended, or never began; `isRefused` = the server did not want it. */
  onEnd(isRefused: boolean): void
}

/** Opens the stream of live events behind the last that is known. It is not opened again by itself. */
export function openEvents(lastId: string | null, { onEvent, onEnd }: EventsListener): { close(): void } {
  const source = new EventSource(getGetStreamUrl(lastId === null ? {} : { after: lastId }))
  for (const kind of liveKinds)
    source.addEventListener(kind, ({ lastEventId, data }: MessageEvent<string>) =>
      onEvent({ id: lastEventId, kind, data: JSON.parse(data) } as LiveEvent),
    )
  source.onerror = () => {
    const isRefused = source.readyState === EventSource.CLOSED
    source.close()
    onEnd(isRefused)
  }
  return { close: () => source.close() }
}
