import { expect, test } from 'vitest'
import { addressOf, differs, keepable } from './saved-view.ts'
import { readFilter } from './use-case-filter.ts'

const shownAt = (words: string) => readFilter(Object.fromEntries(new URLSearchParams(words)), 'mine')

test.each<[Record<string, unknown>, string, boolean, string]>([
  [{ list: 'open', kind: ['claim'] }, 'list=open&kind=claim', false, 'the same'],
  [{ list: 'open', kind: ['claim', 'complaint'] }, 'list=open&kind=complaint,claim', false, 'the same, chosen in another order'],
  [{ list: 'open', kind: ['claim'] }, 'list=open&kind=claim&severity=high', true, 'narrowed further'],
  [{ list: 'open', kind: ['claim'] }, 'list=open', true, 'narrowed no more'],
  [{ list: 'open' }, 'list=overdue', true, 'another list'],
  [{ list: 'open' }, 'list=open&sort=newest', true, 'another order'],
  [{ list: 'open', sort: 'due' }, 'list=open', false, 'the usual order, said or not'],
  [{ list: 'everything' }, 'list=everything&sort=newest', false, 'all cases have but one order'],
  [{ list: 'open', columns: ['due', 'title'] }, 'list=open&columns=due,title', false, 'the same columns'],
  [{ list: 'open', columns: ['due', 'title'] }, 'list=open&columns=title,due', true, 'the same columns in another order'],
  [{ list: 'open', columns: ['due'] }, 'list=open', true, 'the usual columns again'],
  [{ list: 'open', find: 'a,b' }, 'list=open&find=b,a', true, 'words are in their order'],
  [{ list: 'open' }, 'list=open&branchId=1', false, 'the branch chosen above every screen'],
  [{ list: 'open', areaId: ['3'], branchId: ['1'] }, 'list=open&branchId=1&areaId=3', false, 'its own branch'],
  [{ list: 'open', branchId: ['1'] }, 'list=open&branchId=2', true, 'another branch than its own'],
  [{ list: 'open', branchId: ['1'] }, 'list=open', true, 'its branch no more'],
  [{}, 'list=open', false, 'a view without a list is of those open'],
  [{ list: 'open', planet: 'mars' }, 'list=open', false, 'what another version kept is no change of whoever looks'],
])('%o at %s: %s, %s', (filter, words, changed) => {
  expect(differs({ filter }, shownAt(words))).toBe(changed)
})

test('a view that names no branch does not take the one chosen above every screen', () => {
  expect(keepable({ filter: { list: 'open' } }, { list: 'mine', branchId: ['1'] })).toEqual({ list: 'mine' })
  expect(keepable({ filter: { list: 'open', branchId: ['1'] } }, { list: 'mine', branchId: ['2'] })).toEqual({ list: 'mine', branchId: ['2'] })
})

test('opened at its own address a view shows what it keeps', () => {
  const view = { id: '1', filter: { list: 'open', kind: ['claim', 'complaint'], find: 'válvula & tapa', columns: ['due', 'title'], planet: 'mars' } }
  const address = addressOf(view)
  expect(new URLSearchParams(address.slice(2)).get('view')).toBe('1')
  expect(differs(view, shownAt(address.slice(2)))).toBe(false)
})
