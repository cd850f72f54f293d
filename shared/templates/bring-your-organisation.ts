import { inRows, movedTo } from './place-organisations.ts'
import { lanes, roomSize } from './station.ts'
import type { Template } from './template.ts'

const GAP = 24

/** Turn shared objectives into commitments that somebody owns, by a date. */
export const bringYourOrganisation: Template = (organisations) => {
  const who = inRows(organisations, roomSize.width)
  const used = who.objects.length > 0 ? who.size[1] + GAP : 0
  return [
    {
      title: '1. What do we want to achieve?',
      question: 'What gets better for people here, and for whom first?',
      minutes: 20,
      how: 'One objective a card. Finish the sentence “so that people here can …”: that is its public value.\n\nThen name who gains at the sharp end: those who need it most and get it least.',
      good: 'Three objectives at most. A stranger could tell in a year whether you met them.',
      room: (area, frame) =>
        lanes(area, frame, [
          {
            title: 'Our objectives',
            prompt: 'Choose Objective, click here, and type.',
            tone: 'accent',
          },
          {
            title: 'Not for us, or not now',
            prompt: 'Worth doing, but not by us together',
            tone: 'quiet',
          },
        ]),
    },
    {
      needs: [0, used + 480],
      title: '2. What does each of us bring to bear?',
      question: 'People, money, data, buildings, authority, a way of leading: what will you offer?',
      minutes: 20,
      how: 'Offer for your own organisation only. Say which objective it serves.\n\nThe others say yes, or what would make it useful.',
      good: 'Nothing is imposed, and every objective has more than goodwill behind it.',
      room: (area, frame) => [
        ...movedTo(who, area.x, area.y, frame),
        ...lanes({ ...area, y: area.y + used, height: area.height - used }, frame, [
          {
            title: 'Offered',
            prompt: 'Choose Commitment, click here, and type.',
            means: 'offered',
          },
          {
            title: 'Accepted',
            prompt: 'The others said yes.',
            means: 'accepted',
            tone: 'accent',
          },
        ]),
      ],
    },
    {
      title: '3. Who owns what, by when?',
      question: 'Whose name is on it, and which date?',
      minutes: 20,
      how: 'Move what was accepted to its date. A person owns it, not a team.\n\nNo name or no date: it goes back to Offered.',
      good: 'You know what will have happened in thirty days, and who rings whom if it has not.',
      room: (area, frame) =>
        lanes(area, frame, [
          { title: 'Within 30 days', prompt: 'Small enough to be sure of', tone: 'accent' },
          { title: 'Within 90 days', prompt: 'Before the next quarter’s boards meet' },
          { title: 'Within a year', prompt: 'What the first steps lead to' },
        ]),
    },
    {
      title: '4. What will I do differently?',
      question: 'What will people see me do when I am back at work?',
      minutes: 15,
      how: 'Each leader writes one note: something to start or to stop, and who may remind them of it.\n\nRead it out. Nobody comments.',
      good: 'Somebody else could see it happen by the end of next week.',
      room: (area, frame) =>
        lanes(area, frame, [
          { title: 'I will start', prompt: 'Your name, and what people will see', tone: 'accent' },
          { title: 'I will stop', prompt: 'What you will leave to others' },
          { title: 'Remind me', prompt: 'Who may, and how', tone: 'quiet' },
        ]),
    },
  ]
}
