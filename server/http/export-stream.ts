import { PassThrough } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { exportStreamType, type ExportLine } from '../../shared/protocol/export-stream.ts'
import type { Result } from '../../shared/result.ts'
import type { ExportedFile, ExportProblem } from '../export/exporter.ts'
import type { Report } from '../export/tally.ts'
import { HttpProblem } from './problem.ts'

/** Whether the caller wants to be told how far its file is. */
export const wantsSteps = ({ headers }: FastifyRequest): boolean =>
  headers.accept?.includes(exportStreamType) === true

/** Answers with the steps of a file as they are done, and then the file. What keeps it from being made is a line as well: the answer has begun. */
export function answerWithSteps(
  reply: FastifyReply,
  make: (report: Report) => Promise<Result<ExportedFile, ExportProblem>>,
  problemOf: (problem: ExportProblem) => HttpProblem,
): FastifyReply {
  const out = new PassThrough()
  const line = (said: ExportLine): void => void out.write(`${JSON.stringify(said)}\n`)
  const tell = async (): Promise<void> => {
    const made = await make((progress) => line({ progress }))
    if (made.ok) {
      const { bytes, mediaType, fileName } = made.value
      line({ file: { type: mediaType, name: fileName, length: bytes.length } })
      out.end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    } else {
      line({ problem: problemOf(made.error).body })
      out.end()
    }
  }
  tell().catch((error: unknown) => {
    reply.log.error({ err: error }, 'an export failed')
    line({ problem: new HttpProblem(500, 'The file could not be made.').body })
    out.end()
  })
  // A proxy that gathers an answer before it passes it on would tell all steps at the end.
  return reply.type(exportStreamType).header('x-accel-buffering', 'no').send(out)
}
