import { aDay } from './day.ts'

aDay({ language: 'es', width: 1280 })
