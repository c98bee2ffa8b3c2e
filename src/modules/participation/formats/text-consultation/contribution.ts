import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine, readEmail, severalLines } from '#kernel/text.ts'
import { longest, type Submission, type SubmissionDraft } from '../../model/submission.ts'
import { beginning } from './model/read-text.ts'

export const contributionKinds = ['comment', 'change'] as const
export type ContributionKind = (typeof contributionKinds)[number]

/** Words in the address. */
export const kindWords: Readonly<Record<ContributionKind, string>> = { comment: 'kommentar', change: 'aenderung' }
export const kindOfWord = (word: string | null): ContributionKind | undefined =>
  contributionKinds.find((one) => kindWords[one] === word)

/** The theme of a contribution that is about no single paragraph. */
export const wholeText = 'Zum ganzen Text'
/** Its word in addresses, where a paragraph has its number. */
export const wholeWord = 'gesamt'

/** The theme under which everything in the house finds the contributions of a paragraph; '' is the whole text. */
export const themeOf = (key: string): string => (key === '' ? wholeText : `Absatz ${key}`)

/** The paragraph that a theme names, '' for the whole text; undefined for what is no theme of ours. */
export const keyOfTheme = (theme: string | null): string | undefined =>
  theme === wholeText ? '' : /^Absatz (\d+[a-z]*)$/.exec(theme ?? '')?.[1]

/** What a contribution says beside its words: of which version it speaks, and whether it is another wording. Letters say neither. */
export interface ContributionAnswers {
  readonly paragraph: string
  readonly version: number
  readonly kind: ContributionKind
}

/** The paragraph, version and kind of a submission; the standing version where it names none. */
export function contributionOf(one: Pick<Submission, 'answers' | 'category'>, standing: number): ContributionAnswers {
  const { version, kind } = one.answers
  return {
    paragraph: keyOfTheme(one.category) ?? '',
    version: typeof version === 'number' ? version : standing,
    kind: kind === 'change' ? 'change' : 'comment',
  }
}

/** A new wording has no empty lines: those begin the next paragraph. So the first one ends it, and the reason follows. */
export const wordingText = (text: string): string => severalLines(text).replace(/\n+/g, '\n')

const reasonWord = /^(?:Begründung|Reason):\s*/

/** Wording and reason as one text: what is moderated, searched, exported and blanked is all there is. */
export const joinBody = (wording: string, reason: string, word: string): string =>
  reason ? `${wording}\n\n${word}: ${reason}` : wording

/** The reverse of joinBody, also for what was reworded later. */
export function splitBody(body: string): { readonly wording: string; readonly reason: string } {
  const at = body.search(/\n\s*\n/)
  if (at < 0) return { wording: body, reason: '' }
  return { wording: body.slice(0, at), reason: body.slice(at).trim().replace(reasonWord, '') }
}

const flat = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** Whether two wordings differ in nothing but spaces and line breaks. */
export const sameWording = (a: string, b: string): boolean => flat(a) === flat(b)

export const longestContribution = { wording: 3800, reason: 1000, text: longest.body } as const

/** The text key is `participation.text.fault.<field>.<fault>`. */
export interface ContributionFault {
  readonly field: 'wording' | 'text' | 'author' | 'email'
  readonly fault: 'missing' | 'long' | 'same' | 'invalid'
}

/** What a form holds as it was typed. */
export interface TypedContribution {
  readonly wording: string
  readonly text: string
  readonly author: string
  readonly email: string
}

export const typedContribution = (form: URLSearchParams): TypedContribution => {
  const of = (name: string) => (form.get(name) ?? '').replaceAll('\0', '')
  return { wording: of('wording'), text: of('text'), author: of('author'), email: of('email') }
}

/** Words that the language of the page gives to a contribution: its title, and the word before a reason. */
export interface ContributionWords {
  title(begin: string): string
  readonly reason: string
}

/** Reads a contribution to a paragraph with the wording `standing`; gives every fault with its field. */
export function readContribution(
  form: URLSearchParams,
  kind: ContributionKind,
  standing: string,
  words: ContributionWords,
): Result<SubmissionDraft, ContributionFault[]> {
  const typed = typedContribution(form)
  const faults: ContributionFault[] = []
  const say = (field: ContributionFault['field'], fault: ContributionFault['fault']) => faults.push({ field, fault })
  const wording = kind === 'change' ? wordingText(typed.wording) : ''
  const text = severalLines(typed.text)
  const author = oneLine(typed.author)
  const address = readEmail(typed.email.trim())
  if (kind === 'change') {
    if (!wording) say('wording', 'missing')
    else if (wording.length > longestContribution.wording) say('wording', 'long')
    else if (sameWording(wording, standing)) say('wording', 'same')
  } else if (!text) say('text', 'missing')
  if (text.length > (kind === 'change' ? longestContribution.reason : longestContribution.text)) say('text', 'long')
  if (author.length > longest.author) say('author', 'long')
  if (typed.email.trim() && !address) say('email', 'invalid')
  if (faults.length > 0) return fail(faults)
  return ok({
    title: oneLine(words.title(beginning(oneLine(text || wording), 60))).slice(0, longest.title),
    body: kind === 'change' ? joinBody(wording, text, words.reason) : text,
    ...(author ? { author } : {}),
    ...(address ? { email: address } : {}),
  })
}
