import { groupDigits } from '#shared/text/format.ts'

interface MoreRowsProps {
  /** A query of `cursorPages`. */
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage(): Promise<unknown> }
  shown: number
}

/** Fetches the next page of a list, and says how many rows are seen already; nothing when all are. */
export function MoreRows({ query: { hasNextPage, isFetchingNextPage, fetchNextPage }, shown }: MoreRowsProps) {
  if (!hasNextPage) return null

  return (
    <button type="button" className="wide" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
      {isFetchingNextPage ? 'Đang tải…' : `Xem thêm (đang xem ${groupDigits(shown)})`}
    </button>
  )
}
