import { aDay } from './day.ts'

aDay({ language: 'en', width: 390 })
