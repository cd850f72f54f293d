import type { Words } from '../../../shared/words/words.ts'

/** Dialogs, import and export. */
export const files: Words['texts'] = {
  'A relationship': 'Perthynas',
  'A table (.csv, .xlsx), a Rapport or Kumu file (.json), or a network (.graphml, .gexf). Relationships and organisations in two files? Choose both.':
    'Tabl (.csv, .xlsx), ffeil Rapport neu Kumu (.json), neu rwydwaith (.graphml, .gexf). Perthnasoedd a sefydliadau mewn dwy ffeil? Dewiswch y ddwy.',
  'About the organisation': 'Am y sefydliad',
  'About the relationship': 'Am y berthynas',
  'An organisation': 'Sefydliad',
  'Another file': 'Ffeil arall',
  'Choose a file, or drop it here': 'Dewiswch ffeil, neu gollyngwch hi yma',
  'Choose the column that holds the names of the organisations.':
    'Dewiswch y golofn sy’n dal enwau’r sefydliadau.',
  'Choose the two columns that hold the organisations: From and To.':
    'Dewiswch y ddwy golofn sy’n dal y sefydliadau: O ac At.',
  'Closer is': 'Agosach yw',
  Copied: 'Wedi copïo',
  'Copy the link': 'Copïo’r ddolen',
  'Each row is': 'Mae pob rhes yn',
  'Every tool has its usual key again.': 'Mae gan bob offeryn ei fysell arferol eto.',
  'For screen readers: a short message now and then, never about your own changes.':
    'Ar gyfer darllenwyr sgrin: neges fer bob hyn a hyn, byth am eich newidiadau eich hun.',
  'From, about To': 'O, am At',
  'Highest number of “{column}”': 'Rhif uchaf “{column}”',
  Import: 'Mewnforio',
  'Import {n} rows': 'Mewnforio {n} rhes',
  'Invite as': 'Gwahodd fel',
  'It is larger than {n} MB.': 'Mae’n fwy na {n} MB.',
  'Key for {tool}': 'Bysell ar gyfer {tool}',
  'Leave it out': 'Ei adael allan',
  'Left out': 'Wedi’i adael allan',
  Link: 'Dolen',
  'Links are shown only in the window that made them: the server itself can’t read them again. A new one works beside the old.':
    'Dim ond yn y ffenestr a’u gwnaeth y dangosir dolenni: ni all y gweinydd ei hun eu darllen eto. Mae un newydd yn gweithio ochr yn ochr â’r hen un.',
  'Lowest number of “{column}”': 'Rhif isaf “{column}”',
  'Make a new link': 'Gwneud dolen newydd',
  'Off: keys without Ctrl, ⌘ or Alt do nothing on the map, for speech control and unsteady hands.':
    'I ffwrdd: nid yw bysellau heb Ctrl, ⌘ nac Alt yn gwneud dim ar y map, ar gyfer rheoli â llais a dwylo ansicr.',
  'Nothing in {name} is new to the board.': 'Nid oes dim yn {name} yn newydd i’r bwrdd.',
  'On the map': 'Ar y map',
  'One name a line': 'Un enw i bob llinell',
  'Or paste a list of organisations': 'Neu gludwch restr o sefydliadau',
  'Put them on the board': 'Eu rhoi ar y bwrdd',
  'QR code of the link for the role {role}': 'Cod QR y ddolen ar gyfer y rôl {role}',
  'Reading {name}…': 'Yn darllen {name}…',
  'Said by': 'Dywedwyd gan',
  'Say what others change': 'Dweud beth y mae eraill yn ei newid',
  'Say what the columns of {name} mean. Nothing is on the board yet.':
    'Dywedwch beth y mae colofnau {name} yn ei olygu. Nid oes dim ar y bwrdd eto.',
  'Scan with a phone, or send the link. Whoever has it can join: treat it like a key.':
    'Sganiwch â ffôn, neu anfonwch y ddolen. Gall pwy bynnag sydd â hi ymuno: dylech ei thrin fel allwedd.',
  'Share this board': 'Rhannu’r bwrdd hwn',
  'Show the board': 'Dangos y bwrdd',
  'Single-key shortcuts': 'Bysellau llwybr byr sengl',
  'The file isn’t UTF-8, so its letters were read as Windows text. Check the names with accents; if they are wrong, save the file as “CSV UTF-8”.':
    'Nid UTF-8 yw’r ffeil, felly darllenwyd ei llythrennau fel testun Windows. Gwiriwch yr enwau ag acenion; os ydynt yn anghywir, cadwch y ffeil fel “CSV UTF-8”.',
  'The first {n} rows of {rows}': 'Y {n} rhes gyntaf o {rows}',
  'The list': 'Y rhestr',
  'The organisation': 'Y sefydliad',
  'The two organisations': 'Y ddau sefydliad',
  'This browser doesn’t let pages copy. Select the link and copy it yourself.':
    'Nid yw’r porwr hwn yn gadael i dudalennau gopïo. Dewiswch y ddolen a’i chopïo eich hun.',
  'This file can’t be imported': 'Ni ellir mewnforio’r ffeil hon',
  'To, about From': 'At, am O',
  'Trust as a whole': 'Ymddiriedaeth yn ei chyfanrwydd',
  'Type another key, or empty a field for none.':
    'Teipiwch fysell arall, neu gwagiwch faes am ddim un.',
  'Use the usual keys': 'Defnyddio’r bysellau arferol',
  'What does this number say?': 'Beth y mae’r rhif hwn yn ei ddweud?',
  'What one side says': 'Beth y mae un ochr yn ei ddweud',
  'Which relationship (id)': 'Pa berthynas (id)',
  'both, of each other': 'y ddau, am ei gilydd',
  'line {line}': 'llinell {line}',
  'no values': 'dim gwerthoedd',
  'off the scale': 'oddi ar y raddfa',
  or: 'neu',
  'said by From': 'dywedwyd gan O',
  'said by To': 'dywedwyd gan At',
  'said by both': 'dywedwyd gan y ddau',
  'the higher number': 'y rhif uchaf',
  'the lower number': 'y rhif isaf',
  to: 'i',
  '{key} is the key of “{owner}” already. Give that another one first.':
    'Mae {key} yn fysell i “{owner}” eisoes. Rhowch un arall i hwnnw yn gyntaf.',
  'Undo doesn’t take an import back. The board as it was is kept under Versions, as “Before importing a file”.':
    'Nid yw Dadwneud yn tynnu mewnforiad yn ôl. Cedwir y bwrdd fel yr oedd o dan Fersiynau, fel “Cyn mewnforio ffeil”.',
  'Undo doesn’t take an import back, and there was no room to keep the board as it was: delete a version, and there is room again.':
    'Nid yw Dadwneud yn tynnu mewnforiad yn ôl, ac nid oedd lle i gadw’r bwrdd fel yr oedd: dilëwch fersiwn, a bydd lle eto.',
  '{name} is on the board.': 'Mae {name} ar y bwrdd.',
  '{name} is on the board:': 'Mae {name} ar y bwrdd:',
  '{name} was not imported. The board is as it was.':
    'Ni chafodd {name} ei fewnforio. Mae’r bwrdd fel yr oedd.',
  '{n} other objects': '{n} gwrthrych arall',
  '{n} sides that say how closely they work together':
    '{n} ochr sy’n dweud pa mor agos y maent yn cydweithio',
  '{n} sides that say how much contact there is': '{n} ochr sy’n dweud faint o gysylltiad sydd',
  '{n} things to know': '{n} peth i’w gwybod',
  '{n} trust readings': '{n} darlleniad ymddiriedaeth',
  '“{column}”: the lowest number of the scale must be below the highest.':
    '“{column}”: rhaid i rif isaf y raddfa fod yn is na’r uchaf.',
  '“{field}”': '“{field}”',
  '“{one}” and “{other}” can’t both be “{meaning}”.':
    'Ni all “{one}” a “{other}” ill dau fod yn “{meaning}”.',
}
