import { inRing, movedTo } from './place-organisations.ts'
import { lanes, roomSize } from './station.ts'
import type { Template } from './template.ts'

const EDGE = 24

/** See who works with whom from both ends, and agree how to work together. */
export const rightRelationships: Template = (organisations) => {
  const ring = inRing(organisations, [roomSize.width - 2 * EDGE, roomSize.height - 2 * EDGE])
  return [
    {
      title: '1. What do we bring, and what do we want?',
      question: 'What does each of us put on the table, and hope to take away?',
      minutes: 15,
      how: 'Four minutes in your own organisation: two things you bring, two you want. Put them into your organisation’s card as well.\n\nRead the wants aloud first. Nobody guesses for others.',
      good: 'Each organisation has named a want that the others had not heard. No side is empty.',
      room: (area, frame) =>
        lanes(area, frame, [
          {
            title: 'We bring',
            prompt: 'Say who you are: “Fire: 40 people who know every street”',
            tone: 'accent',
          },
          { title: 'We want', prompt: 'The real thing, even if it sounds selfish' },
        ]),
    },
    {
      needs: [ring.size[0] + 2 * EDGE, ring.size[1] + 2 * EDGE],
      title: '2. Who works with whom?',
      question: 'Which ties matter, and how does each look from both ends?',
      minutes: 25,
      how: 'Draw only ties that somebody in this room can speak for.\n\nEach organisation answers for its own end, and for nobody else’s. Don’t know is an answer.',
      good: 'The ties that matter have an answer at both ends, and nobody was talked out of theirs.',
      room: (area, frame) =>
        movedTo(
          ring,
          Math.round(area.x + (area.width - ring.size[0]) / 2),
          Math.round(area.y + (area.height - ring.size[1]) / 2),
          frame,
        ),
    },
    {
      title: '3. Where do we see it differently?',
      question: 'Which gaps make things worse for the people we serve?',
      minutes: 20,
      how: 'Take the widest gaps on the ties that matter, three at most.\n\nEach side has two minutes. The other says back what it heard before it answers.',
      good: 'Both sides know what the other would have to see to move one step.',
      room: (area, frame) =>
        lanes(area, frame, [
          {
            title: 'What we see differently',
            prompt: 'The tie, and each side’s view of it',
            tone: 'attention',
          },
          { title: 'What it costs people', prompt: 'Who notices, and how?' },
          {
            title: 'What would move it',
            prompt: 'One step that the other side could see',
            tone: 'accent',
          },
        ]),
    },
    {
      title: '4. How do we work together?',
      question: 'What do we promise each other, and what happens when it goes wrong?',
      minutes: 15,
      how: 'Write promises that a camera could see.\n\nRead each one out and ask who would not sign it. Change it or drop it until everybody would.',
      good: 'Five lines or fewer, and one of them is for the day when it goes wrong.',
      room: (area, frame) =>
        lanes(area, frame, [
          { title: 'We will', prompt: 'Tell the others before we tell the press', tone: 'accent' },
          { title: 'We will not', prompt: 'Promise another’s people or money' },
          {
            title: 'When it goes wrong',
            prompt: 'Who rings whom, the same day',
            tone: 'attention',
          },
        ]),
    },
  ]
}
