/** Why staff looks at a text before it is published; the text key is `catalogue.finding.<finding>`. */
export const findings = ['mail', 'phone', 'account', 'link', 'address', 'birth', 'insult', 'shouting'] as const
export type Finding = (typeof findings)[number]

const account = /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?\b/g

const patterns: readonly (readonly [Finding, RegExp])[] = [
  ['mail', /[^\s@]+\s?(?:@|\(at\)|\[at\]|\{at\})\s?[^\s@]+\.\p{L}{2,}/iu],
  // Numbers that are dialled: a leading 0 or +, at least seven digits, at most the separators people use. Years and sums begin otherwise.
  ['phone', /(?<![\d.,])(?:\+\d{1,3}|00\d{1,3}|0[1-9]\d{1,4})[\s/().-]{0,3}(?:\d[\s/().-]{0,2}){5,12}\d/],
  [
    'link',
    /(?:https?:|ftp:|javascript:|data:|vbscript:)\S|\bwww\.\S|<\s*\/?\s*[a-z!][^>]*>|\]\(|\b[\p{L}\d-]+\.(?:com|net|org|info|biz|de|io|ru|xyz|shop|top|online|site|eu)(?:\/|\b)/iu,
  ],
  [
    'address',
    /\p{Lu}\p{L}+(?:straße|strasse|str\.|weg|allee|gasse|platz|ring|damm|ufer)\s+\d{1,4}\s?[a-z]?\b|\b(?:Straße|Str\.|Weg|Allee|Platz)\s+\d{1,4}\s?[a-z]?\b/u,
  ],
  ['birth', /\b(?:geboren|geb\.)\s+(?:am\s+)?\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}+)\s?\d{2,4}/iu],
]

// Words nobody writes to an office by mistake. It is a net with wide meshes: what slips through, staff takes down afterwards.
const rude = [
  'arschloch',
  'arschlöcher',
  'wichser',
  'hurensohn',
  'hurensöhne',
  'fotze',
  'drecksau',
  'drecksäcke',
  'scheißverein',
  'missgeburt',
  'bastard',
  'vollidiot',
  'vollidioten',
  'schlampe',
  'nazischwein',
  'abschaum',
  'untermensch',
  'fuck',
  'asshole',
  'bitch',
]
const insult = new RegExp(`(?<!\\p{L})(?:${rude.join('|')})(?!\\p{L})`, 'iu')

/** What in a text makes staff look first: traces of personal data, links, insults. Empty for a text that may be shown at once. */
export function lookFirst(...texts: readonly string[]): Finding[] {
  const whole = texts.join('\n').normalize('NFKC')
  // The figures of an account are no telephone number besides.
  const text = whole.replace(account, ' ')
  const found = new Set<Finding>(patterns.filter(([, pattern]) => pattern.test(text)).map(([finding]) => finding))
  if (text !== whole) found.add('account')
  if (insult.test(text)) found.add('insult')
  const letters = text.replace(/\P{L}/gu, '')
  if (letters.length > 40 && letters.replace(/\P{Lu}/gu, '').length > letters.length * 0.7) found.add('shouting')
  return findings.filter((finding) => found.has(finding))
}
