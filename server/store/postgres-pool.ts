import { DatabaseError, Pool, types, type PoolClient, type QueryResultRow } from 'pg'
import { migrations } from './postgres-schema.ts'
import { StoreError } from './store-error.ts'

/** How long a database may take to let us in, to answer, and to give us a row that another node holds; ms. */
const CONNECT_WITHIN = 5_000
const ANSWER_WITHIN = 10_000
const LOCK_WITHIN = 3_000

/** Held while the tables are made or changed: nodes that start together take turns. */
const MIGRATION_LOCK = 0x72_61_70_70

const INT8 = 20
const NOT_NULL_VIOLATION = '23502'

/** What went wrong, without the values of rows, which PostgreSQL puts into an error's details. */
function storeError(error: unknown): StoreError {
  if (error instanceof StoreError) return error
  if (error instanceof DatabaseError) {
    if (error.code === NOT_NULL_VIOLATION && error.table === 'claims') {
      return new StoreError('claimed', 'A client id is somebody else’s.')
    }
    return new StoreError(
      'unavailable',
      `The database can’t be used: ${error.message} (${error.code})`,
    )
  }
  const { message, code } = error as NodeJS.ErrnoException
  return new StoreError('unavailable', `The database can’t be used: ${message || code}`)
}

/** Connections to one PostgreSQL; lost ones are replaced when they are next needed. */
export class Database {
  readonly #pool: Pool

  /** @param url `postgres://…`, as libpq takes it */
  constructor(url: string) {
    this.#pool = new Pool({
      connectionString: url,
      application_name: 'rapport',
      max: 10,
      connectionTimeoutMillis: CONNECT_WITHIN,
      query_timeout: ANSWER_WITHIN,
      statement_timeout: ANSWER_WITHIN,
      lock_timeout: LOCK_WITHIN,
      idle_in_transaction_session_timeout: ANSWER_WITHIN,
      keepAlive: true,
      // Whatever the server's own setting: a promise resolves when the change is on disk.
      options: '-c synchronous_commit=on',
      types: {
        getTypeParser: (oid: number, format?: 'text' | 'binary') =>
          oid === INT8 && format !== 'binary' ? Number : types.getTypeParser(oid, format),
      },
    })
    // An idle connection was lost; the next call makes another, and is rejected if it can't.
    this.#pool.on('error', () => undefined)
  }

  /** Runs one statement, which is a transaction of its own; `name` keeps its plan with the connection. */
  async rows<Row extends QueryResultRow>(
    text: string,
    values: readonly unknown[] = [],
    name?: string,
  ): Promise<Row[]> {
    try {
      const query = name === undefined ? { text } : { text, name }
      const { rows } = await this.#pool.query<Row>({ ...query, values: [...values] })
      return rows
    } catch (error) {
      throw storeError(error)
    }
  }

  /** Brings the tables up to date; rejects when a newer version has made them. */
  async migrate(): Promise<void> {
    let client: PoolClient
    try {
      client = await this.#pool.connect()
    } catch (error) {
      throw storeError(error)
    }
    let fault: StoreError | undefined
    try {
      await client.query('BEGIN')
      await client.query(`SET LOCAL lock_timeout = 0`)
      await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
      await migrateLocked(client)
      await client.query('COMMIT')
    } catch (error) {
      fault = storeError(error)
    }
    // A connection in a failed transaction is closed, which undoes it.
    client.release(fault)
    if (fault) throw fault
  }

  /** Waits for calls under way. */
  async close(): Promise<void> {
    await this.#pool.end()
  }
}

async function migrateLocked(client: PoolClient): Promise<void> {
  await client.query('CREATE TABLE IF NOT EXISTS rapport_schema (version int NOT NULL)')
  const { rows } = await client.query<{ version: number }>('SELECT version FROM rapport_schema')
  const version = rows[0]?.version ?? 0
  if (version > migrations.length) {
    throw new StoreError('unavailable', 'The database was made by a newer version of Rapport.')
  }
  for (const step of migrations.slice(version)) await client.query(step)
  await client.query(
    rows.length === 0
      ? 'INSERT INTO rapport_schema (version) VALUES ($1)'
      : 'UPDATE rapport_schema SET version = $1',
    [migrations.length],
  )
}
