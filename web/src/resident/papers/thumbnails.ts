/** Small pictures of what was sent while this page is open; after a reload the server's word must do. */
const addresses = new Map<string, string>()

export function keepThumbnail(uploadId: string, file: Blob) {
  if (file.type.startsWith('image/')) addresses.set(uploadId, URL.createObjectURL(file))
}

export const thumbnailOf = (uploadId: string): string | undefined => addresses.get(uploadId)
