import { peopleFirst } from './people-first.ts'
import { lanes } from './station.ts'
import type { Template } from './template.ts'

/** Look at what came of it, who noticed, and what to change. */
export const outcomesReview: Template = (organisations) => [
  {
    ...peopleFirst(organisations, (area, frame) =>
      lanes(area, frame, [
        {
          title: 'Due for review',
          prompt: 'The objectives whose date has come',
          tone: 'attention',
        },
        { title: 'Not yet due', prompt: 'Leave them for today', tone: 'quiet' },
      ]),
    ),
    title: '1. What did we say we would achieve?',
    question: 'Which objectives are due, and what did we promise to measure?',
    minutes: 10,
    how: 'Bring each objective here, with its measure, baseline and target. Read the public value aloud.\n\nDo not rewrite it now.',
    good: 'Nobody had to ask what success was meant to look like.',
  },
  {
    title: '2. What happened?',
    question: 'Where does it stand against where it began?',
    minutes: 20,
    how: 'Fill in “Where it stands” first, then place the card. The figure before the story.\n\nNo figure is a finding too.',
    good: 'At least one card went left of where its owner hoped.',
    room: (area, frame) =>
      lanes(area, frame, [
        { title: 'Worse, or no change', prompt: 'Since when have we known?', tone: 'attention' },
        { title: 'Better', prompt: 'By how much, by whose count?' },
        { title: 'As good as we said', prompt: 'What made the difference?', tone: 'accent' },
        { title: 'We cannot tell', prompt: 'What would we have to count?', tone: 'quiet' },
      ]),
  },
  {
    title: '3. Who noticed?',
    question: 'Who at the sharp end got more, and who got nothing?',
    minutes: 15,
    how: 'Choose People or place for each, and draw Reach from the objective that reached them.\n\nAsk who is missing from the picture.',
    good: 'Somebody here has spoken with somebody there since last time.',
    room: (area, frame) =>
      lanes(area, frame, [
        { title: 'They noticed', prompt: 'In their own words', tone: 'accent' },
        { title: 'They should have', prompt: 'What did not arrive?', tone: 'attention' },
        { title: 'Nobody asked them', prompt: 'Who will, by when?' },
      ]),
  },
  {
    title: '4. What do we change?',
    question: 'What do we keep, stop and try until the next review?',
    minutes: 15,
    how: 'One action a card, with a person and a date. Set the next review date on every objective before you leave.\n\nStopping counts as an action.',
    good: 'Something stops. Every objective has a date on which you meet again.',
    room: (area, frame) =>
      lanes(area, frame, [
        { title: 'Keep', prompt: 'What worked, and why' },
        { title: 'Stop', prompt: 'Who tells those who do it?', tone: 'quiet' },
        { title: 'Try', prompt: 'Choose Action, click here.', tone: 'accent' },
      ]),
  },
]
