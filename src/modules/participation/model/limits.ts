/**
 * How often an hour one line, and the whole instance, may do something before a puzzle is asked. Wide enough for a hall of 500 phones
 * behind one address; the rules page prints these figures.
 */
export const limits = {
  submit: { line: 1000, all: 5000 },
  comment: { line: 1500, all: 8000 },
  vote: { line: 2000, all: 50_000 },
  votePass: { line: 300, all: 5000 },
  rate: { line: 20_000, all: 100_000 },
  opinion: { line: 2000, all: 50_000 },
  report: { line: 60, all: 2000 },
  follow: { line: 600, all: 5000 },
} as const

/** Mails to one address that nobody confirmed, within a day. */
export const mailsToOneAddress = 5
