/** The three roles of a participant, from most to least able. */
export const roles = ['facilitator', 'partner', 'observer'] as const

/** What a participant may do on a board. */
export type Role = (typeof roles)[number]

/** Everything that a role can be refused. */
export type Action = 'read' | 'edit' | 'import' | 'manage'

const allowed: Record<Role, readonly Action[]> = {
  facilitator: ['read', 'edit', 'import', 'manage'],
  partner: ['read', 'edit'],
  observer: ['read'],
}

/** Whether a participant with `role` may do `action`; the only place that answers this. */
export const can = (role: Role, action: Action): boolean => allowed[role].includes(action)
