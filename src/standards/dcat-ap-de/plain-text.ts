/** Tags that portals really send. A `<` before anything else stays, as in "Kinder <6 Jahre". */
const tag =
  /<(\/?)(p|br|div|span|ul|ol|li|a|b|i|u|em|strong|h[1-6]|table|thead|tbody|tfoot|tr|td|th|img|hr|pre|code|blockquote|font|center|sup|sub|small|section|article|header|footer|dl|dt|dd|script|style|iframe|object|embed|svg|math|form|input|button|video|audio|link|meta|base|html|body|head|title|o:p)\b((?:[^<>"']|"[^"]*"|'[^']*')*)\/?>/gi

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  aacute: 'á',
  ccedil: 'ç',
  euro: '€',
  sect: '§',
  copy: '©',
  reg: '®',
  deg: '°',
  sup2: '²',
  sup3: '³',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bdquo: '„',
  ldquo: '“',
  rdquo: '”',
  sbquo: '‚',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  times: '×',
  shy: '',
  zwnj: '',
  rarr: '→',
  frac12: '½',
  frac14: '¼',
  permil: '‰',
  micro: 'µ',
}

const character = (code: number) =>
  code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\ufffd'

/** Resolves the character references of HTML that occur in German texts. */
export const decodeEntities = (value: string): string =>
  value.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]\w{1,7}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal) return character(Number(decimal))
    if (hex) return character(Number.parseInt(hex, 16))
    return entities[name ?? ''] ?? whole
  })

/** Whether a text holds markup of HTML. */
export function hasMarkup(value: string): boolean {
  tag.lastIndex = 0
  return tag.test(value) || /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|nbsp|amp|quot|lt|gt|[aou]uml|szlig);/i.test(value)
}

const blocks = /^(p|div|ul|ol|table|tr|h[1-6]|pre|blockquote|section|article|header|footer|dl|dt|hr)$/
const safeAddress = /^(?:https?|mailto):/i

/** HTML as plain paragraphs: blocks become lines, list items begin with a dash, a link keeps its address. Scripts and styles go. */
export function htmlToText(html: string): string {
  const links: string[] = []
  const marked = html
    .replace(/<(script|style|iframe|object|svg|math)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/[\s\ue001-\ue003]+/g, ' ')
    .replace(tag, (_, closing: string, name: string, attributes: string) => {
      const kind = name.toLowerCase()
      if (kind === 'br') return '\n'
      if (kind === 'li') return closing ? '' : '\n– '
      if (kind === 'td' || kind === 'th') return ' '
      if (kind === 'a') {
        if (!closing) {
          const address = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(attributes)
          links.push(decodeEntities(address?.[1] ?? address?.[2] ?? address?.[3] ?? '').trim())
          return '\ue001'
        }
        const address = links.pop() ?? ''
        return safeAddress.test(address) ? `\ue002${address}\ue003` : ''
      }
      return blocks.test(kind) ? '\n\n' : ''
    })
  return decodeEntities(marked)
    .replace(/\ue001([^\ue001-\ue003]*)\ue002([^\ue003]*)\ue003/g, (_, label: string, address: string) =>
      label.trim() === '' || label.trim() === address || `mailto:${label.trim()}` === address
        ? address.replace(/^mailto:/, '')
        : `${label} (${address})`,
    )
    .replace(/[\ue001-\ue003]/g, ' ')
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g

/** A title or keyword: one line, no markup. */
export const cleanLine = (value: string): string =>
  (hasMarkup(value) ? htmlToText(value) : value).toWellFormed().replace(control, '').replace(/\s+/g, ' ').trim()

/** A description: plain paragraphs. */
export const cleanParagraphs = (value: string): string =>
  (hasMarkup(value) ? htmlToText(value) : value).toWellFormed().replace(control, '').replace(/\r\n?/g, '\n').trim()
