import { withoutUmlauts } from '#kernel/slug.ts'

const folded = (text: string) =>
  withoutUmlauts(text)
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')

const address = (text: string) =>
  text
    .trim()
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[/#?]+$/, '')

/**
 * By what a record is recognised when its id changed, or when it comes by another way: title, publisher and the addresses of its data.
 * Undefined where that would say too little: a title alone is often used twice.
 */
export function matchText(given: {
  readonly title: string
  readonly publisher: string
  readonly addresses: readonly string[]
}): string | undefined {
  const title = folded(given.title)
  const addresses = [...new Set(given.addresses.map(address))].sort()
  if (title === '' || addresses.length === 0) return undefined
  return [title, folded(given.publisher), ...addresses].join('\n')
}

/** Names of publishers are compared without capitals, accents, spaces and punctuation. */
export const nameKey = folded
