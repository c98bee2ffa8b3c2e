import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Kysely } from 'kysely'
import { translator } from '#kernel/locale.ts'
import { type Letter, sendLetter } from './letter.ts'
import { de } from './locales/de.ts'
import type { Mail, MailMessage } from './port.ts'

/** Sends into a queue that only remembers. */
async function queued(given: Partial<Letter>): Promise<MailMessage[]> {
  const taken: MailMessage[] = []
  const mail: Pick<Mail, 'queue'> = { queue: async (_trx, message) => String(taken.push(message)) }
  const letter: Letter = {
    site: { id: 'tenant', name: 'Stadt Ahornstadt', contact: { organisation: 'Stadt Ahornstadt', email: 'daten@stadt.example' } },
    to: 'anna@post.example',
    subject: 'Antwort',
    paragraphs: ['Es gibt eine Antwort.'],
    ways: [
      { text: 'Antwort lesen', href: 'https://portal.example/antwort' },
      { text: 'Abbestellen', href: 'https://portal.example/ende' },
    ],
    reason: 'Sie haben darum gebeten.',
    ...given,
  }
  await sendLetter(mail, {} as Kysely<unknown>, translator('de', de), letter)
  return taken
}

test('a letter of a tenant holds its sentences, every way and the reason', async () => {
  const [mail] = await queued({ unsubscribe: 'https://portal.example/ende' })
  assert.equal(mail?.tenant, 'tenant')
  assert.equal(mail?.fromName, 'Stadt Ahornstadt')
  assert.equal(mail?.listUnsubscribe, 'https://portal.example/ende')
  for (const said of [
    'Es gibt eine Antwort.',
    'https://portal.example/antwort',
    'Abbestellen:\nhttps://portal.example/ende',
    'Sie haben darum gebeten.',
  ])
    assert.ok(mail?.text.includes(said), said)
})

test('a server without https offers no end by one POST, and an address that cannot be written to loses nothing else', async () => {
  const [plain] = await queued({ unsubscribe: 'http://localhost/ende' })
  assert.ok(plain, 'it goes out all the same')
  assert.equal(plain.listUnsubscribe, undefined)
  assert.deepEqual(await queued({ to: '.anna..@post.example' }), [])
})
