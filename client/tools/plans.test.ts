import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects } from '../../shared/board/commands.ts'
import { BoardModel } from '../model/board.ts'
import { MIN_SIDE, movePlan, movers, resizePlan, scalePlan, seenAs, turnPlan } from './plans.ts'

function board(): BoardModel {
  const doc = new Y.Doc()
  addObjects(
    doc,
    [
      { id: 'frame', type: 'frame', at: [0, 0], size: [500, 500] },
      { id: 'in', type: 'organisation', at: [20, 20], frame: 'frame' },
      { id: 'out', type: 'organisation', at: [900, 20] },
      { id: 'lost', type: 'note', at: [50, 60], frame: 'gone' },
      { id: 'tie', type: 'relationship', at: [0, 0], fields: { from: 'in', to: 'out' } },
    ],
    'test',
  )
  return new BoardModel(doc)
}

describe('moving', () => {
  test('a container takes its contents along; a tie follows its ends and is not moved itself', () => {
    expect([...movers(board(), ['frame', 'tie'])].sort()).toEqual(['frame', 'in'])
    expect([...movers(board(), ['in', 'nobody'])]).toEqual(['in'])
  })

  test('containers that hold each other do not go round for ever', () => {
    const doc = new Y.Doc()
    addObjects(
      doc,
      [
        { id: 'a', type: 'frame', at: [0, 0], frame: 'b' },
        { id: 'b', type: 'frame', at: [0, 0], frame: 'a' },
      ],
      'test',
    )
    expect([...movers(new BoardModel(doc), ['a'])].sort()).toEqual(['a', 'b'])
  })

  test('straight keeps to the longer axis', () => {
    const plan = movePlan(board(), ['in'], [30, -80], true)
    expect(plan.get('in')).toMatchObject({ x: 20, y: -60 })
  })
})

describe('resizing', () => {
  const box = { x: 100, y: 100, width: 200, height: 100 }
  const free = { aspect: false, centre: false }

  test('a corner moves two sides, an edge one, the others stay', () => {
    const corner = resizePlan(box, { kind: 'resize', x: -1, y: 1 }, [-20, 30], free)
    expect(corner).toEqual({ x: 80, y: 100, width: 220, height: 130 })
    const edge = resizePlan(box, { kind: 'resize', x: 1, y: 0 }, [40, 99], free)
    expect(edge).toEqual({ x: 100, y: 100, width: 240, height: 100 })
  })

  test('with aspect the proportions stay, with centre the middle does', () => {
    const aspect = resizePlan(box, { kind: 'resize', x: 1, y: 1 }, [100, 0], {
      ...free,
      aspect: true,
    })
    expect(aspect).toEqual({ x: 100, y: 100, width: 300, height: 150 })
    const centre = resizePlan(box, { kind: 'resize', x: 1, y: 1 }, [10, 20], {
      ...free,
      centre: true,
    })
    expect(centre).toEqual({ x: 90, y: 80, width: 220, height: 140 })
  })

  test('it stops at the shortest side and keeps the far edge', () => {
    const crushed = resizePlan(box, { kind: 'resize', x: -1, y: -1 }, [900, 900], free)
    expect(crushed).toEqual({
      x: 300 - MIN_SIDE,
      y: 200 - MIN_SIDE,
      width: MIN_SIDE,
      height: MIN_SIDE,
    })
  })
})

describe('turning', () => {
  const east = { kind: 'resize', x: 1, y: 0 } as const
  const turnable = (): BoardModel => {
    const doc = new Y.Doc()
    addObjects(
      doc,
      [
        { id: 'shape', type: 'shape', at: [0, 0], size: [200, 100], fields: { turn: 350 } },
        { id: 'lying', type: 'shape', at: [300, 0], size: [200, 100], fields: { turn: 90 } },
        { id: 'body', type: 'organisation', at: [400, 0], size: [200, 100] },
      ],
      'test',
    )
    return new BoardModel(doc)
  }

  test('middles go round together; what stays upright goes along', () => {
    const plan = turnPlan(turnable(), ['shape', 'body'], { angle: 90, about: [300, 50] })
    expect(plan.get('shape')).toMatchObject({ x: 200, y: -200, angle: 80 })
    expect(plan.get('body')).toEqual({ x: 200, y: 200, width: 200, height: 100 })
  })

  test('a resize along turned edges keeps the far edge where it is seen', () => {
    const turned = turnable()
    const wider = resizePlan({ x: 300, y: 0, width: 200, height: 100 }, east, [60, 0], {
      aspect: false,
      centre: false,
    })
    const { x, y, width, height } = seenAs(turned, 'lying', wider)
    // It lies on its side, its left edge at the top: that stays at y = -50.
    expect([x, y, width, height].map(Math.round)).toEqual([270, 30, 260, 100])
    expect(Math.round(y + height / 2 - width / 2)).toBe(-50)
    expect(seenAs(turned, 'body', wider)).toBe(wider)
  })

  test('scaled with others, what lies on its side grows taller where they grow wider', () => {
    const around = { x: 0, y: 0, width: 100, height: 100 }
    const to = { x: 0, y: 0, width: 200, height: 100 }
    expect(scalePlan(turnable(), ['lying'], around, to).get('lying')).toMatchObject({
      width: 200,
      height: 200,
    })
  })
})
