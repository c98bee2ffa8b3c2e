import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { translator } from '#kernel/locale.ts'
import { compose, mailAddress } from './compose.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { type MailParts, mailText } from './mail-text.ts'
import type { MailDraft } from './port.ts'

const parts: MailParts = {
  site: { name: 'Stadt Lindenrode', contact: { organisation: 'Stadt Lindenrode', email: 'daten@lindenrode.example' } },
  t: translator('de', de),
  paragraphs: ['Guten Tag,', 'Zeile eins\nZeile zwei'],
  action: { label: 'Bestätigen', url: 'https://portal.example/b?t=a&u=1' },
  why: 'Sie haben sich angemeldet.',
}
const draft = (given: Partial<MailDraft> = {}): MailDraft => ({
  tenant: null,
  to: 'jana@example.org',
  subject: 'Guten Tag',
  ...mailText(parts),
  ...given,
})

suite('a mail is put together', () => {
  test('plain text: what is said, the link on a line of its own, who sends it and why', () =>
    assert.equal(
      mailText(parts).text,
      `Guten Tag,

Zeile eins
Zeile zwei

Bestätigen:
https://portal.example/b?t=a&u=1

-- 
Stadt Lindenrode
Warum Sie diese E-Mail bekommen: Sie haben sich angemeldet.
Diese E-Mail hat der Computer von Stadt Lindenrode verschickt. Fragen beantwortet daten@lindenrode.example.
`,
    ))

  test('the foot speaks the reader’s language', () =>
    assert.match(mailText({ ...parts, t: translator('en', en) }).text, /Why you get this e-mail: /))

  test('HTML is made by escaping: what people wrote stays text', () => {
    const { html } = mailText({ ...parts, paragraphs: ['<img src=x onerror=alert(1)>\n"&\''], why: '</small><b>' })
    assert.match(html, /<p>&lt;img src=x onerror=alert\(1\)&gt;<br>&quot;&amp;&#39;<\/p>/)
    assert.match(html, /<a href="https:\/\/portal\.example\/b\?t=a&amp;u=1">Bestätigen<\/a>/)
    assert.doesNotMatch(html, /<img|<b>/)
  })

  for (const url of ['javascript:alert(1)', '/weg', 'data:text/html,x', 'https://'])
    test(`a link to ${url} is a fault of the program`, () =>
      assert.throws(() => mailText({ ...parts, action: { label: 'x', url } }), /leads nowhere/))

  for (const [text, address] of [
    [' jana@example.org ', 'jana@example.org'],
    ['jana.albers+amt@Bücher.Example', 'jana.albers+amt@xn--bcher-kva.example'],
    ["o'brien@example.org", "o'brien@example.org"],
  ] as const)
    test(`${JSON.stringify(text)} is an address`, () => assert.equal(mailAddress(text), address))

  for (const text of [
    'jana',
    'jana@localhost',
    '@example.org',
    'jana@',
    'a b@example.org',
    'jana@example.org\r\nBcc: x@example.org',
    'jana@example.org, x@example.org',
    '<jana@example.org>',
    'Jana <jana@example.org>',
    'jana@exa\nmple.org',
    'ja\u0000na@example.org',
    '"a b"@example.org',
    'jana..albers@example.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(250)}.example`,
    'jana@[127.0.0.1]',
  ])
    test(`${JSON.stringify(text.slice(0, 50))} is no address`, () => assert.equal(mailAddress(text), undefined))

  test('faults are named field by field', () => {
    const made = compose(draft({ to: ' ', subject: '\r\n', replyTo: 'x', listUnsubscribe: 'https://x.example/>\r\nBcc: y' }))
    assert.deepEqual(made, {
      ok: false,
      error: [
        { field: 'to', fault: 'missing' },
        { field: 'subject', fault: 'missing' },
        { field: 'replyTo', fault: 'invalid' },
        { field: 'listUnsubscribe', fault: 'invalid' },
      ],
    })
  })

  test('a long subject is cut, line breaks in it become spaces', () => {
    const made = compose(draft({ subject: `a\r\nb ${'ü'.repeat(300)}` }))
    assert.ok(made.ok)
    assert.match(made.value.subject, /^a b ü{195}…$/)
  })
})
