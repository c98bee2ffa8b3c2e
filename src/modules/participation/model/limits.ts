/**
 * How often an hour one line, and the whole instance, may do something before a puzzle is asked. Wide enough for a hall of 500 phones
 * behind one address; the rules page prints these figures.
 */
export const limits = {
  submit: { line: 1000, all: 5000 },
  comment: { line: 1500, all: 8000 },
  rate: { line: 20_000, all: 100_000 },
} as const
