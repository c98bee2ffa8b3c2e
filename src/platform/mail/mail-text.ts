import type { Translate } from '#kernel/locale.ts'
import { Bug } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import type { MailText } from './port.ts'

export interface MailParts {
  readonly site: Pick<Site, 'name' | 'contact'>
  /** Of the reader's language. */
  readonly t: Translate
  /** Sentences, already in that language; line breaks in them are kept. */
  readonly paragraphs: readonly string[]
  /** The one thing to do: what the link says and where it leads (http or https). */
  readonly action?: { readonly label: string; readonly url: string }
  /** Why this person gets this mail, as a whole sentence. */
  readonly why: string
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? '')

/** Line breaks and tabs stay; other control characters and half letters go. */
const clean = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')

function link(action: MailParts['action']): string | undefined {
  if (!action) return undefined
  if (!/^https?:\/\//.test(action.url) || !URL.canParse(action.url)) throw new Bug('the link of a mail leads nowhere')
  return new URL(action.url).href
}

/** Puts the frame around what a mail says: plain text and the same in HTML, made by escaping, with who sends it and why at the foot. */
export function mailText({ site, t, paragraphs, action, why }: MailParts): MailText {
  const url = link(action)
  const { organisation, email } = site.contact
  const said = paragraphs.map((one) => clean(one).trim()).filter((one) => one !== '')
  const foot = [
    site.name,
    t('platform.mail.why', { why: clean(why) }),
    t('platform.mail.sender', { organisation: clean(organisation), email: clean(email) }),
  ]
  const text = [...said, ...(action && url ? [`${clean(action.label)}:\n${url}`] : []), `-- \n${foot.join('\n')}`].join('\n\n')
  const html = [
    `<!doctype html><html lang="${escaped(t.lang)}"><head><meta charset="utf-8"><title>${escaped(site.name)}</title></head><body>`,
    ...said.map((one) => `<p>${escaped(one).replaceAll('\n', '<br>')}</p>`),
    ...(action && url ? [`<p><a href="${escaped(url)}">${escaped(clean(action.label))}</a></p>`] : []),
    `<hr><p><small>${foot.map(escaped).join('<br>')}</small></p></body></html>`,
  ].join('\n')
  return { text: `${text}\n`, html } as MailText
}
