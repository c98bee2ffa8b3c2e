import { isId } from '#kernel/id.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine, severalLines } from '#kernel/text.ts'

export const stances = ['pro', 'contra'] as const
export type Stance = (typeof stances)[number]

/** How citizens respond to what others handed in, as the format's settings say. */
export interface Dialogue {
  /** Agree only, or agree, neutral, disagree. */
  readonly rating: 'agree' | 'three'
  /** Comments for and against stand in two columns. */
  readonly sides: boolean
  /** Text key of the button to agree, and with `.count` of how many did; the usual words where it is left out. */
  readonly agree?: string
}

/** A comment as everybody may read it. */
export interface Comment {
  readonly id: string
  readonly parent: string | null
  readonly stance: Stance | null
  readonly state: 'waiting' | 'public' | 'hidden' | 'withdrawn'
  readonly body: string
  readonly author: string | null
  /** Said by the office itself. */
  readonly office: string | null
  readonly lang: string
  readonly receivedAt: Date
}

/** What somebody writes under a submission, read and clean. */
export interface CommentDraft {
  readonly body: string
  readonly author?: string
  readonly stance?: Stance
  /** Id of the comment that it answers. */
  readonly parent?: string
}

/** The text key is `participation.comment.fault.<field>.<fault>`. */
export interface CommentFault {
  readonly field: 'text' | 'name' | 'seite'
  readonly fault: 'missing' | 'long'
}

export const longestComment = { text: 2000, name: 80 } as const

/** Reads a comment from its form. A reply takes no side of its own. Gives every fault with its field. */
export function readComment(form: URLSearchParams, sides: boolean): Result<CommentDraft, CommentFault[]> {
  const body = severalLines(form.get('text') ?? '')
  const author = oneLine(form.get('name') ?? '')
  const answered = form.get('antwort-auf') ?? undefined
  const parent = isId(answered) ? answered : undefined
  const stance = sides && !parent ? stances.find((one) => one === form.get('seite')) : undefined
  const faults: CommentFault[] = []
  if (!body) faults.push({ field: 'text', fault: 'missing' })
  if (body.length > longestComment.text) faults.push({ field: 'text', fault: 'long' })
  if (author.length > longestComment.name) faults.push({ field: 'name', fault: 'long' })
  if (sides && !parent && !stance) faults.push({ field: 'seite', fault: 'missing' })
  if (faults.length > 0) return fail(faults)
  return ok({ body, ...(author ? { author } : {}), ...(stance ? { stance } : {}), ...(parent ? { parent } : {}) })
}
