import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { ExportOrder } from '#shared/reports/exports-schemas.ts'
import { badNews } from '#web/src/lib/bad-news.ts'
import { announce } from '#web/src/ui/announce.ts'
import { Icon } from '#web/src/ui/icons.tsx'
import { useOrder } from './api.ts'

/** Asks for a file that is made in the background, and goes to where one sees it being made. */
export function OrderButton({ order, children }: { order: ExportOrder; children: ReactNode }) {
  const ask = useOrder()
  const navigate = useNavigate()

  return (
    <button
      type="button"
      className="no-print"
      disabled={ask.isPending}
      onClick={() =>
        ask.mutate(order, {
          onSuccess: () => void navigate('/can-bo/bao-cao/tep'),
          onError: (error) => announce(badNews(error).detail),
        })
      }
    >
      <Icon name="download" /> {children}
    </button>
  )
}
