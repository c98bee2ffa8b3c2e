import type excel from 'exceljs'

/** An empty workbook. The library behind it is large and read only when a workbook is wanted, so that nothing else starts more slowly for it. */
export async function newWorkbook(): Promise<excel.Workbook> {
  const { default: library } = await import('exceljs')
  return new library.Workbook()
}
