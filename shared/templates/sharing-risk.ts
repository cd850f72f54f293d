import { peopleFirst } from './people-first.ts'
import { lanes } from './station.ts'
import type { Template } from './template.ts'

/** Who holds which risk, who should, and what each owes the other. */
export const sharingRisk: Template = (organisations) => [
  {
    ...peopleFirst(organisations, (area, frame) =>
      lanes(area, frame, [
        { title: 'To the people we serve', prompt: 'Choose Risk, click here.', tone: 'attention' },
        { title: 'To our staff and money', prompt: 'One risk a card' },
        { title: 'To working together', prompt: 'What could end it?' },
      ]),
    ),
    title: '1. What could go wrong?',
    question: 'If this fails, what happens, and to whom first?',
    minutes: 15,
    how: 'Five minutes alone. One risk a card, in words that a resident would use.\n\nPut two that are the same on top of each other.',
    good: 'At least one risk is about people, and one is about us.',
  },
  {
    title: '2. Who holds it, and who should?',
    question: 'Whose money, name or people pay if it happens? What would be fair?',
    minutes: 25,
    how: 'For each risk: the shares today, then the shares that you would call fair. Both total 100%.\n\nPassing a risk on is not sharing it.',
    good: 'No risk is held by one alone unless all of you want it so.',
    room: (area, frame) =>
      lanes(area, frame, [
        { title: 'Held by one alone', prompt: 'Did anyone choose that?', tone: 'attention' },
        { title: 'Shared, not as we want', prompt: 'What would have to change?' },
        { title: 'Shared as we want', prompt: 'Written down anywhere?', tone: 'accent' },
      ]),
  },
  {
    title: '3. What do we owe each other?',
    question: 'What may each side count on from the other?',
    minutes: 20,
    how: 'One obligation a card: who owes it, and to whom. Look for the way back.\n\nWhere nothing is owed in return, say why.',
    good: 'Every pair that depends on each other has a card each way.',
    room: (area, frame) =>
      lanes(area, frame, [
        { title: 'We owe you', prompt: 'Choose Obligation, click here.', tone: 'accent' },
        { title: 'You owe us', prompt: 'Say it as you would want it said to you' },
        { title: 'Runs one way', prompt: 'Fair, or forgotten?', tone: 'attention' },
      ]),
  },
  {
    title: '4. What cannot fail?',
    question: 'What is too essential to fail, and who steps in when it does?',
    minutes: 15,
    how: 'Its card takes on that it cannot fail. Say there who steps in, and what happens if nobody does.\n\nWho steps in says yes in this room.',
    good: 'Everything that cannot fail has a second name on it, and that name was here.',
    room: (area, frame) =>
      lanes(area, frame, [
        {
          title: 'Cannot fail',
          prompt: 'And nobody steps in yet',
          tone: 'attention',
          means: 'cannot-fail',
        },
        {
          title: 'Somebody steps in',
          prompt: 'Who, and how soon?',
          tone: 'accent',
          means: 'cannot-fail',
        },
        {
          title: 'May fail',
          prompt: 'Painful, and survivable',
          tone: 'quiet',
          means: 'may-fail',
        },
      ]),
  },
]
