import type { Agent, CatalogueRecord, LangString } from './model.ts'

/** As much of a record as its names need. */
type Named = Pick<CatalogueRecord, 'uri' | 'title' | 'publisher' | 'originator' | 'maintainer' | 'creator'>

/** The text in a language; else in German, without a language, in English, or the first there is. Empty when there is none. */
export function say(texts: readonly LangString[], lang = 'de'): string {
  for (const wanted of [lang, 'de', '', 'en']) {
    const found = texts.find((text) => text.lang === wanted || (wanted !== '' && text.lang.startsWith(`${wanted}-`)))
    if (found) return found.value
  }
  return texts[0]?.value ?? ''
}

/** The name of an agent; undefined when nobody gave one. */
export const nameOf = (agent: Agent | undefined, lang = 'de'): string | undefined => (agent && say(agent.name, lang)) || undefined

/** Title of a record; its IRI when it has none, empty without a record. */
export const titleOf = (record: Pick<Named, 'uri' | 'title'> | undefined, lang = 'de'): string =>
  record ? say(record.title, lang) || record.uri : ''

/** Who publishes a record: publisher, else originator, maintainer or creator; undefined when none has a name. */
export function publisherOf(record: Omit<Named, 'uri' | 'title'>, lang = 'de'): string | undefined {
  for (const agent of [record.publisher, ...record.originator, ...record.maintainer, ...record.creator]) {
    const name = nameOf(agent, lang)
    if (name) return name
  }
  return undefined
}
