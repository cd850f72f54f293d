import { peopleFirst } from './people-first.ts'
import { quadrants } from './quadrants.ts'
import { lanes } from './station.ts'
import type { Template } from './template.ts'

/** Ask whether working together is worth it here, and how closely. */
export const togetherOrAlone: Template = (organisations) => [
  {
    title: '1. What do we assume about each other?',
    question: 'What do people like us say about people like them?',
    minutes: 15,
    how: 'Choose Assumption, then “Add it without my name”. Write it as it is said when the others are out of the room.\n\nThen weigh each: true, partly true, false.',
    good: 'People have laughed, and one card was about your own sector.',
    room: (area, frame) =>
      lanes(area, frame, [
        {
          title: 'What is said',
          prompt: 'Cards without a name come here.',
          takes: 'assumption',
          // Two columns of cards: a dozen people have one each.
          share: 1.7,
        },
        { title: 'True, or partly', prompt: 'Since when, and where?', tone: 'accent' },
        { title: 'Out of date', prompt: 'What has changed?', tone: 'quiet' },
      ]),
  },
  {
    title: '2. What gets better if we do it together?',
    question: 'What would people get that none of us can give alone?',
    minutes: 20,
    how: 'Take one piece of work at a time. If nobody can name what gets better, it goes to “Alone”.\n\nAlone is a good answer.',
    good: 'Something was left out of the partnership on purpose, and everyone is relieved.',
    room: (area, frame) =>
      lanes(area, frame, [
        { title: 'Together', prompt: 'And what gets better, for whom', tone: 'accent' },
        { title: 'Alone, and we tell each other', prompt: 'Who does it?' },
        { title: 'Not at all', prompt: 'Who would miss it?', tone: 'quiet' },
      ]),
  },
  {
    title: '3. How closely?',
    question: 'Which level is needed for it, and which do we have?',
    minutes: 15,
    how: 'Place each piece of work at the level that it needs, no higher. Then set both levels on the tie.\n\nNetworking is enough for much.',
    good: 'Not everything stands on the right.',
    room: (area, frame) =>
      lanes(area, frame, [
        { title: 'Networking', prompt: 'We tell each other what is going on' },
        { title: 'Coordinating', prompt: 'We fit what we do around each other' },
        { title: 'Cooperating', prompt: 'We share people, money or places' },
        { title: 'Collaborating', prompt: 'We answer together for a result', tone: 'accent' },
      ]),
  },
  {
    ...peopleFirst(organisations, (area, frame) =>
      quadrants(area, frame, {
        up: 'Up: a stronger case for working together',
        right: 'Right: more need to change ourselves',
        topLeft: {
          title: 'Willing, as we are',
          prompt: 'What would we have to change?',
          means: 'case',
        },
        topRight: {
          title: 'The stars align',
          prompt: 'Both at once. Begin with these.',
          means: 'case-and-change',
          tone: 'accent',
        },
        bottomLeft: {
          title: 'Not now',
          prompt: 'Stay in touch.',
          tone: 'quiet',
          means: 'no-case-no-change',
        },
        bottomRight: {
          title: 'Busy with ourselves',
          prompt: 'When shall we ask again?',
          means: 'change',
        },
      }),
    ),
    title: '4. Is this the moment?',
    question: 'Do we believe in it, and do we know that we have to change?',
    minutes: 20,
    how: 'Everyone moves their own organisation at the same moment, and says one sentence.\n\nIts card takes on what the corner says, under “Ready to work together?”: say there how far.',
    good: 'You know with whom to begin on Monday, and whom not to press.',
  },
]
