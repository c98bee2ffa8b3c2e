import type { SearchAnswer } from './port.ts'

/** Characters of kept answers. */
const bound = 16_000_000

/** Answers to the last different questions, until the next change. What it gives is shared, so that whoever works something out of an answer may keep that by it. */
export class AnswerMemory {
  private readonly most: number
  private kept = new Map<string, { readonly answer: SearchAnswer; readonly size: number }>()
  private size = 0

  constructor(most: number) {
    this.most = most
  }

  /** The answer to a question as JSON, if it is known; it becomes the last to make room. */
  known(question: string): SearchAnswer | undefined {
    const one = this.kept.get(question)
    if (!one) return undefined
    this.kept.delete(question)
    this.kept.set(question, one)
    return one.answer
  }

  /** Keeps answers that are asked for from now on; those asked for before the index changed come too late and are left out. */
  keeper(): (question: string, answer: SearchAnswer, size: number) => void {
    const { kept } = this
    return (question, answer, size) => {
      if (kept !== this.kept || this.most === 0) return
      this.size += size - (kept.get(question)?.size ?? 0)
      kept.set(question, { answer, size })
      for (const [oldest, one] of kept) {
        if (kept.size <= this.most && this.size <= bound) break
        kept.delete(oldest)
        this.size -= one.size
      }
    }
  }

  /** The index changes, or has changed. */
  forget(): void {
    this.kept = new Map()
    this.size = 0
  }
}
