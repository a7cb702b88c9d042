import type { ReadyFile } from './shrink-photo.ts'

/** A photo that was sent from this page, while the page is open; after a reload the server's word must do. */
export interface KeptPhoto extends Pick<ReadyFile, 'isDark' | 'isBlurred'> {
  blob: Blob
  /** For an `<img>`. */
  address: string
}

const photos = new Map<string, KeptPhoto>()

export function keepPhoto(
  uploadId: string,
  blob: Blob,
  { isDark, isBlurred }: Pick<ReadyFile, 'isDark' | 'isBlurred'>,
) {
  if (blob.type.startsWith('image/'))
    photos.set(uploadId, { blob, address: URL.createObjectURL(blob), isDark, isBlurred })
}

export const photoOf = (uploadId: string): KeptPhoto | undefined => photos.get(uploadId)
