/** What the server said when it sent the page; a phone's own clock may be years off. */
let aheadMs = 0

/** `sent` is the desk's time in the page that has just arrived. */
export function setDeskTime(sent: string | undefined) {
  const at = Date.parse(sent ?? '')
  if (!Number.isNaN(at)) aheadMs = at - Date.now()
}

/** The desk's time: decides what is past and who is a child, on the screen as on the server. */
export const deskNow = (): Date => new Date(Date.now() + aheadMs)
