import { describe, expect, test } from 'vitest'
import { Gathered, type Change } from './gathered.ts'

const rhys = (deed: Change['deed'], id: string): Change => ({ who: 'Rhys', deed, id })

describe('what others do is told in few words', () => {
  test('what one person adds is one saying, once it has been left alone', () => {
    const gathered = new Gathered()
    gathered.take(rhys('added', 'a'), 0)
    gathered.take(rhys('added', 'b'), 100)
    gathered.take(rhys('changed', 'b'), 200)
    gathered.take({ who: 'Nia', deed: 'moved', id: 'a' }, 200)
    expect(gathered.tell(1999)).toEqual([])
    expect(gathered.due(1999)).toBe(1)
    expect(gathered.tell(2200)).toEqual([
      { who: 'Rhys', deed: 'added', ids: ['a', 'b'] },
      { who: 'Nia', deed: 'moved', ids: ['a'] },
    ])
    expect(gathered.due(2200)).toBeUndefined()
  })

  test('there are three seconds from one message to the next', () => {
    const gathered = new Gathered()
    gathered.take(rhys('added', 'a'), 0)
    expect(gathered.tell(2000)).toHaveLength(1)
    gathered.take(rhys('added', 'b'), 2001)
    expect(gathered.tell(4999)).toEqual([])
    expect(gathered.due(4900)).toBe(100)
    expect(gathered.tell(5000)).toHaveLength(1)
  })

  test('who types on and on is told of all the same', () => {
    const gathered = new Gathered()
    for (let now = 0; now < 15_000; now += 500) {
      gathered.take(rhys('changed', 'a'), now)
      expect(gathered.tell(now)).toEqual([])
    }
    expect(gathered.tell(15_000)).toEqual([{ who: 'Rhys', deed: 'changed', ids: ['a'] }])
  })

  test('what came and went meanwhile is not told; what was there and went is', () => {
    const gathered = new Gathered()
    gathered.take(rhys('added', 'a'), 0)
    gathered.take({ who: null, deed: 'removed', id: 'a' }, 10)
    gathered.take(rhys('changed', 'b'), 20)
    gathered.take({ who: null, deed: 'removed', id: 'b' }, 30)
    expect(gathered.tell(5000)).toEqual([{ who: null, deed: 'removed', ids: ['b'] }])
  })

  test('a move before a change of words is one change', () => {
    const gathered = new Gathered()
    gathered.take(rhys('moved', 'a'), 0)
    gathered.take(rhys('changed', 'a'), 10)
    gathered.take(rhys('moved', 'a'), 20)
    expect(gathered.tell(5000)).toEqual([{ who: 'Rhys', deed: 'changed', ids: ['a'] }])
  })
})
