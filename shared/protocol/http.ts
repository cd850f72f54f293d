import * as v from 'valibot'
import { roles } from '../access.ts'
import { imageTypes } from '../images/read-image.ts'
import { limits } from '../limits.ts'
import { lineOf } from './line.ts'
import { toldEntries } from './told.ts'

/** The five sectors of an organisation. */
export const sectors = ['public', 'private', 'voluntary', 'community', 'other'] as const
/** One of `sectors`. */
export type Sector = (typeof sectors)[number]

/** What a board’s furniture may be written in, as BCP 47 tags. */
export const languages = ['en', 'cy'] as const
/** One of `languages`. */
export type Language = (typeof languages)[number]

/** An organisation that is not on the board yet; a bare string is a name in the sector `other`. */
const NewOrganisation = v.object({
  name: lineOf('The organisation’s name', limits.organisationName),
  sector: v.optional(v.picklist(sectors), 'other'),
})
/** A new organisation as it is read: with its sector, `other` when none was given. */
export type NewOrganisation = v.InferOutput<typeof NewOrganisation>

/** Body of `POST /api/boards`. */
export const CreateBoard = v.object({
  title: lineOf('The title', limits.title),
  /** an id of `templates`, or what a file with a template holds */
  template: v.optional(v.union([v.string(), v.looseObject({})])),
  /** what a template of ours is written in */
  language: v.optional(v.picklist(languages), 'en'),
  organisations: v.optional(
    v.pipe(
      v.array(
        v.union([
          v.pipe(
            lineOf('The organisation’s name', limits.organisationName),
            v.transform((name): NewOrganisation => ({ name, sector: 'other' })),
          ),
          NewOrganisation,
        ]),
      ),
      v.maxLength(limits.organisations, 'At most {n} organisations.'),
    ),
    [],
  ),
})
export type CreateBoard = v.InferInput<typeof CreateBoard>

const link = v.string()
/** Answer of `POST /api/boards`, 201. */
export const CreatedBoard = v.object({
  id: v.string(),
  title: v.string(),
  links: v.object({ facilitator: link, partner: link, observer: link }),
})
export type CreatedBoard = v.InferOutput<typeof CreatedBoard>

/** Body of `POST /api/boards/:id/preview`: the secret of a link. */
export const PreviewBoard = v.object({ secret: v.string() })
/** Answer of `POST /api/boards/:id/preview`: what the join page may show before anyone has joined; the list of organisations may be a second old. */
export const BoardPreview = v.object({
  id: v.string(),
  title: v.string(),
  role: v.picklist(roles),
  organisations: v.array(
    v.object({ id: v.string(), name: v.string(), sector: v.picklist(sectors) }),
  ),
})
export type BoardPreview = v.InferOutput<typeof BoardPreview>

/** Body of `POST /api/codes`, which answers with a BoardPreview. */
export const PreviewCode = v.object({ code: v.string() })

/** Body of `POST /api/boards/:id/join`, by a link's secret or a short code. `organisation`: an id or a name on the board, a new name, or a new organisation. */
export const JoinBoard = v.object({
  secret: v.optional(v.string()),
  code: v.optional(v.string()),
  name: lineOf('Your name', limits.name),
  organisation: v.optional(
    v.nullable(
      v.union([lineOf('The organisation’s name', limits.organisationName), NewOrganisation]),
    ),
  ),
})
export type JoinBoard = v.InferInput<typeof JoinBoard>

/** Answer of `POST /api/boards/:id/join`. */
export const JoinedBoard = v.object({
  participant: v.object({
    id: v.string(),
    role: v.picklist(roles),
    name: v.string(),
    /** id of the organisation object, null for observers */
    organisation: v.nullable(v.string()),
    token: v.string(),
  }),
  board: v.object({ id: v.string(), title: v.string(), epoch: v.string() }),
  /** a facilitator has to let them in first; until then the token opens `GET /api/boards/:id/place` alone */
  waiting: v.optional(v.boolean(), false),
})
export type JoinedBoard = v.InferOutput<typeof JoinedBoard>

/** Answer of `GET /api/boards/:id/place`: whether its asker still waits, and for whom they speak once they don't. */
export const Place = v.object({ waiting: v.boolean(), organisation: v.nullable(v.string()) })
export type Place = v.InferOutput<typeof Place>

/** Body of `POST /api/boards/:id/admissions`: who is let in. */
export const Admit = v.object({
  participants: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(1_000)),
})

/** Its answer: who could not be let in, and why; everybody else has been, or had left. */
export const Admitted = v.object({
  refused: v.array(v.object({ participant: v.string(), ...toldEntries })),
})
export type Admitted = v.InferOutput<typeof Admitted>

const isoTime = v.string()

/** Answer of `GET` and `PATCH /api/boards/:id` without the session; times are ISO 8601 UTC. */
export const BoardFacts = v.object({
  id: v.string(),
  title: v.string(),
  epoch: v.string(),
  readOnly: v.boolean(),
  createdAt: isoTime,
  changedAt: isoTime,
  participants: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      role: v.picklist(roles),
      organisation: v.nullable(v.string()),
      joinedAt: isoTime,
    }),
  ),
})
export type BoardFacts = v.InferOutput<typeof BoardFacts>

/** Body of `PATCH /api/boards/:id`: what is left out stays. */
export const PatchBoard = v.object({
  title: v.optional(lineOf('The title', limits.title)),
  readOnly: v.optional(v.boolean('“readOnly” must be true or false.')),
})
export type PatchBoard = v.InferInput<typeof PatchBoard>

const isoMoment =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

/** Whether the calendar has a moment's day: `Date` takes 30 February for 2 March. What is no moment is refused by its look. */
const hasItsDay = (moment: string): boolean => {
  const day = moment.slice(0, 10)
  return !isoMoment.test(moment) || new Date(day).toISOString().startsWith(day)
}

const momentNeeded =
  '“expiresAt” must be a date and time with its time zone, such as 2030-01-31T18:00Z.'

/** Body of `POST /api/boards/:id/links`. */
export const CreateLink = v.object({
  role: v.picklist(roles, `“role” must be one of ${roles.join(', ')}.`),
  expiresAt: v.optional(
    v.nullable(
      v.pipe(
        v.string(momentNeeded),
        v.regex(isoMoment, momentNeeded),
        v.check(hasItsDay, momentNeeded),
        v.description('ISO 8601 date and time with Z or an offset; seconds may be left out.'),
      ),
    ),
  ),
})
export type CreateLink = v.InferInput<typeof CreateLink>

/** One item of `GET /api/boards/:id/links`; the secret is nowhere to be had again. */
export const LinkFacts = v.object({
  id: v.string(),
  role: v.picklist(roles),
  expiresAt: v.nullable(isoTime),
  revokedAt: v.nullable(isoTime),
})
export type LinkFacts = v.InferOutput<typeof LinkFacts>

/** Answer of `POST /api/boards/:id/links`, 201. */
export const CreatedLink = v.object({ ...LinkFacts.entries, url: v.string() })
export type CreatedLink = v.InferOutput<typeof CreatedLink>

/** RFC 9457 problem details, the one shape of every HTTP error; `errors` names fields and lines where there are any. */
export const Problem = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  ...toldEntries,
  detail: v.optional(v.string()),
  errors: v.optional(
    v.array(
      v.object({
        line: v.optional(v.number()),
        field: v.optional(v.string()),
        ...toldEntries,
      }),
    ),
  ),
})
export type Problem = v.InferOutput<typeof Problem>

/** Answer of `POST /api/boards/:id/images`, 201. */
export const KeptImage = v.object({
  id: v.string(),
  type: v.picklist(imageTypes),
  width: v.number(),
  height: v.number(),
})
export type KeptImage = v.InferOutput<typeof KeptImage>
