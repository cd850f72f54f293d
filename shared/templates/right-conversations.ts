import { inRows, movedTo } from './place-organisations.ts'
import { quadrants } from './quadrants.ts'
import { lanes, roomSize } from './station.ts'
import type { Template } from './template.ts'

const GAP = 24

/** Find what matters, see what is avoided, and choose what to talk about. */
export const rightConversations: Template = (organisations) => {
  const who = inRows(organisations, roomSize.width)
  const used = who.objects.length > 0 ? who.size[1] + GAP : 0
  return [
    {
      needs: [0, used + 480],
      title: '1. What needs to be said?',
      question: 'What should we be talking about, and what takes up our time instead?',
      minutes: 10,
      how: 'Three minutes alone, in silence. One issue a card, in words that a resident would use.\n\nThen everyone reads theirs out. Nobody answers yet.',
      good: 'Every organisation has put up two cards or more, and one of them was uncomfortable to write.',
      room: (area, frame) => [
        ...movedTo(who, area.x, area.y, frame),
        ...lanes({ ...area, y: area.y + used, height: area.height - used }, frame, [
          { title: 'Our issues', prompt: 'Choose Issue, click here, and type.' },
        ]),
      ],
    },
    {
      title: '2. What matters, and what do we avoid?',
      question: 'How much depends on it, and how much do we steer around it?',
      minutes: 25,
      how: 'Place one issue at a time, together. Ask the quietest organisation first. A card takes on what its corner says.\n\nWhere you disagree, put the card on the line between, and write down why.',
      good: 'The top right is not empty. Something there has never been on an agenda.',
      room: (area, frame) =>
        quadrants(area, frame, {
          up: 'Up: more important',
          right: 'Right: more avoided',
          topLeft: {
            title: 'Important, and we talk about it',
            means: 'important-open',
            prompt: 'Keep going. Does the talk lead to anything?',
          },
          topRight: {
            title: 'Important, and avoided',
            prompt: 'Start here.',
            tone: 'attention',
            means: 'important-avoided',
          },
          bottomLeft: {
            title: 'Side shows',
            prompt: 'Much talked about, little at stake: park these next.',
            tone: 'quiet',
            means: 'minor-open',
          },
          bottomRight: {
            title: 'Avoided, and little at stake',
            prompt: 'Leave it. Look again in three months.',
            tone: 'quiet',
            means: 'minor-avoided',
          },
        }),
    },
    {
      title: '3. Park the side shows',
      question: 'What takes the time that the important issues need?',
      minutes: 10,
      how: 'Move each side show here, and thank whoever brought it: somebody cared.\n\nSay who looks after it, or let it go.',
      good: 'You can name the meeting, report or argument that you will stop giving time to.',
      room: (area, frame) =>
        lanes(area, frame, [
          {
            title: 'Someone else’s to solve',
            prompt: 'Who, and who tells them?',
            tone: 'quiet',
            means: 'parked',
          },
          {
            title: 'Later',
            prompt: 'On which date do we look again?',
            tone: 'quiet',
            means: 'parked',
          },
          { title: 'Let it go', prompt: 'What do we stop doing?', tone: 'quiet', means: 'parked' },
        ]),
    },
    {
      title: '4. The conversations we will have',
      question: 'Which three do we have properly, and who hosts each?',
      minutes: 15,
      how: 'Take from the top right first. For each: who hosts, who has to be in the room, and by when.\n\nThe host is not the one with most at stake.',
      good: 'Three conversations, each with a host and a date. If people left now, they would still happen.',
      room: (area, frame) =>
        lanes(area, frame, [
          {
            title: 'First',
            prompt: 'Issue, host, who must be there, when',
            tone: 'accent',
          },
          {
            title: 'Second',
            prompt: 'Issue, host, who must be there, when',
            tone: 'accent',
          },
          {
            title: 'Third',
            prompt: 'Issue, host, who must be there, when',
            tone: 'accent',
          },
        ]),
    },
  ]
}
