import { type DeskKey, keyCap } from '../lib/keys.ts'

/** A key as it is printed. Screen readers hear it from `aria-keyshortcuts` of the button it stands in, not twice. */
export function KeyCap({ cap }: { cap: string }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a kbd takes no focus
  return <kbd aria-hidden="true">{cap}</kbd>
}

/** The key that does the same as the button it stands in. */
export const KeyHint = ({ name }: { name: DeskKey }) => <KeyCap cap={keyCap(name)} />
