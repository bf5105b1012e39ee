import './styles/tokens.css'
import './styles/fonts.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/ui.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { queries } from './use-call.ts'
import { startWords } from './words/index.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

// zod would try `new Function`, which the server's policy forbids; a page that loads a schema must not.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

// Without its words the platform says nothing. Nothing is typed yet, so that loading again loses nothing.
startWords().then(
  () => show(root),
  () => setTimeout(() => location.reload(), 3_000),
)

function show(place: HTMLElement) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  )
}
