/** The one polite live region of the page; made on first use, outside React, so that no redraw silences it. */
let region: HTMLElement | undefined

/** Says it to screen readers and shows it for a few seconds at the foot of the page. */
export function announce(words: string) {
  region ??= makeRegion()
  const line = document.createElement('p')
  line.textContent = words
  region.append(line)
  setTimeout(() => line.remove(), 6_000)
}

function makeRegion(): HTMLElement {
  const made = document.createElement('div')
  made.className = 'announcements'
  made.setAttribute('role', 'status')
  made.setAttribute('aria-live', 'polite')
  document.body.append(made)

  return made
}
