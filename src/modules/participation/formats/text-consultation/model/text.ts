/** A heading or a paragraph as it was read from what staff typed. */
export interface ReadBlock {
  readonly kind: 'heading' | 'text'
  /** 1 for the highest headings; 0 for paragraphs. */
  readonly level: number
  readonly body: string
  /** The number that staff wrote before it: the paragraph that it follows; `neu` where it follows none. */
  readonly pin?: string
}

/** The same in a version: with the number that it keeps. */
export interface TextBlock extends ReadBlock {
  readonly key: string
}

/** What a procedure's text may hold. A paragraph fits on a page, so that a new wording and its reason fit into one contribution. */
export const most = { typed: 120_000, text: 600_000, blocks: 3000, block: 3500, heading: 300, note: 500 } as const

/** A part of the text under one of its highest headings; the first may have none. */
export interface TextSection {
  readonly heading: TextBlock | undefined
  /** "2", or '' where the headings carry numbers of their own. */
  readonly number: string
  readonly blocks: readonly TextBlock[]
}

const ownNumber = /^(?:§|\d+[.)\s]|[IVXL]+[.)]\s|(?:Artikel|Art\.|Teil|Kapitel|Abschnitt|Anlage)\s)/i

/** The parts of a text in order; numbered by us where no heading has a number of its own. */
export function sectionsOf(blocks: readonly TextBlock[]): TextSection[] {
  const sections: { heading: TextBlock | undefined; number: string; blocks: TextBlock[] }[] = []
  const numbered = blocks.some(({ kind, body }) => kind === 'heading' && ownNumber.test(body))
  let count = 0
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1)
      sections.push({ heading: block, number: numbered ? '' : String(++count), blocks: [] })
    else {
      if (sections.length === 0) sections.push({ heading: undefined, number: '', blocks: [] })
      sections.at(-1)?.blocks.push(block)
    }
  }
  return sections
}
