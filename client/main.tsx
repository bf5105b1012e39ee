import './styles/tokens.css'
import './styles/fonts.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/ui.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App, fetchAhead } from './App.tsx'
import { RefusalError } from './api.ts'
import { noticeTouches } from './attended.ts'
import { askWhoIsThere } from './me.tsx'
import { queries } from './use-call.ts'
import { startWords } from './words/index.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

// zod would try `new Function`, which the server's policy forbids; a page that loads a schema must not.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

noticeTouches(window)
// Everything the first view needs is asked for at once: on a slow line each question after another costs a third of a second.
void askWhoIsThere()
// Where it cannot be fetched now, the page that needs it says so.
fetchAhead().catch(() => undefined)

// Without its words the platform says nothing. Nothing is typed yet, so that loading again loses nothing.
startWords().then(
  () => show(root),
  () => setTimeout(() => location.reload(), 3_000),
)

function show(place: HTMLElement) {
  createRoot(place, { onCaughtError: report }).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  )
}

/** A refusal that a page words is no fault of the program. */
function report(error: unknown) {
  if (!(error instanceof RefusalError)) console.error(error)
}
