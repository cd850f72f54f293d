/** Connections that take packs get presence more often than the others: it costs them a fraction of the bytes. */
export type Lane = 'plain' | 'packed'
