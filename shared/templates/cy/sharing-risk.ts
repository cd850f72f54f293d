/** Sharing risk and obligations. */
export const sharingRisk = {
  'What could go wrong?': 'Beth allai fynd o’i le?',
  'If this fails, what happens, and to whom first?':
    'Os bydd hyn yn methu, beth sy’n digwydd, ac i bwy yn gyntaf?',
  'Five minutes alone. One risk a card, in words that a resident would use.\n\nPut two that are the same on top of each other.':
    'Pum munud ar eich pen eich hun. Un risg i bob cerdyn, yn y geiriau y byddai un o’r trigolion yn eu defnyddio.\n\nRhowch ddwy sydd yr un fath ar ben ei gilydd.',
  'At least one risk is about people, and one is about us.':
    'Mae o leiaf un risg yn ymwneud â phobl, ac un yn ymwneud â ni.',
  'To the people we serve': 'I’r bobl a wasanaethwn',
  'Choose Risk, click here.': 'Dewiswch Risg, cliciwch yma.',
  'To our staff and money': 'I’n staff a’n harian',
  'One risk a card': 'Un risg i bob cerdyn',
  'To working together': 'I’r cydweithio',
  'What could end it?': 'Beth allai ddod ag ef i ben?',
  'Who holds it, and who should?': 'Pwy sy’n ei dal, a phwy ddylai?',
  'Whose money, name or people pay if it happens? What would be fair?':
    'Arian, enw neu bobl pwy sy’n talu os bydd yn digwydd? Beth fyddai’n deg?',
  'For each risk: the shares today, then the shares that you would call fair. Both total 100%.\n\nPassing a risk on is not sharing it.':
    'Ar gyfer pob risg: y cyfrannau heddiw, yna’r cyfrannau y byddech yn eu galw’n deg. Mae’r ddau’n dod i gyfanswm o 100%.\n\nNid yw trosglwyddo risg yn gyfystyr â’i rhannu.',
  'No risk is held by one alone unless all of you want it so.':
    'Ni ddelir yr un risg gan un yn unig oni bai fod pawb ohonoch am iddi fod felly.',
  'Held by one alone': 'Gan un yn unig',
  'Did anyone choose that?': 'A ddewisodd unrhyw un hynny?',
  'Shared, not as we want': 'Rhannu, nid fel y mynnwn',
  'What would have to change?': 'Beth fyddai’n rhaid ei newid?',
  'Shared as we want': 'Rhannu fel y mynnwn',
  'Written down anywhere?': 'A yw wedi’i ysgrifennu yn rhywle?',
  'What do we owe each other?': 'Beth sydd arnom i’n gilydd?',
  'What may each side count on from the other?': 'Ar beth y gall pob ochr ddibynnu gan y llall?',
  'One obligation a card: who owes it, and to whom. Look for the way back.\n\nWhere nothing is owed in return, say why.':
    'Un rhwymedigaeth i bob cerdyn: ar bwy y mae, ac i bwy. Chwiliwch am y ffordd yn ôl.\n\nLle nad oes dim yn ddyledus yn ôl, dywedwch pam.',
  'Every pair that depends on each other has a card each way.':
    'Mae gan bob pâr sy’n dibynnu ar ei gilydd gerdyn bob ffordd.',
  'We owe you': 'Arnom ni i chi',
  'Choose Obligation, click here.': 'Dewiswch Rhwymedigaeth, cliciwch yma.',
  'You owe us': 'Arnoch chi i ni',
  'Say it as you would want it said to you':
    'Dywedwch ef fel y byddech am iddo gael ei ddweud wrthych chi',
  'Runs one way': 'Yn rhedeg un ffordd',
  'Fair, or forgotten?': 'Teg, neu wedi’i anghofio?',
  'What cannot fail?': 'Beth na chaiff fethu?',
  'What is too essential to fail, and who steps in when it does?':
    'Beth sy’n rhy hanfodol i fethu, a phwy sy’n camu i mewn pan fydd yn methu?',
  'Its card takes on that it cannot fail. Say there who steps in, and what happens if nobody does.\n\nWho steps in says yes in this room.':
    'Mae ei gerdyn yn dangos na chaiff fethu. Dywedwch yno pwy sy’n camu i mewn, a beth sy’n digwydd os na fydd neb.\n\nMae pwy bynnag sy’n camu i mewn yn cytuno yn yr ystafell hon.',
  'Everything that cannot fail has a second name on it, and that name was here.':
    'Mae ail enw ar bopeth na chaiff fethu, ac roedd y person hwnnw yma.',
  'Cannot fail': 'Ni chaiff fethu',
  'And nobody steps in yet': 'Ac nid oes neb yn camu i mewn eto',
  'Somebody steps in': 'Mae rhywun yn camu i mewn',
  'Who, and how soon?': 'Pwy, a pha mor fuan?',
  'May fail': 'Caiff fethu',
  'Painful, and survivable': 'Poenus, ond gellir ei oroesi',
}
