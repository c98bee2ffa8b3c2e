import assert from 'node:assert/strict'
import { test } from 'node:test'
import { translator } from '#kernel/locale.ts'
import { type PbFault, pabulibEnglish, pabulibGerman, pbLimits, readPb, writePb } from './index.ts'

const head = 'META\nkey;value\ndescription;Bürgerbudget Mitte\nbudget;1000.50\nvote_type;approval\nrule;greedy\n'
const projects = 'PROJECTS\nproject_id;cost;name\np1;400;Bank\np2;600.5;"Bühne; ""Sommer"""\n'
const sound = `${head}${projects}VOTES\nvoter_id;vote;age\n1;p1,p2;44\n2;p2;\n3;;17\n`

const read = (text: string) => {
  const file = readPb(text)
  assert.ok(file.ok, JSON.stringify(file))
  return file.value
}
const faults = (text: string | Uint8Array): readonly PbFault[] => {
  const file = readPb(text)
  return file.ok ? [] : file.error
}
const told = (text: string | Uint8Array) => faults(text).map(({ line, code }) => `${line} ${code}`)

test('a file is read with its amounts exact, its lists apart and what else it says kept', () => {
  const file = read(sound)
  assert.equal(file.scale, 10)
  assert.equal(file.budget, 10_005)
  assert.deepEqual(file.projects[1], { id: 'p2', cost: 6005, fields: { name: 'Bühne; "Sommer"' } })
  assert.deepEqual(file.votes[0], { voter: '1', projects: ['p1', 'p2'], fields: { age: '44' } })
  assert.deepEqual(file.votes[2]?.projects, [])
})

test('what is written reads the same', () => {
  const file = read(sound)
  assert.deepEqual({ ...read([...writePb(file)].join('')), meta: {} }, { ...file, meta: {} })
  const points = read(sound.replace('approval', 'scoring').replace(/voter_id[\s\S]*/, 'voter_id;vote;points\n1;p1,p2;1,-1\n'))
  assert.deepEqual(read([...writePb(points)].join('')).votes, points.votes)
})

test('columns stand in any order; Windows line ends, a byte order mark and empty lines do not matter', () => {
  const other = sound.replace('voter_id;vote;age\n1;p1,p2;44', 'age;vote;voter_id\n44;p1, p2;1').replace('2;p2;', ';p2;2')
  assert.deepEqual(read(`\uFEFF${other.replace('3;;17\n', '17;;3\n\n').replaceAll('\n', '\r\n')}`).votes, read(sound).votes)
})

test('each fault names its line', () => {
  assert.deepEqual(told(Uint8Array.of(0x4d, 0xff)), ['1 encoding'])
  assert.deepEqual(told(''), ['1 section-missing', '1 section-missing', '1 section-missing'])
  assert.deepEqual(told('PK\u0003\u0004'), ['1 before-section', '1 section-missing', '1 section-missing', '1 section-missing'])
  assert.deepEqual(told(head + projects), ['10 section-missing'])
  assert.deepEqual(told(sound.slice(0, sound.indexOf('Sommer'))), ['10 quote-open'])
  assert.deepEqual(told(sound.replace('budget;1000.50', 'budget;1.000,50 €')), ['4 amount'])
  assert.deepEqual(told(sound.replace('budget;1000.50\n', '')), ['1 meta-missing'])
  assert.deepEqual(told(sound.replace('approval', 'guess')), ['5 vote-type'])
  assert.deepEqual(told(sound.replace('p1;400', 'p2;-400')), ['10 project-twice', '9 amount'])
  assert.deepEqual(told(sound.replace('1;p1,p2;44', '2;p1,p9,p1;44')), [
    '13 project-unknown',
    '13 choice-twice',
    '14 voter-twice',
  ])
  assert.deepEqual(told(sound.replace('1;p1,p2;44', '1;p1;p2;44')), ['13 cells'])
  assert.deepEqual(told(sound.replace(';vote;', ';ballot;')), ['12 column-missing'])
  assert.deepEqual(told(sound.replace('approval', 'choose-1')), ['13 choose-one'])
  const points = sound.replace('approval', 'cumulative').replace(';age', ';points')
  assert.deepEqual(told(points), ['13 points-count', '14 points-missing', '15 points-count'])
  assert.deepEqual(told(points.replace(/1;p1[\s\S]*/, '1;p1,p2;3,-1\n2;p1;x\n')), ['13 points-negative', '14 points-number'])
  assert.deepEqual(told(`VOTES\nvoter_id;vote\n${projects}${head}`)[0], '1 section-order')
})

test('a hostile file costs no more than its limits', () => {
  const many = readPb(sound, { ...pbLimits, votes: 2 })
  assert.deepEqual(many.ok || many.error[0]?.code, 'too-many')
  const wrong = readPb(`${sound}${'x;q\n'.repeat(1000)}`)
  assert.equal(wrong.ok || wrong.error.length, pbLimits.faults)
  const large = readPb(sound, { ...pbLimits, characters: 20 })
  assert.deepEqual(large.ok || large.error[0]?.code, 'too-large')
})

test('every fault has a sentence with its own figures', () => {
  for (const fault of [...faults(sound.replace('1;p1,p2;44', '2;p1,p9,p1;44')), ...faults(sound.replace('approval', 'x'))])
    for (const texts of [pabulibGerman, pabulibEnglish]) {
      const sentence = translator('de', texts)(`pabulib.fault.${fault.code}`, fault.params)
      assert.doesNotMatch(sentence, /pabulib\.fault|\{/)
    }
})
