import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { meQuery } from './accounts/queries.ts'
import { Localized } from './app/localized.tsx'
import { createQueryClient } from './lib/api/client.ts'
import { ShortcutProvider } from './lib/shortcuts/shortcuts.tsx'
import { createAppRouter } from './routes/router.ts'
import './styles.css'

const queryClient = createQueryClient()
// Every page needs it: asked for while the page is still loaded.
void queryClient.prefetchQuery(meQuery)
const router = createAppRouter(queryClient)

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <Localized>
          <ShortcutProvider>
            <RouterProvider router={router} />
          </ShortcutProvider>
        </Localized>
      </QueryClientProvider>
    </CSPProvider>
  </StrictMode>,
)
