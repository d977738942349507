declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net'

  interface Hoodiecrow {
    server: Server
    listen(port: number, host?: string): void
    getMailbox(path: string): unknown
    appendMessage(path: string, flags: string[], date: Date | false, raw: string): void
  }
  export default function hoodiecrow(options: {
    plugins: string[]
    users: object
    storage: object
  }): Hoodiecrow
}
