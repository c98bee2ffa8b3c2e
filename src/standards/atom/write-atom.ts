// Characters that XML 1.0 has no place for.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to go
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it may stand in an XML element or attribute; what XML 1.0 cannot hold is left out. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(illegal, '')
    .replace(/[&<>"]/g, (c) => escapes[c] ?? c)

/** What a feed holds; addresses are whole ones. */
export interface AtomFeed {
  readonly title: string
  /** Address of the feed itself, and of the page it belongs to. */
  readonly self: string
  readonly page: string
  readonly entries: readonly {
    readonly id: string
    readonly title: string
    readonly link: string
    readonly summary: string
    readonly author: string
    readonly updated: Date
  }[]
}

const newest = (feed: AtomFeed) => new Date(Math.max(0, ...feed.entries.map((entry) => entry.updated.getTime())))

/** An Atom document (RFC 4287). */
export const writeAtom = (feed: AtomFeed): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${xmlText(feed.self)}</id><title>${xmlText(feed.title)}</title><updated>${newest(feed).toISOString()}</updated>
<link rel="self" type="application/atom+xml" href="${xmlText(feed.self)}"/><link rel="alternate" type="text/html" href="${xmlText(feed.page)}"/>
${feed.entries.map((entry) => `<entry><id>${xmlText(entry.id)}</id><title>${xmlText(entry.title)}</title><updated>${entry.updated.toISOString()}</updated><author><name>${xmlText(entry.author)}</name></author><link rel="alternate" type="text/html" href="${xmlText(entry.link)}"/><summary>${xmlText(entry.summary)}</summary></entry>`).join('\n')}
</feed>
`
