export { newWorkbook } from './new-workbook.ts'
export { isWorkbook, readWorkbook, type SheetLimits } from './read-workbook.ts'
