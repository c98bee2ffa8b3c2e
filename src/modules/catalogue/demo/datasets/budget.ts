import { chanceOf, split } from '../chance.ts'
import { column, type Row, type Table, table } from '../files/table.ts'

// Produktbereiche after the sample of the Land for the budgets of municipalities (VV Muster zur GO NRW und KomHVO NRW).
// Weights: how the expenditure divides in a town with its own youth office, and in one without.
const areas: readonly (readonly [nr: string, name: string, town: number, village: number, district: number])[] = [
  ['01', 'Innere Verwaltung', 19, 22, 15],
  ['02', 'Sicherheit und Ordnung', 8, 7, 11],
  ['03', 'Schulträgeraufgaben', 9, 12, 6],
  ['04', 'Kultur und Wissenschaft', 3, 2, 1],
  ['05', 'Soziale Leistungen', 6, 5, 31],
  ['06', 'Kinder-, Jugend- und Familienhilfe', 24, 4, 14],
  ['07', 'Gesundheitsdienste', 0, 0, 3],
  ['08', 'Sportförderung', 2, 3, 0],
  ['09', 'Räumliche Planung und Entwicklung, Geoinformationen', 2, 2, 3],
  ['10', 'Bauen und Wohnen', 2, 2, 2],
  ['11', 'Ver- und Entsorgung', 6, 11, 6],
  ['12', 'Verkehrsflächen und -anlagen, ÖPNV', 8, 11, 5],
  ['13', 'Natur- und Landschaftspflege', 3, 3, 2],
  ['14', 'Umweltschutz', 1, 1, 1],
  ['15', 'Wirtschaft und Tourismus', 1, 1, 1],
  ['16', 'Allgemeine Finanzwirtschaft', 24, 36, 6],
]

const expenses = [
  'Personal- und Versorgungsaufwendungen',
  'Aufwendungen für Sach- und Dienstleistungen',
  'Bilanzielle Abschreibungen',
  'Transferaufwendungen',
  'Sonstige ordentliche Aufwendungen',
]
const expenseWeights: Record<string, readonly number[]> = {
  '05': [2, 1, 0, 9, 1],
  '06': [4, 1, 1, 9, 1],
  '16': [0, 0, 0, 20, 1],
  '12': [2, 4, 6, 1, 1],
}

const incomes: readonly (readonly [area: string, name: string, weight: number])[] = [
  ['16', 'Steuern und ähnliche Abgaben', 52],
  ['16', 'Zuwendungen und allgemeine Umlagen', 17],
  ['06', 'Zuwendungen und allgemeine Umlagen', 9],
  ['11', 'Öffentlich-rechtliche Leistungsentgelte', 9],
  ['02', 'Öffentlich-rechtliche Leistungsentgelte', 3],
  ['01', 'Privatrechtliche Leistungsentgelte', 2],
  ['05', 'Kostenerstattungen und Kostenumlagen', 4],
  ['01', 'Sonstige ordentliche Erträge', 4],
]
const districtIncomes: typeof incomes = [
  ['16', 'Zuwendungen und allgemeine Umlagen', 58],
  ['05', 'Kostenerstattungen und Kostenumlagen', 26],
  ['02', 'Öffentlich-rechtliche Leistungsentgelte', 9],
  ['11', 'Öffentlich-rechtliche Leistungsentgelte', 5],
  ['01', 'Sonstige ordentliche Erträge', 2],
]

/** A budget: what is planned for one year, in euros. */
export interface Budget {
  id: string
  year: number
  income: number
  expense: number
  kind: 'town' | 'village' | 'district'
}

function expenseRows(budget: Budget): Row[] {
  const at = { town: 2, village: 3, district: 4 }[budget.kind] as 2 | 3 | 4
  const chance = chanceOf(`budget ${budget.id} ${budget.kind}`)
  const perArea = split(
    budget.expense,
    areas.map((area) => area[at] * (0.95 + chance.next() * 0.1)),
  )
  return areas.flatMap(([nr, name], index) => {
    const parts = split(perArea[index] ?? 0, expenseWeights[nr] ?? [6, 4, 2, 1, 2])
    return expenses.flatMap((line, lineAt): Row[] =>
      parts[lineAt] ? [[budget.year, nr, name, 'Aufwand', line, parts[lineAt]]] : [],
    )
  })
}

function incomeRows(budget: Budget): Row[] {
  const lines = budget.kind === 'district' ? districtIncomes : incomes
  const parts = split(
    budget.income,
    lines.map(([, , weight]) => weight),
  )
  return lines.map(
    ([nr, line], at): Row => [budget.year, nr, areas.find((area) => area[0] === nr)?.[1], 'Ertrag', line, parts[at]],
  )
}

/** The Ergebnisplan of a year by Produktbereich and line. */
export const budgetTable = (budget: Budget): Table =>
  table(
    [
      column('jahr', 'year', 'Haushaltsjahr.'),
      column('produktbereich_nr', 'string', 'Nummer des Produktbereichs nach dem landesweiten Muster, zweistellig.'),
      column('produktbereich', 'string', 'Name des Produktbereichs.'),
      column('art', 'string', 'Ertrag (was hereinkommt) oder Aufwand (was ausgegeben oder verbraucht wird).'),
      column('zeile', 'string', 'Zeile des Ergebnisplans.'),
      column('ansatz_eur', 'integer', 'Geplanter Betrag im Haushaltsjahr.', { unit: '€' }),
    ],
    () => [...incomeRows(budget), ...expenseRows(budget)],
  )
