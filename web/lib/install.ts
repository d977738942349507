import { createStore } from './store.ts'

/** A browser's offer to install the app, which it makes once, early, and lets one take up later. */
export interface InstallOffer extends Event {
  prompt(): Promise<unknown>
}

export const installOffer = createStore<InstallOffer | null>(null)

export function keepInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => installOffer.set(event as InstallOffer))
  addEventListener('appinstalled', () => installOffer.set(null))
}
