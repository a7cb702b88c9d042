/**
 * Where to go after signing in: the page of the staff area that was asked for, or its start.
 *
 * Only paths inside `/can-bo/`: an address that leads to another site could be put into a link by anybody.
 */
export function returnAddress(wanted: string | null): string {
  if (!wanted?.startsWith('/can-bo/') || wanted.includes('\\')) return '/can-bo'

  return wanted.startsWith('/can-bo/dang-nhap') ? '/can-bo' : wanted
}
