/** The right conversations. */
export const rightConversations = {
  'What needs to be said?': 'Beth y mae angen ei ddweud?',
  'What should we be talking about, and what takes up our time instead?':
    'Am beth y dylem fod yn siarad, a beth sy’n mynd â’n hamser yn lle hynny?',
  'Three minutes alone, in silence. One issue a card, in words that a resident would use.\n\nThen everyone reads theirs out. Nobody answers yet.':
    'Tair munud ar eich pen eich hun, mewn distawrwydd. Un mater i bob cerdyn, yn y geiriau y byddai un o’r trigolion yn eu defnyddio.\n\nYna mae pawb yn darllen eu rhai nhw. Nid oes neb yn ateb eto.',
  'Every organisation has put up two cards or more, and one of them was uncomfortable to write.':
    'Mae pob sefydliad wedi rhoi dau gerdyn neu ragor ar y bwrdd, ac roedd un ohonynt yn anghyfforddus i’w ysgrifennu.',
  'Our issues': 'Ein materion',
  'Choose Issue, click here, and type.': 'Dewiswch Mater, cliciwch yma a theipiwch.',
  'What matters, and what do we avoid?': 'Beth sy’n bwysig, a beth ydym yn ei osgoi?',
  'How much depends on it, and how much do we steer around it?':
    'Faint sy’n dibynnu arno, a faint ydym yn mynd o’i gwmpas?',
  'Place one issue at a time, together. Ask the quietest organisation first. A card takes on what its corner says.\n\nWhere you disagree, put the card on the line between, and write down why.':
    'Gosodwch un mater ar y tro, gyda’ch gilydd. Gofynnwch i’r sefydliad tawelaf yn gyntaf. Mae cerdyn yn cymryd yr hyn y mae ei gornel yn ei ddweud.\n\nLle rydych yn anghytuno, rhowch y cerdyn ar y llinell rhyngddynt, ac ysgrifennwch pam.',
  'The top right is not empty. Something there has never been on an agenda.':
    'Nid yw’r gornel dde uchaf yn wag. Mae rhywbeth yno na fu erioed ar agenda.',
  'Up: more important': 'I fyny: pwysicach',
  'Right: more avoided': 'I’r dde: yn cael ei osgoi’n fwy',
  'Important, and we talk about it': 'Pwysig, ac rydym yn siarad amdano',
  'Keep going. Does the talk lead to anything?': 'Daliwch ati. A yw’r siarad yn arwain at rywbeth?',
  'Important, and avoided': 'Pwysig, ac yn cael ei osgoi',
  'Start here.': 'Dechreuwch yma.',
  'Side shows': 'Materion ymylol',
  'Much talked about, little at stake: park these next.':
    'Llawer o siarad, ychydig yn y fantol: parciwch y rhain nesaf.',
  'Avoided, and little at stake': 'Yn cael ei osgoi, ac ychydig yn y fantol',
  'Leave it. Look again in three months.': 'Gadewch ef. Edrychwch eto ymhen tri mis.',
  'Park the side shows': 'Parcio’r materion ymylol',
  'What takes the time that the important issues need?':
    'Beth sy’n mynd â’r amser sydd ei angen ar y materion pwysig?',
  'Move each side show here, and thank whoever brought it: somebody cared.\n\nSay who looks after it, or let it go.':
    'Symudwch bob mater ymylol yma, a diolchwch i bwy bynnag a ddaeth ag ef: roedd yn bwysig i rywun.\n\nDywedwch pwy sy’n gofalu amdano, neu gadewch iddo fynd.',
  'You can name the meeting, report or argument that you will stop giving time to.':
    'Gallwch enwi’r cyfarfod, yr adroddiad neu’r ddadl na fyddwch yn rhoi amser i’r fath beth mwyach.',
  'Someone else’s to solve': 'I rywun arall ei ddatrys',
  'Who, and who tells them?': 'Pwy, a phwy sy’n dweud wrthynt?',
  Later: 'Yn nes ymlaen',
  'On which date do we look again?': 'Ar ba ddyddiad y byddwn yn edrych eto?',
  'Let it go': 'Gadael iddo fynd',
  'What do we stop doing?': 'Beth ydym yn rhoi’r gorau i’w wneud?',
  'The conversations we will have': 'Y sgyrsiau y byddwn yn eu cael',
  'Which three do we have properly, and who hosts each?':
    'Pa dair a gawn yn iawn, a phwy sy’n cynnal pob un?',
  'Take from the top right first. For each: who hosts, who has to be in the room, and by when.\n\nThe host is not the one with most at stake.':
    'Cymerwch o’r gornel dde uchaf yn gyntaf. Ar gyfer pob un: pwy sy’n cynnal, pwy sy’n gorfod bod yn yr ystafell, ac erbyn pryd.\n\nNid yr un â’r mwyaf yn y fantol sy’n cynnal.',
  'Three conversations, each with a host and a date. If people left now, they would still happen.':
    'Tair sgwrs, pob un â rhywun i’w chynnal a dyddiad. Pe bai pobl yn gadael yn awr, byddent yn digwydd serch hynny.',
  First: 'Y gyntaf',
  Second: 'Yr ail',
  Third: 'Y drydedd',
  'Issue, host, who must be there, when': 'Mater, pwy sy’n cynnal, pwy sy’n gorfod bod yno, pryd',
}
