import type { Words } from '../../../shared/words/words.ts'

/** Help in context. */
export const guide: Words['texts'] = {
  'Good looks like': 'Arwydd o lwyddiant:',
  'Good to know': 'Da gwybod',
  'Here and now': 'Yma yn awr',
  'How a workshop is run': 'Sut y caiff gweithdy ei redeg',
  Template: 'Templed',
  'A question to everyone': 'Cwestiwn i bawb',
  'A version is a copy of the whole board with a name. Compare it with now, or bring it back: what is there now is kept as a version first.':
    'Copi o’r bwrdd cyfan gydag enw yw fersiwn. Cymharwch ef â’r bwrdd fel y mae yn awr, neu dewch ag ef yn ôl: caiff yr hyn sydd yno yn awr ei gadw’n fersiwn yn gyntaf.',
  'Answers are sealed: nobody sees one before the facilitator reveals all together. You can change yours until then.':
    'Mae’r atebion dan sêl: nid oes neb yn gweld yr un cyn i’r hwylusydd ddatgelu’r cyfan gyda’i gilydd. Gallwch newid eich un chi tan hynny.',
  'Choose a tool on the left, then press where something is to stand. Drag to move. Press something to see everything about it on the right.':
    'Dewiswch offeryn ar y chwith, yna pwyswch lle mae rhywbeth i sefyll. Llusgwch i symud. Pwyswch rywbeth i weld popeth amdano ar y dde.',
  'Each thread is about one thing on the map. Answer below it; the tick says that it is dealt with.':
    'Mae pob trafodaeth am un peth ar y map. Atebwch oddi tani; mae’r tic yn dweud ei bod wedi’i datrys.',
  'Everyone on the board sees the map. Sealed answers are seen by nobody before they are revealed. A pressure gauge is its organisation’s own until it is published.':
    'Mae pawb ar y bwrdd yn gweld y map. Nid oes neb yn gweld atebion dan sêl cyn iddynt gael eu datgelu. Mae mesurydd pwysau’n eiddo i’w sefydliad ei hun nes iddo gael ei gyhoeddi.',
  'Everything on the map as lists and tables. A name opens all about it; the button beside it moves, copies, locks or deletes. What you change here changes on the map at once.':
    'Popeth ar y map ar ffurf rhestrau a thablau. Mae enw’n agor popeth amdano; mae’r botwm wrth ei ymyl yn symud, copïo, cloi neu ddileu. Mae’r hyn a newidiwch yma’n newid ar y map ar unwaith.',
  Find: 'Dod o hyd',
  'Is it saved?': 'A yw wedi’i gadw?',
  'The wrong organisation?': 'Y sefydliad anghywir?',
  'A facilitator changes whom somebody speaks for from the faces at the top. Where one body was added twice, a facilitator selects both and chooses “Make them one…”.':
    'Mae hwylusydd yn newid dros bwy mae rhywun yn siarad o’r wynebau ar y brig. Lle ychwanegwyd un corff ddwywaith, mae hwylusydd yn dewis y ddau ac yn dewis “Eu gwneud yn un…”.',
  'It has two ends. You answer for your own organisation alone, and the other side answers for itself. The difference is shown, never averaged away.':
    'Mae iddi ddau ben. Rydych chi’n ateb dros eich sefydliad eich hun yn unig, ac mae’r ochr arall yn ateb drosti ei hun. Caiff y gwahaniaeth ei ddangos, byth ei gyfartalu.',
  'No stage is chosen yet. A facilitator starts one in the bar over the map; everyone’s view goes there.':
    'Nid oes cam wedi’i ddewis eto. Mae hwylusydd yn dechrau un yn y bar uwchben y map; mae golwg pawb yn mynd yno.',
  'On the map, Tab goes from object to object, arrows move, Alt and arrows resize, Enter edits. Shift and Space picks several one by one. A tool’s key and Enter place something new. To tie two things, select one and choose “Join to…”. All of it is in the outline too.':
    'Ar y map, mae Tab yn mynd o wrthrych i wrthrych, y saethau’n symud, Alt a’r saethau’n newid maint, ac Enter yn golygu. Mae Shift a’r bylchwr yn dewis sawl un fesul un. Mae bysell offeryn ac yna Enter yn gosod rhywbeth newydd. I gysylltu dau beth, dewiswch un ac yna “Uno â…”. Mae’r cyfan yn yr amlinelliad hefyd.',
  'Taking it home': 'Mynd â’r cyfan adref',
  'The outline': 'Yr amlinelliad',
  'The session': 'Y sesiwn',
  'The status at the top says so. “Saved” means on the server’s disk. Offline, your changes stay in this browser and go out when the connection is back.':
    'Mae’r statws ar y brig yn dweud hynny. Ystyr “Wedi’i gadw” yw ar ddisg y gweinydd. All-lein, mae eich newidiadau’n aros yn y porwr hwn ac yn mynd allan pan ddaw’r cysylltiad yn ôl.',
  'Type any word that stands on the map. Enter goes to the next place.':
    'Teipiwch unrhyw air sydd ar y map. Mae Enter yn mynd i’r lle nesaf.',
  'What goes on now: the stage, the question to everyone, and a place for a note. The tabs below lead to the map and the outline.':
    'Beth sy’n digwydd yn awr: y cam, y cwestiwn i bawb, a lle i nodyn. Mae’r tabiau isod yn arwain at y map a’r amlinelliad.',
  'What is selected, with all its fields. Under “Size and place” it is moved and resized by number. Escape goes back to the map.':
    'Yr hyn sydd wedi’i ddewis, gyda’i holl feysydd. O dan “Maint a lle” caiff ei symud a’i newid maint yn ôl rhif. Mae Escape yn mynd yn ôl i’r map.',
  'Who sees what?': 'Pwy sy’n gweld beth?',
  'Without a mouse': 'Heb lygoden',
  '“Export” makes the board paper as Word or PDF, pictures, tables, and a file of the whole board.':
    'Mae “Allforio” yn gwneud y papur bwrdd ar ffurf Word neu PDF, lluniau, tablau, a ffeil o’r bwrdd cyfan.',
}
