/** Together or alone? */
export const togetherOrAlone = {
  'What do we assume about each other?': 'Beth ydym yn ei dybio am ein gilydd?',
  'What do people like us say about people like them?':
    'Beth y mae pobl fel ni’n ei ddweud am bobl fel nhw?',
  'Choose Assumption, then “Add it without my name”. Write it as it is said when the others are out of the room.\n\nThen weigh each: true, partly true, false.':
    'Dewiswch Tybiaeth, yna “Ei ychwanegu heb fy enw”. Ysgrifennwch hi fel y caiff ei dweud pan fydd y lleill allan o’r ystafell.\n\nYna pwyswch bob un: gwir, yn rhannol wir, anwir.',
  'People have laughed, and one card was about your own sector.':
    'Mae pobl wedi chwerthin, ac roedd un cerdyn am eich sector eich hun.',
  'What is said': 'Beth sy’n cael ei ddweud',
  'Cards without a name come here.': 'Daw cardiau heb enw yma.',
  'True, or partly': 'Gwir, neu’n rhannol',
  'Since when, and where?': 'Ers pryd, a lle?',
  'Out of date': 'Wedi dyddio',
  'What has changed?': 'Beth sydd wedi newid?',
  'What gets better if we do it together?': 'Beth sy’n gwella os gwnawn ni ef gyda’n gilydd?',
  'What would people get that none of us can give alone?':
    'Beth fyddai pobl yn ei gael na all yr un ohonom ei roi ar ei ben ei hun?',
  'Take one piece of work at a time. If nobody can name what gets better, it goes to “Alone”.\n\nAlone is a good answer.':
    'Cymerwch un darn o waith ar y tro. Os na all neb enwi beth sy’n gwella, mae’n mynd i “Ar wahân”.\n\nMae ar wahân yn ateb da.',
  'Something was left out of the partnership on purpose, and everyone is relieved.':
    'Gadawyd rhywbeth allan o’r bartneriaeth yn fwriadol, ac mae pawb yn falch.',
  Together: 'Gyda’n gilydd',
  'And what gets better, for whom': 'A beth sy’n gwella, i bwy',
  'Alone, and we tell each other': 'Ar wahân, gan roi gwybod',
  'Who does it?': 'Pwy sy’n ei wneud?',
  'Not at all': 'Dim o gwbl',
  'Who would miss it?': 'Pwy fyddai’n gweld ei eisiau?',
  'How closely?': 'Pa mor agos?',
  'Which level is needed for it, and which do we have?':
    'Pa lefel sydd ei hangen ar ei gyfer, a pha un sydd gennym?',
  'Place each piece of work at the level that it needs, no higher. Then set both levels on the tie.\n\nNetworking is enough for much.':
    'Gosodwch bob darn o waith ar y lefel sydd ei hangen arno, dim uwch. Yna gosodwch y ddwy lefel ar y cyswllt.\n\nMae rhwydweithio’n ddigon ar gyfer llawer.',
  'Not everything stands on the right.': 'Nid yw popeth yn sefyll ar y dde.',
  Networking: 'Rhwydweithio',
  'We tell each other what is going on': 'Rydym yn dweud wrth ein gilydd beth sy’n digwydd',
  Coordinating: 'Cydlynu',
  'We fit what we do around each other': 'Rydym yn cymhwyso’r hyn a wnawn at ein gilydd',
  Cooperating: 'Cydweithredu',
  'We share people, money or places': 'Rydym yn rhannu pobl, arian neu leoedd',
  Collaborating: 'Cydweithio',
  'We answer together for a result': 'Rydym yn atebol gyda’n gilydd am ganlyniad',
  'Is this the moment?': 'Ai dyma’r adeg?',
  'Do we believe in it, and do we know that we have to change?':
    'A ydym yn credu ynddo, ac a ydym yn gwybod bod yn rhaid i ni newid?',
  'Everyone moves their own organisation at the same moment, and says one sentence.\n\nIts card takes on what the corner says, under “Ready to work together?”: say there how far.':
    'Mae pawb yn symud eu sefydliad eu hun ar yr un eiliad, ac yn dweud un frawddeg.\n\nMae ei gerdyn yn cymryd yr hyn y mae’r gornel yn ei ddweud, o dan “Yn barod i gydweithio?”: dywedwch yno i ba raddau.',
  'You know with whom to begin on Monday, and whom not to press.':
    'Rydych yn gwybod gyda phwy i ddechrau ddydd Llun, a phwy i beidio â phwyso arnynt.',
  'Up: a stronger case for working together': 'I fyny: achos cryfach dros gydweithio',
  'Right: more need to change ourselves': 'I’r dde: mwy o angen i’n newid ein hunain',
  'Willing, as we are': 'Yn fodlon, fel yr ydym',
  'What would we have to change?': 'Beth fyddai’n rhaid i ni ei newid?',
  'The stars align': 'Mae’r sêr yn alinio',
  'Both at once. Begin with these.': 'Y ddau ar unwaith. Dechreuwch gyda’r rhain.',
  'Not now': 'Nid yn awr',
  'Stay in touch.': 'Cadwch mewn cysylltiad.',
  'Busy with ourselves': 'Yn brysur gyda’n hunain',
  'When shall we ask again?': 'Pryd y gofynnwn eto?',
}
