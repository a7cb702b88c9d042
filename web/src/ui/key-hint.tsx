import { type DeskKey, keyCap } from '../lib/keys.ts'

/** The key that does the same as the button it stands in. Screen readers hear it from `aria-keyshortcuts` instead. */
export const KeyHint = ({ name }: { name: DeskKey }) => <kbd aria-hidden="true">{keyCap(name)}</kbd>
