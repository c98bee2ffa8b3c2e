import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { sharedData } from './shared.ts'

/** A published conversation of Polis (CC BY 4.0, The Computational Democracy Project), as its tables say it. */
export interface Conversation {
  /** Every vote cast, in the order of the file. */
  readonly votes: readonly { person: string; statement: string; choice: 'agree' | 'disagree' | 'pass'; at: number }[]
  /** Statements that were moderated out. */
  readonly hidden: ReadonlySet<string>
  /** How often it was agreed and disagreed with, by the published table. */
  readonly statements: ReadonlyMap<string, { agrees: number; disagrees: number }>
  /** The published group and votes of each person; no group for those who said too little. */
  readonly people: ReadonlyMap<string, { group: string; votes: ReadonlyMap<string, string> }>
}

/** The conversations that lie beside the project. */
export const conversations = [
  'brexit-consensus',
  'canadian-electoral-reform',
  'scoop-hivemind.taxes',
  'scoop-hivemind.freshwater',
  'vtaiwan.uberx',
] as const

const choiceOf = { '1': 'agree', '-1': 'disagree', '0': 'pass' } as const

const table = (folder: string, file: string): Record<string, string>[] =>
  parse(readFileSync(path.join(folder, file)), { columns: true, bom: true })

/** Reads a conversation; throws where the material is missing. */
export function readConversation(name: (typeof conversations)[number]): Conversation {
  const folder = path.join(sharedData() ?? '', 'polis', name)
  const comments = table(folder, 'comments.csv')
  return {
    votes: table(folder, 'votes.csv').map((row) => ({
      person: row['voter-id'] ?? '',
      statement: row['comment-id'] ?? '',
      choice: choiceOf[row.vote as keyof typeof choiceOf],
      at: Number(row.timestamp),
    })),
    hidden: new Set(comments.filter((row) => row.moderated === '-1').map((row) => row['comment-id'] ?? '')),
    statements: new Map(
      comments.map((row) => [row['comment-id'] ?? '', { agrees: Number(row.agrees), disagrees: Number(row.disagrees) }]),
    ),
    people: new Map(
      table(folder, 'participants-votes.csv').map((row) => [
        row.participant ?? '',
        {
          group: row['group-id'] ?? '',
          votes: new Map(Object.entries(row).filter(([name, value]) => /^\d+$/.test(name) && value !== '')),
        },
      ]),
    ),
  }
}
