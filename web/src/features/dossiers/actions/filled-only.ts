/** What was typed, without the spaces around it; a field that was left empty is not there. */
export function filledOnly<Values extends Record<string, unknown>>(values: Values): Values {
  const filled = Object.entries(values).flatMap(([name, value]) => {
    const trimmed: unknown = typeof value === 'string' ? value.trim() : value

    return trimmed === '' ? [] : [[name, trimmed]]
  })

  return Object.fromEntries(filled) as Values
}
