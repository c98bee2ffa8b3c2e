/**
 * Own identifiers are stored under this prefix and get the public address of the instance when they are read,
 * so that an instance can move to another address without rewriting every record.
 */
export const selfPrefix = 'allmende://self'

/** Puts the public address into stored text. */
export const withPublicAddress = (stored: string, publicUrl: string): string => stored.replaceAll(selfPrefix, publicUrl)

/** Takes the public address out of text that is to be stored. */
export const withoutPublicAddress = (text: string, publicUrl: string): string =>
  text.replaceAll(`${publicUrl}/`, `${selfPrefix}/`)
