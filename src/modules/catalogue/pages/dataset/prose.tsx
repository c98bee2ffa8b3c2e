import { Fragment } from '#ui/jsx/jsx-runtime'
import { safeHref } from './safe-address.ts'

const address = /\bhttps?:\/\/[^\s<>"'„“”»«]+/g

/** A line of text in which web addresses are links. Nothing in it is read as HTML. */
export function Linked({ text }: { readonly text: string }) {
  const pieces: (string | { href: string; text: string })[] = []
  let from = 0
  for (const match of text.matchAll(address)) {
    // Punctuation after an address belongs to the sentence; a closing bracket too, unless it was opened in the address.
    let found = match[0].replace(/[.,;:!?…]+$/, '')
    while (found.endsWith(')') && found.split(')').length > found.split('(').length)
      found = found.slice(0, -1).replace(/[.,;:!?]+$/, '')
    const href = safeHref(found)
    if (!href) continue
    pieces.push(text.slice(from, match.index), { href, text: found })
    from = match.index + found.length
  }
  pieces.push(text.slice(from))
  return (
    <Fragment>
      {pieces.map((piece, i) =>
        typeof piece === 'string' ? (
          piece
        ) : (
          <a key={`${i}`} href={piece.href} rel="nofollow">
            {piece.text}
          </a>
        ),
      )}
    </Fragment>
  )
}

/** Paragraphs of a text; lines that begin with a dash become a list. */
export function Prose({ text, lang }: { readonly text: string; readonly lang?: string | undefined }) {
  const blocks = text
    .split(/\n\s*\n/)
    .map((block) =>
      block
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .filter((lines) => lines.length > 0)
  return (
    <div class="alm-stack" lang={lang}>
      {blocks.map((lines, i) =>
        lines.length > 1 && lines.slice(1).every((line) => /^[–•*-] /.test(line)) ? (
          <Fragment key={`${i}`}>
            {!/^[–•*-] /.test(lines[0] ?? '') && (
              <p>
                <Linked text={lines[0] ?? ''} />
              </p>
            )}
            <ul class="alm-list">
              {lines
                .filter((line) => /^[–•*-] /.test(line))
                .map((line, at) => (
                  <li key={`${at}`}>
                    <Linked text={line.slice(2)} />
                  </li>
                ))}
            </ul>
          </Fragment>
        ) : (
          <p key={`${i}`}>
            {lines.map((line, at) => (
              <Fragment key={`${at}`}>
                {at > 0 && <br />}
                <Linked text={line} />
              </Fragment>
            ))}
          </p>
        ),
      )}
    </div>
  )
}

// Words after which a full stop ends nothing.
const abbreviation =
  /(?:^|[\s(])(?:z|u|d|o|s|i|bzw|ca|vgl|inkl|ggf|Nr|Abs|Art|Str|St|Dr|Prof|Hrsg|Tel|Mio|Mrd|Tsd|etc|evtl|einschl|max|min|e\.g|i\.e|z\.\s?B|u\.\s?a|d\.\s?h|\d{1,2})\.$/

/** Splits a description into the first sentences (up to about 200 characters) and the rest. */
export function leadOf(description: string): { lead: string; rest: string } {
  const [first = '', ...others] = description.trim().split(/\n\s*\n/)
  const line = first.replace(/\s*\n\s*/g, ' ')
  const sentences: string[] = []
  let from = 0
  for (const match of line.matchAll(/[.!?](?=\s+[\p{Lu}\d„"(])/gu)) {
    const sentence = line.slice(from, match.index + 1)
    if (abbreviation.test(sentence)) continue
    sentences.push(sentence.trim())
    from = match.index + 1
  }
  sentences.push(line.slice(from).trim())
  const opening = sentences[0] ?? ''
  // A first sentence that is too long for a lead is shortened there and stands whole below.
  if (opening.length > 320) return { lead: `${opening.slice(0, 260).replace(/\s+\S*$/, '')} …`, rest: description.trim() }
  let lead = opening
  let used = 1
  while (used < sentences.length && lead.length < 90 && lead.length + (sentences[used]?.length ?? 0) < 220)
    lead += ` ${sentences[used++]}`
  return { lead, rest: [sentences.slice(used).join(' '), ...others].filter((text) => text.trim() !== '').join('\n\n') }
}
