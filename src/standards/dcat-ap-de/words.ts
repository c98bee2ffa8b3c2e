import type { Agent, CatalogueRecord, LangString } from './model.ts'

/** The text in the wanted language, else the German or untagged one, else the first. */
export function say(texts: readonly LangString[] | undefined, lang = 'de'): string {
  if (!texts || texts.length === 0) return ''
  const by = (wanted: string) => texts.find((text) => text.lang.toLowerCase().split('-')[0] === wanted)
  return (by(lang) ?? by('de') ?? by('') ?? texts[0])?.value ?? ''
}

/** The record's title; its IRI where it has none. */
export const titleOf = (record: CatalogueRecord | undefined, lang = 'de'): string =>
  record ? say(record.title, lang) || record.uri : ''

/** Name of an agent. */
export const nameOf = (agent: Agent | undefined, lang = 'de'): string => (agent ? say(agent.name, lang) : '')

/** Who publishes: the publisher's name, else the maintainer's, creator's or originator's; null where nobody is named. */
export function publisherOf(record: CatalogueRecord, lang = 'de'): string | null {
  for (const agent of [record.publisher, record.maintainer[0], record.creator[0], record.originator[0]]) {
    const name = nameOf(agent, lang)
    if (name) return name
  }
  return null
}
