/** How often what happens, for a server that is alone. */
export const events = {
  edit: 30,
  toServer: 30,
  toClient: 40,
  connect: 12,
  lose: 3,
  reload: 1,
  presence: 2,
  wait: 8,
  commit: 25,
  fold: 20,
  fault: 1,
  crash: 0.6,
  stop: 0.3,
  serverEdit: 1,
  readOnly: 0.5,
}

/** The same for several nodes, and what happens between them. */
export const eventsBetweenNodes = { ...events, start: 2, bus: 40, spoil: 6, contact: 1 }
