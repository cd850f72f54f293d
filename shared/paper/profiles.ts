/** The purposes for which a paper can come to a meeting, in the order in which they are offered. */
export const purposes = ['decision', 'discussion', 'assurance', 'noting'] as const
/** One of `purposes`. */
export type Purpose = (typeof purposes)[number]

/** What a purpose is called on a front sheet. */
export const purposeNames: Readonly<Record<Purpose, string>> = {
  decision: 'For decision',
  discussion: 'For discussion',
  assurance: 'For assurance',
  noting: 'For noting',
}

/** The parts of a paper after its front sheet, in the order in which a paper has them unless its profile says otherwise. */
export const sectionIds = [
  'summary',
  'findings',
  'recommendations',
  'map',
  'matrix',
  'change',
  'relationships',
  'objectives',
  'commitments',
  'risks',
  'decisions',
  'organisations',
  'issues',
  'questions',
  'people',
  'other',
  'flags',
  'unanswered',
  'method',
] as const
/** One of `sectionIds`. */
export type SectionId = (typeof sectionIds)[number]

/** What the sections are called where they are chosen. */
export const sectionNames: Readonly<Record<SectionId, string>> = {
  summary: 'Executive summary',
  findings: 'Findings',
  recommendations: 'Recommendations',
  map: 'The map',
  matrix: 'Trust matrix',
  change: 'Change since the last version',
  relationships: 'Relationships in full',
  objectives: 'Objectives',
  commitments: 'Commitments and agreements',
  risks: 'Risks and obligations',
  decisions: 'Decisions and actions',
  organisations: 'Organisations',
  issues: 'Issues and assumptions',
  questions: 'Questions to everyone',
  people: 'People and movement',
  other: 'Other registers',
  flags: 'What needs attention',
  unanswered: 'What was not answered',
  method: 'How this was worked out',
}

/** One line that a front sheet asks for beyond what every paper has. */
export interface FrontField {
  key: string
  label: string
  help?: string
  /** true: it is prose, not a word or two */
  long?: true
}

/** How an organisation's papers look at the front: what they are called, which facts they name, in what order things come. */
export interface Profile {
  id: 'council' | 'nhs' | 'plain'
  name: string
  /** the line above the title */
  eyebrow: string
  labels: { meetingDate: string; author: string; sponsor: string; purpose: string; summary: string }
  /** leads into the recommendations */
  asked: string
  fields: readonly FrontField[]
  /** the order of the three written sections */
  written: readonly ('summary' | 'findings' | 'recommendations')[]
}

/** The profiles, in the order in which they are offered. */
export const profiles: readonly Profile[] = [
  {
    id: 'plain',
    name: 'Plain',
    eyebrow: 'Board paper',
    labels: {
      meetingDate: 'Meeting',
      author: 'Author',
      sponsor: 'Sponsor',
      purpose: 'Purpose',
      summary: 'Executive summary',
    },
    asked: 'The meeting is asked to:',
    fields: [],
    written: ['summary', 'findings', 'recommendations'],
  },
  {
    id: 'council',
    name: 'Council committee',
    eyebrow: 'Report to committee',
    labels: {
      meetingDate: 'Date of meeting',
      author: 'Report author',
      sponsor: 'Lead member or director',
      purpose: 'Purpose of report',
      summary: 'Summary',
    },
    asked: 'The committee is asked to:',
    fields: [
      { key: 'body', label: 'Committee' },
      { key: 'item', label: 'Agenda item' },
      { key: 'wards', label: 'Wards affected' },
      { key: 'keyDecision', label: 'Key decision', help: 'Yes or no, and its reference' },
      { key: 'consulted', label: 'Consultation', long: true },
      { key: 'finance', label: 'Financial implications', long: true },
      { key: 'legal', label: 'Legal implications', long: true },
      { key: 'equality', label: 'Equality implications', long: true },
    ],
    written: ['recommendations', 'summary', 'findings'],
  },
  {
    id: 'nhs',
    name: 'NHS board',
    eyebrow: 'Paper for the Board of Directors',
    labels: {
      meetingDate: 'Meeting date',
      author: 'Prepared by',
      sponsor: 'Executive sponsor',
      purpose: 'Action requested',
      summary: 'Executive summary',
    },
    asked: 'The Board is asked to:',
    fields: [
      { key: 'body', label: 'Meeting' },
      { key: 'item', label: 'Agenda item' },
      { key: 'before', label: 'Previously considered by' },
      { key: 'strategy', label: 'Strategic objectives supported', long: true },
      { key: 'assurance', label: 'Board assurance framework', help: 'The risks that this touches' },
      { key: 'quality', label: 'Quality and safety', long: true },
      { key: 'equality', label: 'Equality and health inequalities', long: true },
      { key: 'finance', label: 'Financial implications', long: true },
    ],
    written: ['summary', 'recommendations', 'findings'],
  },
]

const [plainProfile] = profiles

/** The profile with this id; the plain one where there is none. */
export function profileOf(id: string): Profile {
  const found = profiles.find((profile) => profile.id === id) ?? plainProfile
  return found as Profile
}
