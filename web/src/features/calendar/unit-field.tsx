import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ComponentProps, useId } from 'react'
import { unitSearchView } from '#shared/units/schemas.ts'
import { read } from '#web/src/lib/read.ts'
import { toQuery } from '#web/src/lib/url-params.ts'
import { TextField } from '#web/src/ui/field.tsx'

/** A commune of today, typed by name and taken from the browser's own list; its code stands in brackets. */
export function UnitField({ words, ...field }: { words: string } & ComponentProps<typeof TextField>) {
  const id = useId()
  const { data } = useQuery({
    queryKey: ['units', words],
    queryFn: ({ signal }) => read(unitSearchView, `/api/units${toQuery({ q: words, limit: 20 })}`, signal),
    enabled: words.trim().length > 1 && !/\(\d{5}\)/.test(words),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  })
  const units = new Map(data?.items.flatMap(({ now }) => now.map(({ code, name }) => [code, name] as const)))

  return (
    <>
      <TextField {...field} list={id} autoComplete="off" />
      <datalist id={id}>
        {[...units].map(([code, name]) => (
          <option key={code} value={`${name} (${code})`} />
        ))}
      </datalist>
    </>
  )
}
