import { type LangText, textIn } from '#kernel/locale.ts'
import type { Action } from './model/procedure.ts'

/** The words a format has for what people hand in. */
export interface FormatWords {
  /** "Beitrag". */
  readonly one: LangText
  /** "Beiträge". */
  readonly many: LangText
  /** Heading over what becomes of it. */
  readonly after: LangText
  /** What those who follow the procedure are told of. */
  readonly news: LangText
}

const usual: FormatWords = {
  one: { de: 'Beitrag', en: 'contribution' },
  many: { de: 'Beiträge', en: 'contributions' },
  after: { de: 'Was mit Ihrem Beitrag geschieht', en: 'What becomes of your contribution' },
  news: { de: 'neue Beiträge, Antworten, Beschlüsse, neue Schritte', en: 'new contributions, answers, resolutions, new steps' },
}

interface Speaks {
  readonly words?: (Partial<FormatWords> & { readonly acts?: Partial<Record<Action, LangText>> }) | undefined
}

/** What an action is called where a format has its own name for it; undefined where it has none. */
export const actOf = (format: Speaks, action: Action, lang: string): string | undefined => {
  const own = format.words?.acts?.[action]
  return own && textIn(own, lang)
}

/** A word of a format in the reader's language; the usual one of contributions where it has none, or is no longer there. */
export const wordOf = (format: Speaks | undefined, word: keyof FormatWords, lang: string): string =>
  textIn(format?.words?.[word] ?? usual[word], lang)

/** The words for texts that count or name what was handed in. */
export const wordsOf = (format: Speaks | undefined, lang: string) => ({
  one: wordOf(format, 'one', lang),
  many: wordOf(format, 'many', lang),
})
