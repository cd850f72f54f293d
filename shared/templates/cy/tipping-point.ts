/** Tipping point and breaking point. */
export const tippingPoint = {
  'Where do we stand today?': 'Lle rydym yn sefyll heddiw?',
  'How strong is the pull to join up, and how close are we to breaking?':
    'Pa mor gryf yw’r tynnu at gydweithio, a pha mor agos ydym at dorri?',
  'Decide alone, then everyone moves their own organisation at the same moment. Its card takes on what the corner says.\n\nThe two are not opposites: one organisation can be high on both.':
    'Penderfynwch ar eich pen eich hun, yna mae pawb yn symud eu sefydliad eu hun ar yr un eiliad. Mae ei gerdyn yn cymryd yr hyn y mae’r gornel yn ei ddweud.\n\nNid yw’r ddau’n groes i’w gilydd: gall un sefydliad fod yn uchel ar y ddau.',
  'Nobody has moved anyone else. Somebody has said “closer to breaking than I let on”.':
    'Nid oes neb wedi symud neb arall. Mae rhywun wedi dweud “yn agosach at dorri nag rwy’n ei ddangos”.',
  'Up: more pull to join up': 'I fyny: mwy o dynnu at gydweithio',
  'Right: more strain on capacity': 'I’r dde: mwy o straen ar gapasiti',
  'Ready to tip': 'Yn barod i symud',
  'Pull, and room to act. Start with these.': 'Tynnu, a lle i weithredu. Dechreuwch gyda’r rhain.',
  'Both at once': 'Y ddau ar unwaith',
  'Close to joining up, and close to breaking.': 'Yn agos at gydweithio, ac yn agos at dorri.',
  Quiet: 'Tawel',
  'No pull, no strain. What would bring them in?':
    'Dim tynnu, dim straen. Beth fyddai’n dod â nhw i mewn?',
  'Holding on': 'Yn dal eu gafael',
  'Strain alone. Ask what they need, not what they give.':
    'Straen yn unig. Gofynnwch beth sydd ei angen arnynt, nid beth y maent yn ei roi.',
  'The place paradox': 'Paradocs lle',
  'What do we share because we share a place, and what do we compete for in it?':
    'Beth ydym yn ei rannu am ein bod yn rhannu lle, ac am beth ydym yn cystadlu ynddo?',
  'One note for each. Then mark the tie on the map: a shared place, competing, or both.\n\nBoth at once is the usual case, not a fault.':
    'Un nodyn ar gyfer pob un. Yna marciwch y cyswllt ar y map: lle a rennir, cystadlu, neu’r ddau.\n\nY ddau ar unwaith yw’r achos arferol, nid bai.',
  'Two organisations have named what they compete for, in front of each other.':
    'Mae dau sefydliad wedi enwi’r hyn y maent yn cystadlu amdano, o flaen ei gilydd.',
  'What this place gives us': 'Yr hyn a gawn o’r lle',
  'People, history, buildings': 'Pobl, hanes, adeiladau',
  'What we compete for': 'Y cystadlu rhyngom',
  'Staff, money, credit': 'Staff, arian, clod',
  'Both with the same partner': 'Y ddau gyda’r un partner',
  'Who, and over what?': 'Pwy, a thros beth?',
  'The survival paradox': 'Paradocs goroesi',
  'What do we do to survive that makes it harder for the others?':
    'Beth ydym yn ei wneud i oroesi sy’n ei gwneud yn anos i’r lleill?',
  'Write only what your organisation is content to have read here. Nothing leaves the room without consent.\n\nListen without solving.':
    'Ysgrifennwch ddim ond yr hyn y mae eich sefydliad yn fodlon iddo gael ei ddarllen yma. Nid oes dim yn gadael yr ystafell heb gydsyniad.\n\nGwrandewch heb ddatrys.',
  'Each organisation has named one thing that it does under pressure and would rather not.':
    'Mae pob sefydliad wedi enwi un peth y mae’n ei wneud dan bwysau ac y byddai’n well ganddo beidio.',
  'What we do under pressure': 'Yr hyn a wnawn dan bwysau',
  'What others notice first': 'Beth y mae eraill yn sylwi arno gyntaf',
  'What it costs others': 'Beth y mae’n ei gostio i eraill',
  'Who picks it up?': 'Pwy sy’n codi’r baich?',
  'What would ease it': 'Beth fyddai’n ei leddfu',
  'One thing within our own power': 'Un peth o fewn ein gallu ein hunain',
  'The trust paradox': 'Paradocs ymddiriedaeth',
  'Where do we lean on the deal because we do not trust each other?':
    'Lle rydym yn pwyso ar y fargen am nad ydym yn ymddiried yn ein gilydd?',
  'Look through the lens “Leaning on the deal”. Take the ties that light up.\n\nAsk what the contract protects each side from.':
    'Edrychwch drwy’r lens “Pwyso ar y fargen”. Cymerwch y cysylltiadau sy’n goleuo.\n\nGofynnwch rhag beth y mae’r contract yn amddiffyn pob ochr.',
  'One clause, report or meeting can go because somebody rings somebody instead.':
    'Gall un cymal, adroddiad neu gyfarfod fynd am fod rhywun yn ffonio rhywun yn ei le.',
  'The deal carries us': 'Y fargen sy’n ein cynnal',
  'What is it there to prevent?': 'Beth y mae yno i’w atal?',
  'Trust carries us': 'Ymddiriedaeth sy’n ein cynnal',
  'What made that possible?': 'Beth wnaeth hynny’n bosibl?',
  'One step across': 'Un cam ar draws',
  'Who goes first, and by when?': 'Pwy sy’n mynd gyntaf, ac erbyn pryd?',
}
