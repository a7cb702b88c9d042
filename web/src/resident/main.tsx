import '#shared/http/messages.ts'
import '#web/styles/resident.css'
import { createRoot } from 'react-dom/client'
import { setDeskTime } from './desk-now.ts'
import { becomeSharedPhone } from './device-storage.ts'
import { Loader } from './loader.tsx'
import { followLinks } from './navigation.ts'

const root = document.getElementById('app')
// Vite's own server sends a bare frame: the address names the procedure as well.
const procedure = root?.dataset.procedure ?? location.pathname.split('/')[2] ?? ''

if (root) {
  setDeskTime(root.dataset.now)
  followLinks(root)
  const isAssisted = root.dataset.assisted === 'yes'
  if (isAssisted) keepNothing()
  createRoot(root).render(
    <Loader code={procedure} allowDemoIdentities={root.dataset.demo === 'yes'} isAssisted={isAssisted} />,
  )
}

/** A helper's phone passes through many people's hands. */
function keepNothing() {
  try {
    becomeSharedPhone()
  } catch {
    // This browser forbids storage, and so keeps nothing anyway.
  }
}
