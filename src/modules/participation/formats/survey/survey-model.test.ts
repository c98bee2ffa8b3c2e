import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { type Answers, askedOf, pagesOf } from './model/answer.ts'
import { hideSmall } from './model/cross-table.ts'
import { copyQuestion, moveQuestion, nextId, readLines, removeQuestion } from './model/edit-questions.ts'
import type { Question } from './model/questionnaire.ts'
import { readNumber, readPage } from './model/read-answer.ts'
import { readQuestion } from './model/read-question.ts'
import { everAsked, figuresOf, rangesOf } from './model/results.ts'
import { tallyOf } from './model/tally.ts'
import { everyKind } from './survey-fixture.ts'
import { completeQuestion, surveySettings } from './survey-settings.ts'
import { codeHash, newCode } from './use-cases/invitation-code.ts'

const yesNo = [
  { id: 'o1', text: 'ja' },
  { id: 'o2', text: 'nein' },
]
const ask = (id: string, more: Partial<Question> = {}): Question => ({
  ...completeQuestion({ id, kind: 'single', title: id, options: [...yesNo] }),
  ...more,
})
const after = (question: string, ...options: string[]) => ({ condition: { question, options } })
const ids = (questions: readonly Question[]) => questions.map(({ id }) => id)

suite('pages and conditions', () => {
  test('a question that depends on one of its page begins a new one', () => {
    const questions = [ask('f1'), ask('f2', after('f1', 'o2')), ask('f3'), ask('f4', { page: true })]
    assert.deepEqual(pagesOf(questions).map(ids), [['f1'], ['f2', 'f3'], ['f4']])
  })

  test('what hangs on a question that is not asked is not asked either', () => {
    const questions = [ask('f1'), ask('f2', after('f1', 'o2')), ask('f3', after('f2', 'o1'))]
    const stale: Answers = { f1: { choices: ['o1'] }, f2: { choices: ['o1'] }, f3: { choices: ['o1'] } }
    assert.deepEqual(ids(askedOf(questions, stale)), ['f1'])
    assert.deepEqual(tallyOf(questions, stale), { '': 1, f1: 1, 'f1=o1': 1 })
    assert.deepEqual(ids(askedOf(questions, { f1: { choices: ['o2'] }, f2: { choices: ['o1'] } })), ['f1', 'f2', 'f3'])
  })
})

suite('answers are read', () => {
  const numbers: [string, number][] = [
    ['12', 12],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['1.234', 1234],
    ['1.234,56', 1234.56],
    ['-3', -3],
    ['zwölf', Number.NaN],
    ['1e5', Number.NaN],
    ['', Number.NaN],
  ]
  for (const [said, value] of numbers) test(`"${said}" is ${value}`, () => assert.equal(readNumber(said), value))

  test('nothing that is not offered is taken, and each fault names its question', () => {
    const form = new URLSearchParams([
      ['f1', 'o9'],
      ['f2', '6'],
      ['f4', '<script>'],
      ['f5-o1', '7'],
      ['f6-r1', 'o8'],
      ['f9-point', '500, 2'],
      ['f10-o1', '-5'],
    ])
    const { faults, answers } = readPage(everyKind.slice(0, 10), form)
    assert.deepEqual(
      faults.map(({ question, fault }) => `${question} ${fault}`),
      ['f1 unknown', 'f2 unknown', 'f4 unknown', 'f5 unknown', 'f6 unknown', 'f9 no-point', 'f10 no-share'],
    )
    assert.deepEqual(answers, {})
  })

  test('"anderes" wants words', () => {
    const [first] = everyKind
    assert.ok(first)
    assert.equal(readPage([first], new URLSearchParams({ f1: 'other' })).faults[0]?.fault, 'other-missing')
    assert.deepEqual(readPage([first], new URLSearchParams({ f1: 'other', 'f1-other': 'Rad' })).answers.f1, {
      choices: ['other'],
      other: 'Rad',
    })
  })
})

suite('staff edits questions', () => {
  const questions = [ask('f1'), ask('f2', after('f1', 'o2')), ask('f3')]

  test('an option is the same as long as its words are; a removed id is never given again', () => {
    const ever = [...yesNo, { id: 'o3', text: 'manchmal' }]
    assert.deepEqual(readLines('nein\n\n  vielleicht \nja\nja', 'o', ever), [
      { id: 'o2', text: 'nein' },
      { id: 'o4', text: 'vielleicht' },
      { id: 'o1', text: 'ja' },
    ])
    assert.equal(nextId('f', ['f1', 'f12', 'x99']), 'f13')
  })

  test('moved, copied, removed, as far as conditions allow', () => {
    const moved = moveQuestion(questions, 'f3', -1)
    assert.deepEqual(moved.ok && ids(moved.value), ['f1', 'f3', 'f2'])
    assert.deepEqual(moveQuestion(questions, 'f2', -1), {
      ok: false,
      error: { fault: 'before-condition', question: 'f2', other: 'f1' },
    })
    assert.equal(removeQuestion(questions, 'f1').ok, false)
    const copied = copyQuestion(questions, 'f2', 'f4')
    assert.deepEqual(copied.ok && ids(copied.value), ['f1', 'f2', 'f4', 'f3'])
  })

  test('what is typed wrong is named with its field', () => {
    const read = readQuestion(
      new URLSearchParams([
        ['title', ''],
        ['options', 'nur eine'],
        ['condition', 'f1=o1'],
        ['condition', 'f2=o1'],
        ['quotas', 'vielleicht: 5'],
      ]),
      ask('f3'),
      ask('f3'),
    )
    assert.deepEqual(!read.ok && read.error.map(({ field, fault }) => `${field} ${fault}`), [
      'title title-missing',
      'options options-few',
      'condition condition-two',
      'quotas quota',
    ])
  })
})

suite('results', () => {
  test('options of earlier versions stand behind those of now, and so do questions', () => {
    const now = [ask('f1', { options: [{ id: 'o3', text: 'oft' }] })]
    const all = everAsked(now, [[ask('f1'), ask('f9')]])
    assert.deepEqual(ids(all), ['f1', 'f9'])
    assert.deepEqual(
      all[0]?.options.map(({ id }) => id),
      ['o3', 'o1', 'o2'],
    )
  })

  test('cells under five are hidden, and none can be worked out from its row or column', () => {
    assert.deepEqual(hideSmall([[50, 40]]), [[50, 40]])
    const cells = hideSmall([
      [50, 3, 40],
      [20, 30, 25],
      [10, 20, 30],
    ])
    assert.equal(cells[0]?.[1], 'hidden')
    for (const line of [...cells, ...[0, 1, 2].map((c) => cells.map((row) => row[c]))])
      assert.notEqual(line.filter((cell) => cell === 'hidden').length, 1)
    assert.equal(cells[1]?.[1] === 'hidden' || cells[2]?.[1] === 'hidden', true)
  })

  test('mean, median and ranges come from counts', () => {
    const values = [
      { value: 10, count: 1 },
      { value: 1, count: 2 },
      { value: 2, count: 1 },
    ]
    assert.deepEqual(figuresOf(values), { mean: 3.5, median: 1.5, least: 1, most: 10 })
    assert.equal(figuresOf([]), undefined)
    const many = Array.from({ length: 100 }, (_, value) => ({ value, count: 1 }))
    assert.deepEqual(
      rangesOf(many).map(({ from, to, count }) => [from, to, count]),
      Array.from({ length: 10 }, (_, i) => [i * 10, i * 10 + 10, 10]),
    )
  })
})

suite('settings and codes', () => {
  test('{} is a survey without questions', () => {
    assert.deepEqual(surveySettings.parse({}), {
      version: 1,
      questions: [],
      results: 'after',
      texts: false,
      codes: false,
      outside: 'mark',
    })
  })

  test('a code is read as people type it, and another procedure has another fingerprint', () => {
    const code = newCode()
    assert.match(code, /^[A-HJKMNP-TV-Z2-9]{4}(-[A-HJKMNP-TV-Z2-9]{4}){2}$/)
    const hash = codeHash('secret', 'a', code)
    assert.deepEqual(codeHash('secret', 'a', ` ${code.toLowerCase().replaceAll('-', ' ')}`), hash)
    assert.notDeepEqual(codeHash('secret', 'b', code), hash)
    assert.equal(codeHash('secret', 'a', 'K7QF-2MXA-9DT'), undefined)
  })
})
