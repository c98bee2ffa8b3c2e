import { languages } from '#standards/dcat-ap-de'
import { allAt, attributeOf, elementsOf, firstAt, textWithin, type XmlElement } from '#standards/xml'

/** A text with its language as the web names it; empty where nobody named one. */
export interface Said {
  readonly value: string
  readonly lang: string
}

const tags: Readonly<Record<string, string>> = {
  DEU: 'de',
  ENG: 'en',
  FRA: 'fr',
  NLD: 'nl',
  DAN: 'da',
  POL: 'pl',
  CES: 'cs',
  ITA: 'it',
  SPA: 'es',
  SWE: 'sv',
}

/** `ger`, `deu`, `de`, `eng; CAN` -> the tag of the web. */
export const languageTag = (code: string): string =>
  tags[languages.find(code.split(/[;,\s]/)[0] ?? '')?.code ?? ''] ?? (/^[a-z]{2}$/.test(code) ? code : '')

/** The value of a code list: its attribute, else the words in it. */
export function codeOf(element: XmlElement | undefined): string {
  const inner = element && elementsOf(element)[0]
  return attributeOf(inner, 'codeListValue') || textWithin(inner ?? element)
}

/** Reads texts of one record: the languages of translations are declared at its head. */
export class Texts {
  readonly lang: string
  readonly #locales = new Map<string, string>()

  constructor(record: XmlElement) {
    this.lang = languageTag(codeOf(firstAt(record, 'language')))
    for (const locale of allAt(record, 'locale/PT_Locale'))
      this.#locales.set(attributeOf(locale, 'id'), languageTag(codeOf(firstAt(locale, 'languageCode'))))
  }

  /** The text of a property in the record's language and in those it was translated into. */
  of(element: XmlElement | undefined): Said[] {
    if (!element) return []
    const own = this.plain(element)
    const translated = allAt(element, 'PT_FreeText/textGroup/LocalisedCharacterString').map((one) => ({
      value: textWithin(one),
      lang: this.#locales.get(attributeOf(one, 'locale').replace(/^#/, '')) ?? '',
    }))
    const said = [{ value: own, lang: this.lang }, ...translated.filter((one) => one.lang !== this.lang)]
    return said.filter((one) => one.value !== '')
  }

  /** The text in the record's own language; empty where there is none. */
  plain(element: XmlElement | undefined): string {
    const inner = element && elementsOf(element).find((one) => one.name !== 'PT_FreeText')
    return textWithin(inner)
  }

  /** Where an anchor leads to; empty for a plain text. */
  anchor(element: XmlElement | undefined): string {
    return attributeOf(firstAt(element, 'Anchor'), 'href')
  }
}
