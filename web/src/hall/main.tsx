import '#shared/http/messages.ts'
import '#web/styles/hall.css'
import { createRoot } from 'react-dom/client'
import { Board } from './board/board.tsx'
import { Kiosk } from './kiosk/kiosk.tsx'

/** The two screens of a waiting room, by the address: `/may-lay-so/<unit>` and `/bang/<unit>`. */
const [, screen, unit = ''] = location.pathname.split('/')
const root = document.getElementById('root')
if (!root) throw new Error('the shell of the waiting room has no #root')
document.documentElement.dataset.screen = screen === 'bang' ? 'board' : 'kiosk'
createRoot(root).render(
  screen === 'bang' ? (
    <Board unit={unit} />
  ) : (
    <Kiosk unit={unit} kioskKey={new URLSearchParams(location.search).get('may') ?? ''} />
  ),
)
