/** Outcomes review. */
export const outcomesReview = {
  'What did we say we would achieve?': 'Beth ddywedom ni y byddem yn ei gyflawni?',
  'Which objectives are due, and what did we promise to measure?':
    'Pa amcanion sydd i’w hadolygu, a beth wnaethom addo ei fesur?',
  'Bring each objective here, with its measure, baseline and target. Read the public value aloud.\n\nDo not rewrite it now.':
    'Dewch â phob amcan yma, gyda’i fesur, ei linell sylfaen a’i darged. Darllenwch y gwerth cyhoeddus yn uchel.\n\nPeidiwch â’i ailysgrifennu yn awr.',
  'Nobody had to ask what success was meant to look like.':
    'Nid oedd yn rhaid i neb ofyn sut olwg oedd i fod ar lwyddiant.',
  'Due for review': 'I’w hadolygu yn awr',
  'The objectives whose date has come': 'Yr amcanion y mae eu dyddiad wedi dod',
  'Not yet due': 'Ddim i’w hadolygu eto',
  'Leave them for today': 'Gadewch nhw am heddiw',
  'What happened?': 'Beth ddigwyddodd?',
  'Where does it stand against where it began?': 'Lle y mae’n sefyll o gymharu â’r dechrau?',
  'Fill in “Where it stands” first, then place the card. The figure before the story.\n\nNo figure is a finding too.':
    'Llenwch “Lle y mae’n sefyll” yn gyntaf, yna gosodwch y cerdyn. Y ffigur cyn y stori.\n\nMae dim ffigur yn ganfyddiad hefyd.',
  'At least one card went left of where its owner hoped.':
    'Aeth o leiaf un cerdyn i’r chwith o’r lle yr oedd ei berchennog yn ei obeithio.',
  'Worse, or no change': 'Dim gwell',
  'Since when have we known?': 'Ers pryd rydym yn gwybod?',
  Better: 'Gwell',
  'By how much, by whose count?': 'O faint, yn ôl cyfrif pwy?',
  'As good as we said': 'Fel y dywedom',
  'What made the difference?': 'Beth wnaeth y gwahaniaeth?',
  'We cannot tell': 'Ni allwn ddweud',
  'What would we have to count?': 'Beth fyddai’n rhaid i ni ei gyfrif?',
  'Who noticed?': 'Pwy sylwodd?',
  'Who at the sharp end got more, and who got nothing?':
    'Pwy ar y pen llymaf a gafodd fwy, a phwy na chafodd ddim?',
  'Choose People or place for each, and draw Reach from the objective that reached them.\n\nAsk who is missing from the picture.':
    'Dewiswch Pobl neu le ar gyfer pob un, a lluniadwch Cyrhaeddiad o’r amcan a’u cyrhaeddodd.\n\nGofynnwch pwy sydd ar goll o’r darlun.',
  'Somebody here has spoken with somebody there since last time.':
    'Mae rhywun yma wedi siarad â rhywun yno ers y tro diwethaf.',
  'They noticed': 'Fe wnaethant sylwi',
  'In their own words': 'Yn eu geiriau eu hunain',
  'They should have': 'Dylent fod wedi sylwi',
  'What did not arrive?': 'Beth na chyrhaeddodd?',
  'Nobody asked them': 'Ni ofynnodd neb iddynt',
  'Who will, by when?': 'Pwy wnaiff, erbyn pryd?',
  'What do we change?': 'Beth ydym yn ei newid?',
  'What do we keep, stop and try until the next review?':
    'Beth ydym yn ei gadw, yn rhoi’r gorau iddo ac yn rhoi cynnig arno tan yr adolygiad nesaf?',
  'One action a card, with a person and a date. Set the next review date on every objective before you leave.\n\nStopping counts as an action.':
    'Un cam gweithredu i bob cerdyn, gyda pherson a dyddiad. Gosodwch y dyddiad adolygu nesaf ar bob amcan cyn i chi adael.\n\nMae rhoi’r gorau i rywbeth yn gam gweithredu hefyd.',
  'Something stops. Every objective has a date on which you meet again.':
    'Mae rhywbeth yn dod i ben. Mae gan bob amcan ddyddiad pan fyddwch yn cyfarfod eto.',
  Keep: 'Cadw',
  'What worked, and why': 'Beth weithiodd, a pham',
  Stop: 'Rhoi’r gorau iddo',
  'Who tells those who do it?': 'Pwy sy’n dweud wrth y rhai sy’n ei wneud?',
  Try: 'Rhoi cynnig arno',
  'Choose Action, click here.': 'Dewiswch Cam gweithredu, cliciwch yma.',
}
