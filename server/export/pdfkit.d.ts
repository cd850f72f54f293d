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
