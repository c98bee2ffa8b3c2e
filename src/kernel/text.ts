/** What somebody typed as a line without breaks and control characters: what goes into a title, a feed, the subject of a mail. */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, (sign) => (sign === '\u00ad' || sign === '\u200d' ? sign : ''))
    .replace(/ {2,}/g, ' ')
    .trim()

/** What somebody typed as text of several lines without other control characters, at most one empty line in a row. */
export const severalLines = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** A mail address as somebody typed it, without spaces around; undefined for what is none. Nothing that could break a header of a mail passes. */
export function readEmail(text: string): string | undefined {
  const address = text.trim()
  return address.length <= 254 &&
    /^[^\s@<>"'(),;:\\[\]\p{Cc}]{1,64}@[^\s@<>"'(),;:\\[\]\p{Cc}]+\.[^\s@<>"'(),;:\\[\].\p{Cc}]{2,}$/u.test(address)
    ? address
    : undefined
}
