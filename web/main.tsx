import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Live } from './app/live.tsx'
import { Localized, speakEarly } from './app/localized.tsx'
import { createQueryClient } from './lib/api/client.ts'
import { keepInstallOffer } from './lib/install.ts'
import { returnToWanted } from './lib/return-address.ts'
import { ShortcutProvider } from './lib/shortcuts/shortcuts.tsx'
import { fetchEarly } from './routes/early.ts'
import { createAppRouter } from './routes/router.ts'
import './styles.css'

returnToWanted()
keepInstallOffer()
const queryClient = createQueryClient()
speakEarly(queryClient)
fetchEarly(queryClient, location)
const router = createAppRouter(queryClient)

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <Localized>
          <ShortcutProvider>
            <Live>
              <RouterProvider router={router} />
            </Live>
          </ShortcutProvider>
        </Localized>
      </QueryClientProvider>
    </CSPProvider>
  </StrictMode>,
)
