/** A short piece of help; title and text are English, for `t()`. */
export interface HelpText {
  title: string
  text: string
}

/** Help with what is open on screen, by what it is. */
export const helpWith: Readonly<Record<string, HelpText>> = {
  map: {
    title: 'The map',
    text: 'Choose a tool on the left, then press where something is to stand. Drag to move. Press something to see everything about it on the right.',
  },
  outline: {
    title: 'The outline',
    text: 'Everything on the map as lists and tables. A name opens all about it; the button beside it moves, copies, locks or deletes. What you change here changes on the map at once.',
  },
  phone: {
    title: 'The session',
    text: 'What goes on now: the stage, the question to everyone, and a place for a note. The tabs below lead to the map and the outline.',
  },
  details: {
    title: 'Details',
    text: 'What is selected, with all its fields. Under “Size and place” it is moved and resized by number. Escape goes back to the map.',
  },
  relationship: {
    title: 'A relationship',
    text: 'It has two ends. You answer for your own organisation alone, and the other side answers for itself. The difference is shown, never averaged away.',
  },
  comments: {
    title: 'Comments',
    text: 'Each thread is about one thing on the map. Answer below it; the tick says that it is dealt with.',
  },
  versions: {
    title: 'Versions',
    text: 'A version is a copy of the whole board with a name. Compare it with now, or bring it back: what is there now is kept as a version first.',
  },
  search: {
    title: 'Find',
    text: 'Type any word that stands on the map. Enter goes to the next place.',
  },
  round: {
    title: 'A question to everyone',
    text: 'Answers are sealed: nobody sees one before the facilitator reveals all together. You can change yours until then.',
  },
  noStage: {
    title: 'The session',
    text: 'No stage is chosen yet. A facilitator starts one in the bar over the map; everyone’s view goes there.',
  },
}

/** What people ask now and then. */
export const further: readonly HelpText[] = [
  {
    title: 'Without a mouse',
    text: 'On the map, Tab goes from object to object, arrows move, Alt and arrows resize, Enter edits. Shift and Space picks several one by one. A tool’s key and Enter place something new. To tie two things, select one and choose “Join to…”. All of it is in the outline too.',
  },
  {
    title: 'Is it saved?',
    text: 'The status at the top says so. “Saved” means on the server’s disk. Offline, your changes stay in this browser and go out when the connection is back.',
  },
  {
    title: 'Who sees what?',
    text: 'Everyone on the board sees the map. Sealed answers are seen by nobody before they are revealed. A pressure gauge is its organisation’s own until it is published.',
  },
  {
    title: 'The wrong organisation?',
    text: 'A facilitator changes whom somebody speaks for from the faces at the top. Where one body was added twice, a facilitator selects both and chooses “Make them one…”.',
  },
  {
    title: 'Taking it home',
    text: '“Export” makes the board paper as Word or PDF, pictures, tables, and a file of the whole board.',
  },
]
