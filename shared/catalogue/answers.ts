/** What a person answered, by the names of the fields; anything until `answersSchema` has let it pass. */
export type Answers = Readonly<Record<string, unknown>>

/** The answer as an object, when it is one. */
export const asAnswers = (value: unknown): Answers | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Answers) : undefined

/** The people of a list, whatever else stands in it left out. */
export const asPeople = (value: unknown): Answers[] =>
  Array.isArray(value) ? value.map(asAnswers).filter((person) => person !== undefined) : []

export const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
