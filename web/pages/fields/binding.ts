import type { ChangeEventHandler, FocusEventHandler, Ref } from 'react'

/** What ties one control to its value: names and first values on a plain page, react-hook-form in the form. */
export interface BoundControl {
  name: string
  defaultValue?: string | undefined
  defaultChecked?: boolean | undefined
  onChange?: ChangeEventHandler<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>
  onBlur?: FocusEventHandler<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>
  ref?: Ref<HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement>
}

/** Controls are uncontrolled everywhere: nothing rewrites a letter while an input method composes it. */
export interface Binding {
  /** `members.1.identity`, `birthDate.day`: also the control's name. */
  text(path: string): BoundControl
  option(path: string, value: string): BoundControl
}

/** What is wrong, by the path of the answer. */
export type ErrorsByPath = ReadonlyMap<string, string>

/** The id of a question's control, so that an error summary can lead to it. */
export const controlId = (path: string) => `f-${path.replaceAll('.', '-')}`
