import { randomBytes } from 'node:crypto'

/** A multipart body as browsers write it. */
export function multipartOf(
  parts: readonly { name?: string; fileName?: string; type?: string; content: Buffer | string }[],
) {
  const boundary = `----quay${randomBytes(8).toString('hex')}`
  const body = Buffer.concat([
    ...parts.flatMap(({ name = 'file', fileName, type = 'application/octet-stream', content }) => [
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"`}\r\n`,
      ),
      Buffer.from(fileName === undefined ? '\r\n' : `content-type: ${type}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ])

  return { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}
