// What pdfkit 0.20 takes and its published types leave out.
declare namespace PDFKit {
  interface PDFStructureElement {
    dictionary: { data: Record<string, unknown> }
  }
  interface PDFOutline {
    addItem(title: string, options: { expanded?: boolean; top?: number; left?: number }): PDFOutline
  }
  namespace Mixins {
    interface StructureElementOptions {
      scope?: 'Row' | 'Column'
      placement?: 'Block'
      bbox?: [left: number, top: number, right: number, bottom: number]
    }
  }
}
