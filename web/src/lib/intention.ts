/**
 * A key for one intention of the user: the same words to the same version keep their key, so that pressing again
 * after a lost answer cannot do the thing twice; changed words are a new intention and get a new key.
 */
export function intention(): (content: unknown) => string {
  let last: { content: string; key: string } | undefined

  return (content) => {
    const written = JSON.stringify(content)
    if (last?.content !== written) last = { content: written, key: newKey() }

    return last.key
  }
}

/** 128 random bits. Not `crypto.randomUUID`, which a desk on plain HTTP in an office network does not have. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
