/** Three modes of partnership. */
export const threeModes = {
  'Three kinds of partnership': 'Tri math o bartneriaeth',
  'Which of the three have you been in, and how could you tell?':
    'Ym mha un o’r tri y buoch chi, a sut oedd dweud?',
  'One story a note, from any partnership in your working life. No names.\n\nRead them out under their heading.':
    'Un stori i bob nodyn, o unrhyw bartneriaeth yn eich bywyd gwaith. Dim enwau.\n\nDarllenwch nhw’n uchel o dan eu pennawd.',
  'Everyone can say in one sentence what tells the second from the third.':
    'Gall pawb ddweud mewn un frawddeg beth yw’r gwahaniaeth rhwng yr ail a’r trydydd.',
  Naive: 'Naïf',
  'One side has all the skill, it is thought. Both are devalued.':
    'Tybir bod gan un ochr yr holl sgiliau. Mae’r ddwy’n cael eu dibrisio.',
  'Looks aligned': 'Yn edrych yn unedig',
  'The plan agrees. Then culture and values pull it apart.':
    'Mae’r cynllun yn cytuno. Yna mae diwylliant a gwerthoedd yn ei dynnu ar wahân.',
  Genuine: 'Diffuant',
  'Aligned, and each side stays what it is.': 'Yn unedig, ac mae pob ochr yn aros fel y mae.',
  'Which one are we in?': 'Ym mha un ydym ni?',
  'For each tie: which of the three, as you see it from your end?':
    'Ar gyfer pob cyswllt: pa un o’r tri, fel y gwelwch ef o’ch pen chi?',
  'Draw the ties, then choose the mode at your own end, with what makes you say so.\n\nDo not settle it: two sides may differ, and both are shown.':
    'Lluniadwch y cysylltiadau, yna dewiswch y modd ar eich pen eich hun, gyda’r hyn sy’n peri i chi ddweud hynny.\n\nPeidiwch â’i setlo: gall dwy ochr fod yn wahanol, a chaiff y ddwy eu dangos.',
  'At least one tie carries two different modes, and nobody has been argued out of theirs.':
    'Mae o leiaf un cyswllt â dau fodd gwahanol arno, ac ni chafodd neb ei ddarbwyllo i newid ei ateb.',
  'What do we do differently?': 'Beth ydym yn ei wneud yn wahanol?',
  'Pace, risk, who decides, language, what we answer for: where are we furthest apart?':
    'Cyflymder, risg, pwy sy’n penderfynu, iaith, am beth rydym yn atebol: lle rydym bellaf oddi wrth ein gilydd?',
  'Each fills in its own culture profile. Then open “What the map says” and read the widest differences aloud.\n\nNeither end is the better one.':
    'Mae pob un yn llenwi ei broffil diwylliant ei hun. Yna agorwch “Beth ddywed y map” a darllenwch y gwahaniaethau mwyaf yn uchel.\n\nNid yw’r naill ben na’r llall yn well.',
  'A habit that was taken for bad will has turned out to be a habit.':
    'Daeth i’r amlwg mai dim ond arfer oedd arfer a gymerwyd am ewyllys drwg.',
  'Where we differ': 'Lle rydym yn wahanol',
  'And when it last got in the way': 'A phryd y daeth ar ein traws ddiwethaf',
  'Keep the difference': 'Cadw’r gwahaniaeth',
  'It is why we need each other': 'Dyna pam y mae angen ein gilydd arnom',
  'Meet half-way': 'Cwrdd hanner ffordd',
  'What each side will change': 'Beth fydd pob ochr yn ei newid',
  'What would make it genuine?': 'Beth fyddai’n ei gwneud yn ddiffuant?',
  'What would each side have to give, and keep?':
    'Beth fyddai’n rhaid i bob ochr ei roi, a’i gadw?',
  'Take the tie that matters most. Each side finishes the sentence for itself.\n\nThen write a working agreement and let each sign.':
    'Cymerwch y cyswllt pwysicaf. Mae pob ochr yn gorffen y frawddeg drosti ei hun.\n\nYna ysgrifennwch gytundeb gweithio a gadewch i bob un ei lofnodi.',
  'Both sides have named something they will not give up, and the other has understood why.':
    'Mae’r ddwy ochr wedi enwi rhywbeth na fyddant yn ei ildio, ac mae’r llall wedi deall pam.',
  'We will give': 'Byddwn yn rhoi',
  'Something it costs us to give': 'Rhywbeth y mae’n costio i ni ei roi',
  'We will keep': 'Byddwn yn cadw',
  'What makes us who we are': 'Yr hyn sy’n ein gwneud yr hyn ydym',
  'What we sign': 'Beth ydym yn ei lofnodi',
  'Choose Working agreement, click here': 'Dewiswch Cytundeb gweithio, cliciwch yma',
}
