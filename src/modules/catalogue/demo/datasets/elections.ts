import { chanceOf, round, split } from '../chance.ts'
import { column, type Row, type Table, table } from '../files/table.ts'

/** A list that stands for election. All of them are invented: results of real parties must not be made up. */
export interface ElectionList {
  name: string
  short: string
  /** Expected share of the votes. */
  share: number
}

export interface Constituency {
  nr: number
  name: string
  eligible: number
}

export interface Election {
  /** Names the chance: results stay the same on every run. */
  id: string
  lists: readonly ElectionList[]
  constituencies: readonly Constituency[]
  turnout: number
  /** Seats before compensation (KWahlG § 3). */
  seats: number
}

/** The lists of the district. */
export const listsOf = (shares: readonly number[]): ElectionList[] =>
  ['Bürgerunion', 'Soziale Liste', 'Grüne Liste', 'Unabhängige Liste', 'Liberale Mitte', 'Forum Jugend'].flatMap((name, at) => {
    const share = shares[at]
    return share ? [{ name, short: ['BU', 'SL', 'GL', 'UL', 'LM', 'FJ'][at] ?? '', share }] : []
  })

/** Divides those entitled to vote among the constituencies; none is more than 15 % off the mean (KWahlG § 4). */
export function constituenciesOf(id: string, names: readonly string[], eligible: number): Constituency[] {
  const chance = chanceOf(`constituencies ${id}`)
  const parts = split(
    eligible,
    names.map(() => 0.9 + chance.next() * 0.2),
  )
  return names.map((name, at) => ({ nr: at + 1, name, eligible: parts[at] ?? 0 }))
}

interface Count {
  constituency: Constituency
  voters: number
  byPost: number
  invalid: number
  votes: number[]
}

/** Counts every constituency. */
export function countVotes(election: Election): Count[] {
  const chance = chanceOf(`votes ${election.id}`)
  return election.constituencies.map((constituency) => {
    const voters = Math.round(constituency.eligible * (election.turnout + (chance.next() - 0.5) * 0.12))
    const invalid = Math.round(voters * (0.008 + chance.next() * 0.012))
    // Shares vary from place to place, so that not one list wins everywhere.
    const weights = election.lists.map(({ share }) => share * (0.45 + chance.next() * 1.1))
    return {
      constituency,
      voters,
      byPost: Math.round(voters * (0.38 + chance.next() * 0.1)),
      invalid,
      votes: split(voters - invalid, weights),
    }
  })
}

const columnSums = (counts: readonly Count[], lists: number): number[] =>
  Array.from({ length: lists }, (_, list) => counts.reduce((sum, { votes }) => sum + (votes[list] ?? 0), 0))

/** Divides seats by the method of Sainte-Laguë: each seat goes to the highest quotient of votes and 1, 3, 5 ... */
export function sainteLague(votes: readonly number[], seats: number): number[] {
  const won = votes.map(() => 0)
  for (let seat = 0; seat < seats; seat++) {
    let best = 0
    votes.forEach((count, at) => {
      if (count / (2 * (won[at] ?? 0) + 1) > (votes[best] ?? 0) / (2 * (won[best] ?? 0) + 1)) best = at
    })
    won[best] = (won[best] ?? 0) + 1
  }
  return won
}

/** Seats by list; grows in twos until nobody has won more constituencies than seats (KWahlG § 33). */
export function divideSeats(election: Election): { direct: number[]; seats: number[]; votes: number[] } {
  const counts = countVotes(election)
  const votes = columnSums(counts, election.lists.length)
  const direct = election.lists.map((_, at) => counts.filter((one) => one.votes.indexOf(Math.max(...one.votes)) === at).length)
  for (let total = election.seats; ; total += 2) {
    const seats = sainteLague(votes, total)
    if (seats.every((won, at) => won >= (direct[at] ?? 0))) return { direct, seats, votes }
  }
}

/** Votes by constituency: one row each, one column per list. */
export const votesTable = (election: Election): Table =>
  table(
    [
      column('wahlbezirk_nr', 'integer', 'Nummer des Wahlbezirks.'),
      column('wahlbezirk', 'string', 'Name des Wahlbezirks.'),
      column('wahlberechtigte', 'integer', 'Wahlberechtigte nach dem Wählerverzeichnis.', { unit: 'Personen' }),
      column('waehler', 'integer', 'Abgegebene Stimmzettel an der Urne und per Brief.', { unit: 'Personen' }),
      column('darunter_briefwahl', 'integer', 'Davon per Brief.', { unit: 'Personen' }),
      column('ungueltig', 'integer', 'Ungültige Stimmen.', { unit: 'Stimmen' }),
      column('gueltig', 'integer', 'Gültige Stimmen: waehler minus ungueltig.', { unit: 'Stimmen' }),
      ...election.lists.map(({ name, short }) =>
        column(short, 'integer', `Stimmen für ${name} (erfundene Liste).`, { unit: 'Stimmen' }),
      ),
    ],
    () =>
      countVotes(election).map(
        ({ constituency, voters, byPost, invalid, votes }): Row => [
          constituency.nr,
          constituency.name,
          constituency.eligible,
          voters,
          byPost,
          invalid,
          voters - invalid,
          ...votes,
        ],
      ),
  )

/** Votes, shares and seats by list. */
export const seatsTable = (election: Election): Table =>
  table(
    [
      column('liste', 'string', 'Name der Liste (erfunden).'),
      column('kurz', 'string', 'Kürzel, wie es in der Tabelle der Wahlbezirke steht.'),
      column('stimmen', 'integer', 'Gültige Stimmen im ganzen Wahlgebiet.', { unit: 'Stimmen' }),
      column('anteil', 'number', 'Anteil an allen gültigen Stimmen.', { unit: '%', digits: 2 }),
      column('direktmandate', 'integer', 'Gewonnene Wahlbezirke.', { unit: 'Sitze' }),
      column('sitze', 'integer', 'Sitze nach Sainte-Laguë, Direktmandate eingerechnet.', { unit: 'Sitze' }),
    ],
    () => {
      const { direct, seats, votes } = divideSeats(election)
      const all = votes.reduce((a, b) => a + b, 0)
      return election.lists.map(({ name, short }, at): Row => {
        const count = votes[at] ?? 0
        return [name, short, count, round((count / all) * 100, 2), direct[at], seats[at]]
      })
    },
  )
