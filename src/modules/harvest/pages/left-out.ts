/** What the form sends for a column that is left out. */
export const leftOut = '-'
