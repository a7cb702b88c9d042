/**
 * A slip's QR opens `/tra-cuu#<code>.<key>`: fills both fields in and takes the key out of the address, so that
 * neither history nor a shared link holds it. What stands behind `#` is never sent to the server. Some receipts were
 * printed with the key in one piece.
 */
const [, code, ...key] =
  /^#([A-Z0-9.]+-\d{6}-\d{4,6})\.([0-9A-Z]{4})-?([0-9A-Z]{4})-?([0-9A-Z]{4})$/.exec(location.hash) ?? []

if (code) {
  fill('ma', code)
  fill('khoa', key.join('-'))
  history.replaceState(null, '', location.pathname)
  document.querySelector<HTMLButtonElement>('#track-form button[type=submit]')?.focus()
}

function fill(id: string, value: string) {
  const input = document.getElementById(id)
  if (input instanceof HTMLInputElement) input.value = value
}
