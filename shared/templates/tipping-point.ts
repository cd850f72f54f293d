import { peopleFirst } from './people-first.ts'
import { quadrants } from './quadrants.ts'
import { lanes } from './station.ts'
import type { Template } from './template.ts'

/** Where each organisation stands between joining up and breaking, and the three paradoxes that hold it there. */
export const tippingPoint: Template = (organisations) => [
  {
    ...peopleFirst(organisations, (area, frame) =>
      quadrants(area, frame, {
        up: 'Up: more pull to join up',
        right: 'Right: more strain on capacity',
        topLeft: {
          title: 'Ready to tip',
          prompt: 'Pull, and room to act. Start with these.',
          means: 'pull',
          tone: 'accent',
        },
        topRight: {
          title: 'Both at once',
          prompt: 'Close to joining up, and close to breaking.',
          means: 'pull-and-strain',
          tone: 'attention',
        },
        bottomLeft: {
          title: 'Quiet',
          prompt: 'No pull, no strain. What would bring them in?',
          means: 'no-pull-no-strain',
        },
        bottomRight: {
          title: 'Holding on',
          prompt: 'Strain alone. Ask what they need, not what they give.',
          means: 'strain',
          tone: 'attention',
        },
      }),
    ),
    title: '1. Where do we stand today?',
    question: 'How strong is the pull to join up, and how close are we to breaking?',
    minutes: 25,
    how: 'Decide alone, then everyone moves their own organisation at the same moment. Its card takes on what the corner says.\n\nThe two are not opposites: one organisation can be high on both.',
    good: 'Nobody has moved anyone else. Somebody has said “closer to breaking than I let on”.',
  },
  {
    title: '2. The place paradox',
    question: 'What do we share because we share a place, and what do we compete for in it?',
    minutes: 15,
    how: 'One note for each. Then mark the tie on the map: a shared place, competing, or both.\n\nBoth at once is the usual case, not a fault.',
    good: 'Two organisations have named what they compete for, in front of each other.',
    room: (area, frame) =>
      lanes(area, frame, [
        { title: 'What this place gives us', prompt: 'People, history, buildings', tone: 'accent' },
        { title: 'What we compete for', prompt: 'Staff, money, credit', tone: 'attention' },
        { title: 'Both with the same partner', prompt: 'Who, and over what?' },
      ]),
  },
  {
    title: '3. The survival paradox',
    question: 'What do we do to survive that makes it harder for the others?',
    minutes: 20,
    how: 'Write only what your organisation is content to have read here. Nothing leaves the room without consent.\n\nListen without solving.',
    good: 'Each organisation has named one thing that it does under pressure and would rather not.',
    room: (area, frame) =>
      lanes(area, frame, [
        {
          title: 'What we do under pressure',
          prompt: 'What others notice first',
          tone: 'attention',
        },
        { title: 'What it costs others', prompt: 'Who picks it up?' },
        {
          title: 'What would ease it',
          prompt: 'One thing within our own power',
          tone: 'accent',
        },
      ]),
  },
  {
    title: '4. The trust paradox',
    question: 'Where do we lean on the deal because we do not trust each other?',
    minutes: 20,
    how: 'Look through the lens “Leaning on the deal”. Take the ties that light up.\n\nAsk what the contract protects each side from.',
    good: 'One clause, report or meeting can go because somebody rings somebody instead.',
    room: (area, frame) =>
      lanes(area, frame, [
        { title: 'The deal carries us', prompt: 'What is it there to prevent?', tone: 'attention' },
        { title: 'Trust carries us', prompt: 'What made that possible?', tone: 'accent' },
        { title: 'One step across', prompt: 'Who goes first, and by when?' },
      ]),
  },
]
