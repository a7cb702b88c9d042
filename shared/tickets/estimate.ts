/** How long somebody will probably wait, as a span that is honest about not knowing. Minutes, in steps of five. */
export interface WaitEstimate {
  from: number
  to: number
}

/**
 * The wait of somebody with `ahead` people before them.
 *
 * Services differ, so it is a span: from seven tenths to three halves of what the average says. 0 to 5 for nobody ahead.
 */
export function estimateWait(ahead: number, counters: number, serviceMinutes: number): WaitEstimate {
  const average = (ahead * serviceMinutes) / Math.max(1, counters)

  return { from: Math.floor((average * 0.7) / 5) * 5, to: Math.max(5, Math.ceil((average * 1.5) / 5) * 5) }
}
