/**
 * Adds a button that reads the page aloud, where the browser can speak. The words of the button stand in the page, in
 * the reader's language; without scripts or voices nothing is promised.
 */
const tools = document.querySelector<HTMLElement>('[data-read-aloud]')

if (tools && 'speechSynthesis' in window) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'tool-button'
  const show = (isReading: boolean) => {
    button.textContent = (isReading ? tools.dataset.stopReading : tools.dataset.readAloud) ?? ''
    button.setAttribute('aria-pressed', String(isReading))
  }
  show(false)
  button.addEventListener('click', () => {
    if (speechSynthesis.speaking) {
      speechSynthesis.cancel()
      show(false)

      return
    }
    const parts = spokenParts()
    for (const [position, text] of parts.entries()) {
      const spoken = new SpeechSynthesisUtterance(text)
      spoken.lang = document.documentElement.lang === 'en' ? 'en-GB' : 'vi-VN'
      if (position === parts.length - 1) spoken.onend = () => show(false)
      speechSynthesis.speak(spoken)
    }
    show(parts.length > 0)
  })
  tools.append(button)
  // A browser that speaks on after the page was left reads what nobody sees.
  addEventListener('pagehide', () => speechSynthesis.cancel())
}

/** The page's text piece by piece: a long text spoken at once stops halfway in some browsers. Folded parts are left out. */
function spokenParts(): string[] {
  const pieces = document.querySelectorAll<HTMLElement>(
    'main h1, main h2, main h3, main p, main li, main dt, main dd, main legend, main label',
  )

  return [...pieces]
    .filter((piece) => piece.offsetParent !== null && !piece.querySelector('p, li, dt, dd, h2, h3, label'))
    .map((piece) => piece.innerText.trim())
    .filter((text) => text !== '')
}
