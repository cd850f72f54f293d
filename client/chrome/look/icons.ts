import {
  AlignLeft,
  Building2,
  CircleHelp,
  Frame,
  Hand,
  HandCoins,
  HandHelping,
  Handshake,
  Layers,
  MessageCircleWarning,
  MousePointer2,
  Shapes,
  Spline,
  StickyNote,
  Target,
  Type,
  type LucideIcon,
} from 'lucide-react'

const icons: Record<string, LucideIcon> = {
  'align-left': AlignLeft,
  'building-2': Building2,
  frame: Frame,
  hand: Hand,
  'hand-coins': HandCoins,
  'hand-helping': HandHelping,
  handshake: Handshake,
  help: CircleHelp,
  layers: Layers,
  'message-circle-warning': MessageCircleWarning,
  'mouse-pointer-2': MousePointer2,
  spline: Spline,
  'sticky-note': StickyNote,
  target: Target,
  type: Type,
}

/** The icon of a definition, tool or action by its lucide name; a general one where this list has none. */
export const iconOf = (name: string | undefined): LucideIcon => icons[name ?? ''] ?? Shapes
