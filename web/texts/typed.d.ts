import type texts from './en.json'

declare module 'use-intl' {
  interface AppConfig {
    Messages: typeof texts
  }
}
