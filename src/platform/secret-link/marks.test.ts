import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { addressMark, browserThingMark, linkSecret, newBrowserMark, readBrowserMark, secretHash } from './marks.ts'

const secret = 'a secret of the tests, of no instance'
const id = '0197a3c0-0000-7000-8000-000000000001'
const browser = newBrowserMark(secret, 'catalogue', () => Buffer.alloc(16, 7))

suite('marks and links', () => {
  // Written down before these functions were moved out of the catalogue. Whoever has to change one of them makes links in mails,
  // subscriptions and counted browsers worthless.
  test('what is in mails, browsers and databases already stays good', () => {
    const link = linkSecret(secret, 'catalogue/request', id)
    assert.equal(link, '8ZY1SG2T9cb4R1XxLwNC6H-MV7tOZp_agrGG3KO2Kao')
    assert.equal(linkSecret(secret, 'catalogue/subscription', id), 'GCabOB2aVcV3lm24sDQlZa00v3sF1P90Ck5eJDok3nc')
    assert.equal(secretHash(link)?.toString('hex'), '0466d296045e1f7ec7ce0f79fd56f92003bf12bbe26b33b2cb74cdcbc4a72d3b')
    assert.equal(
      addressMark(secret, 'catalogue', ' Anna@Post.example ').toString('hex'),
      'db13eeff172c952543fbe6b6c270e061719d6c0d65a2625a09ebfb962ec5e789',
    )
    assert.equal(browser, 'BwcHBwcHBwcHBwcHBwcHBw.wdvrvbT4Shqe_4sFsj3zPA')
    assert.equal(
      browserThingMark(secret, 'catalogue/join', 'BwcHBwcHBwcHBwcHBwcHBw', id).toString('hex'),
      'ced9004baf6fadbb7c5b2951db0ff709211487fe0b476bc43991e5feac55d203',
    )
  })

  test('a number that somebody made up, or that another room gave, is none', () => {
    assert.equal(readBrowserMark(secret, 'catalogue', browser), 'BwcHBwcHBwcHBwcHBwcHBw')
    for (const none of [undefined, '', 'BwcHBwcHBwcHBwcHBwcHBw', 'BwcHBwcHBwcHBwcHBwcHBw.AAAAAAAAAAAAAAAAAAAAAA', `x${browser}`])
      assert.equal(readBrowserMark(secret, 'catalogue', none), undefined)
    assert.equal(readBrowserMark(secret, 'participation', browser), undefined)
  })

  test('one room cannot recognise an address by the mark of another', () => {
    const mark = addressMark(secret, 'catalogue', 'anna@post.example')
    assert.ok(!mark.equals(addressMark(secret, 'participation', 'anna@post.example')))
    assert.ok(mark.equals(addressMark(secret, 'catalogue', 'ANNA@post.example')))
  })

  test('what cannot be the secret of a link has no fingerprint', () => {
    for (const none of ['', 'short', 'ä'.repeat(43), 'a'.repeat(44)]) assert.equal(secretHash(none), undefined)
  })
})
