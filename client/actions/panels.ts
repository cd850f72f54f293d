import { can } from '../../shared/access.ts'
import { frame } from '../../shared/objects/frame.ts'
import { copyText } from '../model/copy-text.ts'
import { t } from '../words/t.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Action } from './action.ts'

/** The address of an object on its board, for who is on the board already. */
const objectLink = (id: string): string =>
  `${location.origin}${location.pathname}#object=${encodeURIComponent(id)}`

/** What is coded in a part of an address; undefined for what nobody can have coded, such as an address that was cut short. */
function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}

/** The id of the object that an address's hash names; undefined when it names none. */
export function objectIn(hash: string): string | undefined {
  for (const part of hash.replace(/^#/, '').split('&')) {
    if (part.startsWith('object=')) return decoded(part.slice('object='.length))
  }
  return undefined
}

async function copyLink({ ui }: Workspace, id: string): Promise<void> {
  const link = objectLink(id)
  const text = (await copyText(link)) ? t('Link copied') : t('This is the link: {link}', { link })
  ui.setState({ message: { text } })
}

const only = ({ board, ui }: Workspace): string | undefined => {
  const { selection } = ui.getState()
  const [id] = selection.size === 1 ? selection : []
  return id !== undefined && board.object(id) ? id : undefined
}

const present = ({ ui }: Workspace): void => ui.setState({ dialog: 'present', editing: null })

const opens = (dialog: string) => ({
  keys: [],
  where: 'window' as const,
  can: () => true,
  run: ({ ui }: Workspace) => ui.setState({ dialog }),
})

/** What opens a panel or a dialog, and what leads back to an object from elsewhere. */
export const panelActions: readonly Action[] = [
  {
    id: 'guide',
    label: 'Help',
    keys: ['F1'],
    where: 'window',
    can: () => true,
    run: ({ ui }) => ui.setState({ dialog: 'guide' }),
  },
  {
    ...opens('help'),
    id: 'shortcuts',
    label: 'Keyboard shortcuts',
    icon: 'keyboard',
    keys: ['?'],
  },
  { ...opens('says'), id: 'says', label: 'What the map says', icon: 'chart-no-axes-column' },
  { ...opens('paper'), id: 'paper', label: 'Board paper…', icon: 'file-text' },
  { ...opens('picture'), id: 'picture', label: 'Picture…', icon: 'image' },
  { ...opens('template'), id: 'template', label: 'Save as a template…', icon: 'layout-template' },
  {
    ...opens('import'),
    id: 'import',
    label: 'Import…',
    icon: 'file-up',
    can: ({ me, canEdit }) => can(me.role, 'import') && canEdit(),
  },
  {
    ...opens('share'),
    id: 'share',
    label: 'Share this board',
    icon: 'share-2',
    can: ({ me }) => me.role === 'facilitator',
  },
  {
    id: 'palette',
    label: 'All commands',
    icon: 'search',
    keys: ['Mod+k'],
    where: 'window',
    can: () => true,
    run: ({ ui }) => ui.setState({ dialog: 'palette' }),
  },
  {
    id: 'present',
    label: 'Present the frames',
    icon: 'presentation',
    keys: ['Mod+Alt+p'],
    where: 'window',
    can: ({ board }) => [...board.objects()].some(({ type }) => type === frame.type),
    run: present,
  },
  {
    id: 'present-here',
    label: 'Present from here',
    icon: 'presentation',
    keys: [],
    where: 'window',
    can: (workspace) => workspace.board.object(only(workspace) ?? '')?.type === frame.type,
    run: present,
  },
  {
    id: 'search',
    label: 'Find on the map',
    icon: 'search',
    keys: ['Mod+f'],
    where: 'window',
    can: ({ board }) => board.size > 0,
    run: ({ ui }) => ui.setState({ panel: 'search' }),
  },
  {
    id: 'assume',
    label: 'Add an assumption without my name',
    keys: [],
    where: 'window',
    can: (workspace) => workspace.canEdit(),
    run: ({ ui }) => ui.setState({ dialog: 'assume', tool: 'select' }),
  },
  {
    id: 'comment',
    label: 'Comment',
    icon: 'message-square-plus',
    keys: ['Mod+Shift+m'],
    where: 'window',
    can: (workspace) => workspace.canEdit() && only(workspace) !== undefined,
    run: ({ ui }) => ui.setState({ panel: 'comments' }),
  },
  {
    id: 'comments',
    label: 'Show all comments',
    icon: 'message-square',
    keys: [],
    where: 'window',
    can: () => true,
    run: ({ ui }) => ui.setState({ panel: 'comments', selection: new Set() }),
  },
  {
    id: 'versions',
    label: 'Versions',
    icon: 'history',
    keys: [],
    where: 'window',
    can: () => true,
    run: ({ ui }) => ui.setState({ panel: 'versions' }),
  },
  {
    id: 'copy-link',
    label: 'Copy a link to this',
    icon: 'link',
    keys: [],
    where: 'window',
    can: (workspace) => only(workspace) !== undefined,
    run: (workspace) => {
      const id = only(workspace)
      if (id !== undefined) void copyLink(workspace, id)
    },
  },
]
