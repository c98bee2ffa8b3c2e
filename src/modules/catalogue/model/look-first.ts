import { personalDataIn } from '#kernel/personal-data.ts'

/** Why staff looks at a text before it is published; the text key is `catalogue.finding.<finding>`. */
export const findings = ['mail', 'phone', 'account', 'link', 'address', 'birth', 'insult', 'shouting'] as const
export type Finding = (typeof findings)[number]

const link =
  /(?:https?:|ftp:|javascript:|data:|vbscript:)\S|\bwww\.\S|<\s*\/?\s*[a-z!][^>]*>|\]\(|\b[\p{L}\d-]+\.(?:com|net|org|info|biz|de|io|ru|xyz|shop|top|online|site|eu)(?:\/|\b)/iu

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
  const text = texts.join('\n').normalize('NFKC')
  const found = new Set<string>(personalDataIn(text).map(({ kind }) => kind))
  if (link.test(text)) found.add('link')
  if (insult.test(text)) found.add('insult')
  const letters = text.replace(/\P{L}/gu, '')
  if (letters.length > 40 && letters.replace(/\P{Lu}/gu, '').length > letters.length * 0.7) found.add('shouting')
  return findings.filter((finding) => found.has(finding))
}
