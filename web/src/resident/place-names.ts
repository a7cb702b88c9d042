import { asAnswers, asText } from '#shared/catalogue/answers.ts'
import { formTexts as texts } from '#shared/i18n/form.ts'
import { unitSearchItem } from '#shared/units/schemas.ts'
import { unitInSentence } from '#shared/units/unit-names.ts'
import type { Typed } from '#web/pages/fields/read-answers.ts'
import { nowText, placeTitle } from './fields/unit-texts.ts'
import { say } from './reader.ts'

/** Addresses and police units in words, by the name of their question: the answers themselves hold only codes. */
export function placeNames(typed: Typed): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(typed).flatMap(([name, value]): [string, string][] => {
      const answer = asAnswers(value)
      const title = asText(answer?.title)
      if (title) return [[name, title]]
      const unit = unitSearchItem.safeParse(answer?.unit)
      if (!unit.success) return []
      const now = unit.data.now.find(({ code }) => code === answer?.now)
      const today = now ? say(texts.communeNow(say(unitInSentence(now)))) : nowText(unit.data)

      return [[name, [asText(answer?.detail)?.trim(), placeTitle(unit.data), today].filter(Boolean).join(', ')]]
    }),
  )
}
