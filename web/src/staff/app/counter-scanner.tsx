import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { readScan } from '#shared/scans/read-scan.ts'
import { showScanned } from '#web/src/features/intake/scanned-person.ts'
import { lineOptions } from '#web/src/features/tickets/api.ts'
import { badNews } from '#web/src/lib/bad-news.ts'
import { useShortcuts } from '#web/src/lib/shortcuts.ts'
import { useScanner } from '#web/src/lib/use-scanner.ts'
import { announce } from '#web/src/ui/announce.ts'

/** What is held under the scanner opens where it is worked on, from every page of whoever sits at a counter. */
export function CounterScanner() {
  const navigate = useNavigate()
  const client = useQueryClient()
  useShortcuts({ intake: () => void navigate('/can-bo/tiep-nhan') })
  const openNumber = async (is: (ticket: { label: string; placeUrl: string }) => boolean) => {
    const line = await client.fetchQuery({ ...lineOptions, staleTime: 0 })
    const found = [...line.atCounters, ...line.waiting, ...line.held, ...line.absent].find(is)
    if (found) return navigate(`/can-bo/goi-so?so=${found.label}`)
    announce('Số vừa quét không còn trong hàng hôm nay của đơn vị. Hãy phát số mới ở trang Gọi số.')
  }
  useScanner((text) => {
    const scan = readScan(text)
    if (scan.kind === 'unknown') {
      announce('Không đọc được mã vừa quét. Hãy quét lại, hoặc gõ số định danh hay mã hồ sơ vào ô tìm.')

      return
    }
    closeDialogs()
    if (scan.kind === 'card') {
      showScanned(scan.card)
      void navigate('/can-bo/tiep-nhan')
    } else if (scan.kind === 'dossier') {
      void navigate(`/can-bo/ban-xu-ly/${scan.code}`)
    } else {
      openNumber(({ label, placeUrl }) =>
        scan.kind === 'slip' ? placeUrl.endsWith(`/so/${scan.place}`) : label === scan.label,
      ).catch((error: unknown) => announce(badNews(error).detail))
    }
  })

  return null
}

/** As Esc does: each keeps what was typed into it, or has nothing to keep. */
function closeDialogs() {
  for (const dialog of document.querySelectorAll('dialog[open]'))
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }))
}
