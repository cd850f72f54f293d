import PDFDocument from 'pdfkit'
import { escapeXml } from '../../shared/draw/svg.ts'
import type { Weight } from '../../shared/text/measure.ts'
import { clean, isPlain } from '../../shared/paper/printable.ts'
import type { Paper } from '../../shared/paper/paper.ts'
import { GlyphLine, type Setting } from './pdf-glyphs.ts'
import { facePath, fontPath } from './typeface.ts'

const PRODUCER = 'Rapport'

/** A PDF that says of itself that it is PDF/UA-1: tagged, with title and language, its metadata well-formed whatever the title. */
export class TaggedPdf extends PDFDocument {
  readonly bytes: Promise<Uint8Array>

  constructor({
    title,
    subject,
    language,
    generatedAt,
  }: Omit<Paper, 'marking' | 'pages' | 'sections'>) {
    super({
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      lang: language,
      displayTitle: true,
      size: 'A4',
      margin: 0,
      info: {
        Title: title,
        Subject: subject,
        Creator: PRODUCER,
        Producer: PRODUCER,
        CreationDate: generatedAt,
        ModDate: generatedAt,
      },
    })
    for (const weight of [400, 600, 700] as const)
      this.registerFont(String(weight), fontPath(weight))
    const chunks: Buffer[] = []
    this.bytes = new Promise((resolve, reject) => {
      this.on('data', (chunk: Buffer) => chunks.push(chunk))
      this.on('end', () => resolve(Buffer.concat(chunks)))
      this.on('error', reject)
    })
  }

  // pdfkit's own writes the values into the XML as they are, so that a title with “&” breaks the file’s metadata.
  _addInfo(): void {
    const { Title = '', Subject = '', CreationDate } = this.info
    const date = `${(CreationDate ?? new Date(0)).toISOString().slice(0, 19)}Z`
    const alternatives = (text: string): string =>
      `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`
    this.appendXML(
      [
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">',
        `<dc:title>${alternatives(Title)}</dc:title>`,
        `<dc:description>${alternatives(Subject)}</dc:description>`,
        '</rdf:Description>',
        '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">',
        `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>`,
        `<xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool>`,
        '</rdf:Description>',
        '<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
        `<pdf:Producer>${PRODUCER}</pdf:Producer>`,
        '</rdf:Description>',
        '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
        '<pdfuaid:part>1</pdfuaid:part>',
        '</rdf:Description>',
      ].join('\n'),
    )
  }

  /** Writes one line with its baseline at `y`, from `x` on; `rightToLeft` says how its paragraph runs. What the typefaces lack shows as a mark and is read out as it is. */
  line(text: string, x: number, y: number, setting: Setting, rightToLeft = false): this {
    const written = clean(text).normalize('NFC')
    if (written === '') return this
    if (!isPlain(written)) {
      this.#glyphs(written, setting.weight, rightToLeft).paint(this, x, y, setting.size)
      return this
    }
    return this.font(String(setting.weight))
      .fontSize(setting.size)
      .text(written, x, y, { lineBreak: false, baseline: 'alphabetic' })
  }

  /** The width of a line as `line` writes it, in points. */
  widthOfLine(text: string, { size, weight }: Setting): number {
    const written = clean(text).normalize('NFC')
    return isPlain(written)
      ? this.font(String(weight)).fontSize(size).widthOfString(written)
      : (this.#glyphs(written, weight, false).width * size) / 1000
  }

  #glyphs(line: string, weight: Weight, rightToLeft: boolean): GlyphLine {
    return new GlyphLine(
      line,
      rightToLeft,
      (face) => this.font(face === 'own' ? String(weight) : facePath(face, weight))._font,
    )
  }

  /** Paints what is there for the eye alone: rules, running heads, repeated headings. */
  artifact(type: 'Pagination' | 'Layout', paint: () => void): void {
    this.markContent('Artifact', { type })
    paint()
    this.endMarkedContent()
  }
}
