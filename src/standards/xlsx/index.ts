export { isWorkbook, readWorkbook, type SheetLimits } from './read-workbook.ts'
