import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { IntlProvider } from 'use-intl'
import { meQuery } from './accounts/queries.ts'
import { createQueryClient } from './lib/api/client.ts'
import { returnToWanted } from './lib/return-address.ts'
import { ShortcutProvider } from './lib/shortcuts/shortcuts.tsx'
import { createAppRouter } from './routes/router.ts'
import './styles.css'
import texts from './texts/en.json'

returnToWanted()
const queryClient = createQueryClient()
// Every page needs it: asked for while the page is still loaded.
void queryClient.prefetchQuery(meQuery)
const router = createAppRouter(queryClient)
const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <IntlProvider locale="en" messages={texts} timeZone={timeZone}>
        <QueryClientProvider client={queryClient}>
          <ShortcutProvider>
            <RouterProvider router={router} />
          </ShortcutProvider>
        </QueryClientProvider>
      </IntlProvider>
    </CSPProvider>
  </StrictMode>,
)
