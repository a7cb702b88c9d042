/** Whether this looks like an e-mail address: something, one @, and a domain with a dot. Its mailbox alone knows more. */
export const isEmailAddress = (text: string): boolean =>
  text.length <= 200 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text)
