import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whole } from '#support/editing.ts'
import { isPersonalMailbox, namesIn, personTraces } from './person-traces.ts'

test('mailboxes of persons are told from those of offices', () => {
  const persons = [
    'jana.albers@stadt.example',
    'j.weber@stadt.example',
    'gisela.bauer@x.example',
    'm_mueller@x.example',
    'anna@x.example',
    'hans-peter.land@x.example',
  ]
  const offices = [
    'opendata@stadt.example',
    'open.data@x.example',
    'statistik@x.example',
    'geo.daten@x.example',
    'stadt.planung@x.example',
    'info@x.example',
    'fb61@x.example',
    'amt-fuer-umwelt@x.example',
    'post@x.example',
  ]
  assert.deepEqual(
    persons.filter((mail) => !isPersonalMailbox(mail)),
    [],
  )
  assert.deepEqual(offices.filter(isPersonalMailbox), [])
})

test('names in texts are noticed, streets and schools are not', () => {
  assert.deepEqual(namesIn('Fragen beantwortet Frau Dr. Lütke oder Jana Albers aus dem Amt.'), ['Frau Dr. Lütke', 'Jana Albers'])
  assert.deepEqual(namesIn('Anna-Seghers-Straße, Albert Einstein Gymnasium, Karl Marx Allee und die Stadt Lindenrode'), [])
})

test('a record: contact, description and publisher are looked through', () => {
  const record = whole('Bäume', {
    description: [{ value: 'Nachfragen an max.mustermann@stadt.example.', lang: 'de' }],
    contactPoint: [
      {
        type: 'http://www.w3.org/2006/vcard/ns#Individual',
        fn: [{ value: 'J. Albers', lang: 'de' }],
        email: 'opendata@x.example',
      },
    ],
  })
  assert.deepEqual(
    personTraces(record).map((one) => [one.field, one.value]),
    [
      ['contactPoint', 'J. Albers'],
      ['description', 'max.mustermann@stadt.example'],
    ],
  )
  assert.deepEqual(personTraces(whole('Bäume')), [])
})
