export { type CalendarEvent, type CalendarFile, writeCalendar } from './write-calendar.ts'
