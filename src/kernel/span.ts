/** A piece of time: `from` belongs to it, `until` does not. Without an end it goes on. */
export interface Span {
  readonly from: Date
  readonly until?: Date
}

/** Whether a moment lies in it. Spans that follow each other leave no gap and share no moment. */
export const within = (span: Span, moment: Date): boolean =>
  span.from <= moment && (span.until === undefined || moment < span.until)

/** `before`, `during` or `after`, as seen at a moment. An empty span is never `during`. */
export function stageOf(span: Span, moment: Date): 'before' | 'during' | 'after' {
  if (moment < span.from) return 'before'
  return within(span, moment) ? 'during' : 'after'
}

/** Whether two spans share a moment; spans that touch do not. */
export const overlaps = (a: Span, b: Span): boolean =>
  !isEmpty(a) && !isEmpty(b) && (b.until === undefined || a.from < b.until) && (a.until === undefined || b.from < a.until)

/** Ends no later than it begins. */
export const isEmpty = (span: Span): boolean => span.until !== undefined && span.until <= span.from
