const mark = 'desk:asked'

/** The officer asked for another dossier. */
export const askedForDossier = () => void performance.mark(mark)

/** It is on screen: how long that took stands in the browser's own measures, as `desk:switch`. */
export function dossierIsShown() {
  if (performance.getEntriesByName(mark).length === 0) return
  performance.measure('desk:switch', mark)
  performance.clearMarks(mark)
}
