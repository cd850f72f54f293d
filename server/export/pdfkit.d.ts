// What pdfkit 0.20 takes and its published types leave out.
declare namespace PDFKit {
  interface PDFStructureElement {
    dictionary: { data: Record<string, unknown> }
  }
  interface PDFOutline {
    addItem(title: string, options: { expanded?: boolean; top?: number; left?: number }): PDFOutline
  }
  /** A picture that stands in the file, or will once it is painted. */
  interface EmbeddedImage {
    label: string
    width: number
    height: number
    obj: PDFKitReference | null
  }
  /** A glyph as fontkit shapes it, in units of its font. */
  interface ShapedGlyph {
    id: number
    codePoints: number[]
    advanceWidth: number
  }
  /** A font of which only the glyphs that are shown come into the file. */
  interface EmbeddedFont {
    id: string
    /** thousandths of the size for one unit of the font */
    scale: number
    font: {
      /** its own store of glyphs */
      _glyphs: Record<number, unknown>
      layout(
        text: string,
        features: undefined,
        script: undefined,
        language: undefined,
        direction: 'ltr' | 'rtl',
      ): {
        glyphs: readonly ShapedGlyph[]
        positions: readonly { xAdvance: number; xOffset: number; yOffset: number }[]
      }
    }
    subset: { glyphs: number[]; includeGlyph(id: number): number }
    /** by the numbers of the subset */
    widths: number[]
    unicode: number[][]
    ref(): PDFKitReference
  }
  interface PDFDocument {
    /** the font that was chosen last */
    _font: EmbeddedFont
    addContent(operators: string): this
  }
  interface PDFPage {
    fonts: Record<string, PDFKitReference>
  }
  namespace Mixins {
    interface PDFImage {
      openImage(src: ImageSrc): EmbeddedImage
      image(src: EmbeddedImage, x: number, y: number, options: ImageOption): this
    }
    interface StructureElementOptions {
      scope?: 'Row' | 'Column'
      placement?: 'Block'
      bbox?: [left: number, top: number, right: number, bottom: number]
    }
  }
}
