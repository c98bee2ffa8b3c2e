import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type BrokenLink, type Reader, shareOut } from './digest.ts'

const mail = (name: string): Reader => ({ address: `${name}@stadt.example`, lang: 'de' })
const link = (address: string, tenant: string, ...resources: string[]): BrokenLink => ({
  address,
  tenant,
  resources,
  since: null,
})
const owners: Record<string, Reader> = { baeume: mail('tom'), wege: mail('Tom'), pegel: mail('kontakt-dorf') }

test('each gets one digest of his own records, the contact gets the rest', () => {
  const digests = shareOut(
    [
      link('a', 'stadt', 'baeume', 'ohne'),
      link('b', 'stadt', 'ohne'),
      link('c', 'dorf', 'wege', 'pegel'),
      link('d', 'dorf', 'ohne'),
    ],
    (_, resource) => owners[resource],
    (tenant) => mail(`kontakt-${tenant}`),
  )
  const told = digests.map((one) => [
    one.address.split('@')[0],
    one.lines.map((line) => `${line.address}:${line.resource}`).join(' '),
    one.owner,
    one.contact,
  ])
  assert.deepEqual(told, [
    ['tom', 'a:baeume c:wege', true, false],
    ['kontakt-stadt', 'a:ohne b:ohne', false, true],
    ['kontakt-dorf', 'c:pegel d:ohne', true, true],
  ])
})

test('a portal without a contact tells its owners all the same', () => {
  const digests = shareOut(
    [link('a', 'stadt', 'baeume', 'ohne')],
    (_, resource) => owners[resource],
    () => undefined,
  )
  assert.deepEqual(
    digests.map((one) => one.lines.length),
    [1],
  )
})
