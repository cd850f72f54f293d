import { inRing, movedTo } from './place-organisations.ts'
import { lanes, roomSize } from './station.ts'
import type { Template } from './template.ts'

const EDGE = 24

/** See which of three kinds of partnership each side thinks it is in. */
export const threeModes: Template = (organisations) => {
  const ring = inRing(organisations, [roomSize.width - 2 * EDGE, roomSize.height - 2 * EDGE])
  return [
    {
      title: '1. Three kinds of partnership',
      question: 'Which of the three have you been in, and how could you tell?',
      minutes: 15,
      how: 'One story a note, from any partnership in your working life. No names.\n\nRead them out under their heading.',
      good: 'Everyone can say in one sentence what tells the second from the third.',
      room: (area, frame) =>
        lanes(area, frame, [
          {
            title: 'Naive',
            prompt: 'One side has all the skill, it is thought. Both are devalued.',
            tone: 'attention',
          },
          {
            title: 'Looks aligned',
            prompt: 'The plan agrees. Then culture and values pull it apart.',
          },
          {
            title: 'Genuine',
            prompt: 'Aligned, and each side stays what it is.',
            tone: 'accent',
          },
        ]),
    },
    {
      needs: [ring.size[0] + 2 * EDGE, ring.size[1] + 2 * EDGE],
      title: '2. Which one are we in?',
      question: 'For each tie: which of the three, as you see it from your end?',
      minutes: 25,
      how: 'Draw the ties, then choose the mode at your own end, with what makes you say so.\n\nDo not settle it: two sides may differ, and both are shown.',
      good: 'At least one tie carries two different modes, and nobody has been argued out of theirs.',
      room: (area, frame) =>
        movedTo(
          ring,
          Math.round(area.x + (area.width - ring.size[0]) / 2),
          Math.round(area.y + (area.height - ring.size[1]) / 2),
          frame,
        ),
    },
    {
      title: '3. What do we do differently?',
      question:
        'Pace, risk, who decides, language, what we answer for: where are we furthest apart?',
      minutes: 20,
      how: 'Each fills in its own culture profile. Then open “What the map says” and read the widest differences aloud.\n\nNeither end is the better one.',
      good: 'A habit that was taken for bad will has turned out to be a habit.',
      room: (area, frame) =>
        lanes(area, frame, [
          {
            title: 'Where we differ',
            prompt: 'And when it last got in the way',
            tone: 'attention',
          },
          { title: 'Keep the difference', prompt: 'It is why we need each other', tone: 'accent' },
          { title: 'Meet half-way', prompt: 'What each side will change' },
        ]),
    },
    {
      title: '4. What would make it genuine?',
      question: 'What would each side have to give, and keep?',
      minutes: 15,
      how: 'Take the tie that matters most. Each side finishes the sentence for itself.\n\nThen write a working agreement and let each sign.',
      good: 'Both sides have named something they will not give up, and the other has understood why.',
      room: (area, frame) =>
        lanes(area, frame, [
          { title: 'We will give', prompt: 'Something it costs us to give', tone: 'accent' },
          { title: 'We will keep', prompt: 'What makes us who we are' },
          { title: 'What we sign', prompt: 'Choose Working agreement, click here' },
        ]),
    },
  ]
}
