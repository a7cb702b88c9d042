/** What this form needs of a browser's storage. */
export type DeviceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const sharedFlag = 'quay.may-dung-chung'
const ours = 'quay.'

/**
 * Where drafts are kept: on the device, or, when several people use it, in this tab alone, whose content goes with it.
 * Browsers that forbid storage throw at the very mention of it.
 */
export function deviceStorage(): DeviceStorage {
  try {
    return isSharedPhone() ? window.sessionStorage : window.localStorage
  } catch {
    return {
      getItem: () => null,
      setItem: () => {
        throw new Error('this browser keeps nothing')
      },
      removeItem: () => undefined,
    }
  }
}

/** Whether this tab belongs to a device that several people use. */
export function isSharedPhone(): boolean {
  try {
    return window.sessionStorage.getItem(sharedFlag) === '1'
  } catch {
    return false
  }
}

/** From now on this tab keeps everything in itself: what stood on the device moves into it. Twice is the same as once. */
export function becomeSharedPhone() {
  if (isSharedPhone()) return
  for (const key of keysOf(localStorage)) {
    const value = localStorage.getItem(key)
    if (value !== null) sessionStorage.setItem(key, value)
    localStorage.removeItem(key)
  }
  sessionStorage.setItem(sharedFlag, '1')
}

/** Leaves nothing of any dossier in this tab or on the device. */
export function leaveNothing() {
  for (const storage of [sessionStorage, localStorage]) for (const key of keysOf(storage)) storage.removeItem(key)
}

const keysOf = (storage: Storage) => Object.keys(storage).filter((key) => key.startsWith(ours))
