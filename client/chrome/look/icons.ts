import {
  AlignLeft,
  Building2,
  Frame,
  Hand,
  HandCoins,
  HandHelping,
  Layers,
  MessageCircleWarning,
  MousePointer2,
  Redo2,
  Shapes,
  Spline,
  StickyNote,
  Target,
  Type,
  Undo2,
  type LucideIcon,
} from 'lucide-react'

const icons: Record<string, LucideIcon> = {
  'align-left': AlignLeft,
  'building-2': Building2,
  frame: Frame,
  hand: Hand,
  'hand-coins': HandCoins,
  'hand-helping': HandHelping,
  layers: Layers,
  'message-circle-warning': MessageCircleWarning,
  'mouse-pointer-2': MousePointer2,
  'redo-2': Redo2,
  spline: Spline,
  'sticky-note': StickyNote,
  target: Target,
  type: Type,
  'undo-2': Undo2,
}

/** The icon of a definition, tool or action by its lucide name; a general one where this list has none. */
export const iconOf = (name: string | undefined): LucideIcon => icons[name ?? ''] ?? Shapes

/** Whether this list has an icon of that name. */
export const hasIcon = (name: string): boolean => name in icons
