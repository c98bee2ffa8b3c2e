// The same figures a second time, from the formulas and with plain loops over the votes.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { conversations, readConversation } from '#support/conversations.ts'
import { withoutShared } from '#support/shared.ts'
import { principalComponents } from './components.ts'
import { type OpinionMap, opinionMap } from './opinion-map.ts'
import { compared } from './representative.ts'
import { oneShareZ, share, twoSharesZ } from './significance.ts'
import { meanSilhouette } from './silhouette.ts'
import { placedRows, type Row, voteMatrix } from './vote-matrix.ts'
import { countVotes, type Vote } from './votes.ts'

const near = (a: number, b: number, what: string) => assert.ok(Math.abs(a - b) <= 1e-9, `${what}: ${a} is not ${b}`)

/** The raw list by statements, in the order of time. */
function byStatement(votes: readonly Vote[]): Map<string, Vote[]> {
  const out = new Map<string, Vote[]>()
  for (const vote of votes.toSorted((a, b) => a.at - b.at)) out.set(vote.statement, [...(out.get(vote.statement) ?? []), vote])
  return out
}

/** Those in `among` who took a side, and all of them who answered. */
function looked(votes: readonly Vote[] | undefined, among: ReadonlySet<string>, side: string): [number, number] {
  const last = new Map<string, Vote>()
  for (const vote of votes ?? []) if (among.has(vote.person)) last.set(vote.person, vote)
  let hits = 0
  for (const vote of last.values()) if (vote.choice === side) hits++
  return [hits, last.size]
}

const z1 = (a: number, n: number) => ((a + 1) / (n + 1) - 0.5) / Math.sqrt(0.25 / (n + 1))
function z2(a: number, n: number, b: number, m: number): number {
  const p = (a + b + 2) / (n + m + 2)
  const variance = (p * (1 - p)) / (n + 1) + (p * (1 - p)) / (m + 1)
  return variance === 0 ? 0 : ((a + 1) / (n + 1) - (b + 1) / (m + 1)) / Math.sqrt(variance)
}

function judged(votes: readonly Vote[], map: OpinionMap): void {
  const on = byStatement(votes)
  const everybody = new Set(map.places.map((place) => place.person))
  map.groups.forEach((group, number) => {
    const members = new Set(map.places.filter((place) => place.group === number).map((place) => place.person))
    const others = new Set([...everybody].filter((person) => !members.has(person)))
    const expected: { key: string; strength: number }[] = []
    for (const statement of map.statements)
      for (const side of ['agree', 'disagree'] as const) {
        const [a, n] = looked(on.get(statement), members, side)
        const [b, m] = looked(on.get(statement), others, side)
        const [p, q] = [(a + 1) / (n + 2), (b + 1) / (m + 2)]
        const strength = (p / q) * z2(a, n, b, m) * p * z1(a, n)
        if (z1(a, n) > 1.2816 && z2(a, n, b, m) > 1.2816) expected.push({ key: `${statement} ${side}`, strength })
        const one = group.representative.find((found) => found.statement === statement && found.side === side)
        if (!one) continue
        near(one.share, p, 'share')
        near(one.shareZ, z1(a, n), 'z of the share')
        near(one.ratio, p / q, 'ratio')
        near(one.ratioZ, z2(a, n, b, m), 'z of the ratio')
      }
    const strongest = expected.sort((x, y) => y.strength - x.strength).slice(0, 5)
    assert.deepEqual(
      group.representative.map((one) => `${one.statement} ${one.side}`),
      strongest.map(({ key }) => key),
    )
  })
  for (const side of ['agree', 'disagree'] as const) {
    const expected: { statement: string; p: number; z: number }[] = []
    for (const statement of map.statements) {
      const [a, n] = looked(on.get(statement), everybody, side)
      const [p, z] = [(a + 1) / (n + 2), z1(a, n)]
      if (p > 0.5 && z > 1.2816) expected.push({ statement, p, z })
    }
    const first = expected.sort((x, y) => y.p * y.z - x.p * x.z).slice(0, 5)
    assert.deepEqual(
      map.consensus[side].map((one) => one.statement),
      first.map((one) => one.statement),
    )
    map.consensus[side].forEach((one, at) => {
      near(one.share, first[at]?.p ?? 0, 'share')
      near(one.shareZ, first[at]?.z ?? 0, 'z')
    })
  }
}

/** The two largest eigenvalues and their vectors of the full covariance, by Jacobi rotations. */
function jacobi(rows: readonly Row[], means: Float64Array): { value: number; vector: number[] }[] {
  const size = means.length
  const dense = rows.map((row) => {
    const line = new Array<number>(size).fill(0)
    row.columns.forEach((column, at) => {
      line[column] = (row.values[at] ?? 0) - (means[column] ?? 0)
    })
    return line
  })
  const at = (matrix: number[][], i: number, j: number) => matrix[i]?.[j] ?? 0
  const matrix = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => dense.reduce((sum, line) => sum + (line[i] ?? 0) * (line[j] ?? 0), 0)),
  )
  const vectors = matrix.map((_, i) => matrix.map((_, j) => (i === j ? 1 : 0)))
  for (let sweep = 0; sweep < 30; sweep++)
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) {
        if (Math.abs(at(matrix, p, q)) < 1e-13) continue
        const angle = 0.5 * Math.atan2(2 * at(matrix, p, q), at(matrix, q, q) - at(matrix, p, p))
        const [c, s] = [Math.cos(angle), Math.sin(angle)]
        const turned = (line: number[] | undefined) => {
          if (!line) return
          const [x, y] = [line[p] ?? 0, line[q] ?? 0]
          line[p] = c * x - s * y
          line[q] = s * x + c * y
        }
        for (const line of matrix) turned(line)
        const [up, uq] = [[...(matrix[p] ?? [])], [...(matrix[q] ?? [])]]
        matrix[p] = up.map((x, i) => c * x - s * (uq[i] ?? 0))
        matrix[q] = uq.map((y, i) => s * (up[i] ?? 0) + c * y)
        for (const line of vectors) turned(line)
      }
  return matrix
    .map((_, i) => ({ value: at(matrix, i, i), vector: vectors.map((line) => line[i] ?? 0) }))
    .sort((a, b) => b.value - a.value)
}

suite('the statistics, computed a second time', () => {
  test('known values', () => {
    near(share(3, 4), 4 / 6, 'share')
    near(oneShareZ(8, 8), 3, 'all of eight: z')
    near(oneShareZ(0, 0), 1, 'no votes: z')
    near(twoSharesZ(4, 4, 4, 4), 0, 'all the same')
    near(twoSharesZ(8, 9, 0, 9), (9 / 10 - 1 / 10) / Math.sqrt(0.5 * 0.5 * 0.2), 'nine against nine')
  })

  test('every count up to twelve', () => {
    for (let n = 0; n <= 12; n++)
      for (let a = 0; a <= n; a++)
        for (let m = 0; m <= 12; m++)
          for (let b = 0; b <= m; b++) {
            const inside = { agree: a, disagree: n - a, pass: 0, votes: n }
            const one = compared('s', 'agree', inside, { agree: b, disagree: m - b, pass: 0, votes: m })
            near(one.shareZ, z1(a, n), `${a} of ${n}`)
            near(one.ratioZ, z2(a, n, b, m), `${a} of ${n} and ${b} of ${m}`)
          }
  })

  for (const name of conversations)
    test(`${name}: representative and consensus statements`, { skip: withoutShared() }, () => {
      const { votes, hidden } = readConversation(name)
      judged(votes, opinionMap(votes, hidden))
    })

  test('brexit-consensus: the directions are those of the full covariance', { skip: withoutShared() }, () => {
    const matrix = voteMatrix(countVotes(readConversation('brexit-consensus').votes).last)
    const rows = placedRows(matrix)
    const { means, directions } = principalComponents(rows, matrix.statements.length)
    const exact = jacobi(rows, means)
    directions.forEach((direction, number) => {
      const vector = exact[number]?.vector ?? []
      const along = Math.abs(direction.reduce((sum, x, i) => sum + x * (vector[i] ?? 0), 0))
      near(along, 1, `direction ${number}`)
    })
  })

  test('silhouette: three points by hand', () => {
    // 0 and 1 together, 10 alone: (1 - 1/10), (1 - 1/9), 0.
    const points = [0, 1, 10].map((x) => [x, 0] as const)
    near(meanSilhouette(points, [0, 0, 1]), (0.9 + 8 / 9) / 3, 'silhouette')
  })
})
