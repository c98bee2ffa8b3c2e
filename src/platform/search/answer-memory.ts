import type { SearchAnswer } from './port.ts'

/** Characters of kept answers. */
const bound = 16_000_000
/** Characters of an answer that is kept at once. */
const small = 3_000

/** Answers to the last questions, until the next change. Of the long ones only those that were asked before: most questions are asked once, and to keep their answers costs more than it gives. What it gives is shared: nobody may change it. */
export class AnswerMemory {
  private readonly most: number
  /** Questions that were asked lately, and those before them. */
  private lately = new Set<string>()
  private before = new Set<string>()
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
      if (kept !== this.kept || this.most === 0 || (size > small && !this.askedBefore(question))) return
      this.size += size - (kept.get(question)?.size ?? 0)
      kept.set(question, { answer, size })
      for (const [oldest, one] of kept) {
        if (kept.size <= this.most && this.size <= bound) break
        kept.delete(oldest)
        this.size -= one.size
      }
    }
  }

  private askedBefore(question: string): boolean {
    if (this.lately.has(question) || this.before.has(question)) return true
    if (this.lately.size >= this.most * 2) {
      this.before = this.lately
      this.lately = new Set()
    }
    this.lately.add(question)
    return false
  }

  /** The index changes, or has changed. */
  forget(): void {
    this.kept = new Map()
    this.size = 0
  }
}
