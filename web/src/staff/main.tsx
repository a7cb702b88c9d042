import '#shared/http/messages.ts'
import '#web/styles/staff.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { applyPreferences } from './app/preferences.tsx'

applyPreferences()
const root = document.getElementById('root')
if (!root) throw new Error('the shell of the staff pages has no #root')
createRoot(root).render(<App />)
