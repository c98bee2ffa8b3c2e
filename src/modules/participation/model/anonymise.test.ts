import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anonymise, namesOfAll, namesOfAuthor } from './anonymise.ts'
import { openSubmission } from './open-data.ts'

test('personal data give way to marks, and the text around them stays', () => {
  const { text, blanked } = anonymise('Bitte an zdenka.holt@postfach.example oder 0171 2345678, ich wohne Lindenstraße 4.')
  assert.equal(text, 'Bitte an [E-Mail-Adresse] oder [Telefonnummer], ich wohne [Anschrift].')
  assert.equal(blanked, 3)
})

test('the name somebody gave is found in the answer too, also the last name alone; that of another only whole', () => {
  const all = namesOfAll(['Zdenka Holt', 'Anna Bach', 'Kulturverein'])
  const own = namesOfAuthor('Zdenka Holt')
  assert.equal(
    anonymise('Danke, Holt! Am Bach, sagt ANNA BACH, ist es schön.', [all, own]).text,
    'Danke, [Name]! Am Bach, sagt [Name], ist es schön.',
  )
  assert.equal(anonymise('Am Holteweg', [own]).text, 'Am Holteweg')
})

test('what is published has no field for names of people', () => {
  const { row, blanked } = openSubmission({
    number: 'LU-0001',
    received: '2026-11-26',
    channel: 'letter',
    category: null,
    place: 'vor dem Haus von Zdenka Holt',
    point: [8.72, 51.88],
    lang: 'de',
    title: 'Bänke',
    body: 'Ihre Zdenka Holt',
    author: 'Zdenka Holt',
    agree: 3,
    neutral: 0,
    disagree: 1,
    comments: 0,
    outcome: 'partly',
    reason: 'space',
    answer: 'Guten Tag, Frau Holt.',
    office: 'Bauamt',
    answered: '2026-11-27',
    decisionTitle: null,
    decisionBody: null,
    decidedOn: null,
    decisionState: null,
  })
  assert.doesNotMatch(JSON.stringify(row), /Holt|Zdenka/)
  assert.equal(row.text, 'Ihre [Name]')
  assert.ok(blanked >= 3)
})
