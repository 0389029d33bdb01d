import { expect, test } from 'vitest'
import { readConfig, WrongConfig } from './config.ts'

test('a store of files elsewhere stops the start: they would lie in the data folder in silence', () => {
  expect(() => readConfig({}, { ACUSE_FILES_URL: 's3://acuse' })).toThrow(WrongConfig)
  expect(() => readConfig({}, { ACUSE_FILES_URL: 's3://acuse' })).toThrow(/^ACUSE_FILES_URL .* files in its data folder/)
})
