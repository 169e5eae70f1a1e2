# Darija in Latin letters: the score explained, rights and their conditions, contributions. SMS stay in GSM 03.38.

## Where a household lives
setting-urban = lmdina
setting-rural = lbadiya
region-1 = Tanger-Tétouan-Al Hoceima
region-2 = l'Oriental
region-3 = Fès-Meknès
region-4 = Rabat-Salé-Kénitra
region-5 = Béni Mellal-Khénifra
region-6 = Casablanca-Settat
region-7 = Marrakech-Safi
region-8 = Draa-Tafilalet
region-9 = Souss-Massa
region-10 = Guelmim-Oued Noun
region-11 = Laayoune-Sakia El Hamra
region-12 = Dakhla-Oued Ed-Dahab

## What a household declares: one label per input of data/score/formula.yml
item-household-size = ch7al mn wa7ed f l2osra
item-rooms = ch7al mn wa7ed f koll bit
item-head-age = sen dyal rabb wla rabbat l2osra
    .sms = sen
item-is-single-person-or-childless-couple = wa7ed b wa7do, wla jouj mzewwjin bla wlad
    .sms = b wa7do wla bla wlad
item-is-multiple-family-nuclei = kter mn 3a2ila we7da f l2osra
    .sms = kter mn 3a2ila
item-has-bath-or-shower = douche wla bain
item-has-individual-electricity-meter = lcompteur dyal do b wa7edkom
    .sms = compteur dyal do
item-head-has-higher-education = l9raya l3alya dyal rabb wla rabbat l2osra
    .sms = l9raya l3alya
item-head-has-basic-education = l9raya l2asasiya dyal rabb wla rabbat l2osra
    .sms = l9raya l2asasiya
item-head-is-senior-executive = rabb wla rabbat l2osra cadre supérieur wla mes2oul
    .sms = cadre supérieur
item-head-is-middle-manager = rabb wla rabbat l2osra cadre moyen
    .sms = cadre moyen
item-head-is-plant-machine-operator = rabb wla rabbat l2osra kaykhdem 3la les machines
    .sms = lkhedma dyal les machines
item-head-is-craftsman = rabb wla rabbat l2osra snay3i
    .sms = snay3i
item-head-is-farm-operator = rabb wla rabbat l2osra fella7
    .sms = fella7
item-head-is-employer = rabb wla rabbat l2osra patron
    .sms = patron
item-head-is-retired-or-rentier = rabb wla rabbat l2osra mota9a3id, wla 3ando dkhel bla khedma
    .sms = mota9a3id
item-has-computer = lpc (ordinateur)
    .sms = pc
item-has-aerial-antenna = parabole
item-has-landline-telephone = telifoun fixe
item-has-non-ramed-health-coverage = taghtiya si77iya mn ghir RAMED
    .sms = taghtiya mn ghir RAMED
item-has-loan = lcrédit
item-has-secondary-residence = dar okhra
item-has-garage = garage
item-has-business-premises = lma7al dyal lkhedma
item-dwelling-is-listed-type = no3 dyal sakan (villa, appartement, dar dyal l7jer...)
    .sms = no3 dyal sakan
item-has-car = tomobil
item-has-motorcycle = motor
item-has-non-agricultural-land = lard li machi fila7iya
    .sms = lard machi fila7iya
item-has-irrigated-land = lard li katse99a
item-children-6-14-in-private-school = drari mn 6 7tal 14 3am li kay9raw f privé
    .sms = l9raya f privé
item-children-6-14-in-public-school = drari mn 6 7tal 14 3am li kay9raw f l3omoumi
    .sms = l9raya f l3omoumi
item-members-15-plus-without-diploma = li 3andhom 15 3am w kter w ma 3andhom 7ta diploma
    .sms = bla diploma
item-members-15-plus-with-technical-diploma = li 3andhom 15 3am w kter w 3andhom diploma te9ni
    .sms = diploma te9ni
item-members-15-plus-in-gainful-activity = li 3andhom 15 3am w kter w kaydekhlou lflous
    .sms = li kaykhedmou
item-members-15-plus-plant-machine-operators = li 3andhom 15 3am w kter w kaykhedmou 3la les machines
    .sms = lkhedma dyal les machines
item-members-senior-executives = les cadres supérieurs f l2osra
    .sms = cadres supérieurs
item-mobile-phones = telifounat portables
    .sms = portables
item-cars = tomobilat
item-motorcycles = mouater
item-members-19-29 = li 3andhom mn 19 7tal 29 3am
    .sms = sen 19-29
item-members-30-59 = li 3andhom mn 30 7tal 59 3am
    .sms = sen 30-59
item-members-60-plus = li 3andhom 60 3am w kter
    .sms = sen 60 w kter
item-members-15-plus-literate = li 3andhom 15 3am w kter w kay3erfou y9raw w yktbou
    .sms = li kay3erfou y9raw
item-members-15-plus-with-higher-education-diploma = li 3andhom 15 3am w kter w 3andhom diploma 3ali
    .sms = diploma 3ali
item-members-15-plus-traders = li 3andhom 15 3am w kter w kaytajrou
    .sms = tijara
item-cows = lbgar
item-annual-butane-expense = lmasrouf dyal lbota 3la koll wa7ed
    .sms = lbota
item-annual-water-electricity-expense = lmasrouf dyal lma w do 3la koll wa7ed
    .sms = lma w do
item-annual-phone-internet-expense = lmasrouf dyal telifoun w internet 3la koll wa7ed
    .sms = telifoun w internet

## Why this score
why-score-lowers = Lmo2achir dyal l2osra dyalkom howa { $score }. Ha mnin ja: { $place } kat7seb { $fixed }, ljiha ({ $area }) kat7seb { $local }, w dakchi kamel li serre7tou bih n9es menno { $declared }. Hadchi 7sebto ana b t9rib: sijil kay3ti ghir lmejmou3.
    .sms = Lmo2achir { $score }: { $place } { $fixed }, ljiha { $local }, dakchi li serre7tou bih n9es { $declared } (t9riban).
why-score-raises = Lmo2achir dyal l2osra dyalkom howa { $score }. Ha mnin ja: { $place } kat7seb { $fixed }, ljiha ({ $area }) kat7seb { $local }, w dakchi kamel li serre7tou bih zad fih { $declared }. Hadchi 7sebto ana b t9rib: sijil kay3ti ghir lmejmou3.
    .sms = Lmo2achir { $score }: { $place } { $fixed }, ljiha { $local }, dakchi li serre7tou bih zad { $declared } (t9riban).
why-raises-most = Li kaytell3o kter: { $item }, { $score }.
    .sms = Kaytell3o kter: { $item }.
why-lowers-most = Li kayhebbto kter: { $item }, { $score }.
    .sms = Kayhebbto kter: { $item }.
why-line = - { $item }: { $score }
why-item = - { $item }
why-margin-within = { $regime }: dakhel f l3ataba ({ $limit }), w ba9i lih { $margin }.
why-margin-above = { $regime }: fou9 l3ataba ({ $limit }) b { $margin }.
why-margin-at = { $regime }: ja 9ed 9ed m3a l3ataba ({ $limit }).
why-differs = Lmo2achir dyal l2osra dyalkom howa { $score }, walakin melli 7sebt dakchi li 3andi mn tasri7 dyalkom 3tani 7aja okhra. Dakchi 3lach ma ghan3tikomch l2ar9am 7aja b 7aja. Lmo2achir dyal sijil howa li kayn.
    .sms = Lmo2achir { $score }. L7sab dyali 3tani 7aja okhra: bla ar9am 7aja b 7aja.
why-usually-raises = Hadchi ghaliban kaytelle3 lmo2achir: { $item }.
    .sms = Ghaliban kaytelle3: { $item }.
why-usually-lowers = Hadchi ghaliban kayhebbet lmo2achir: { $item }.
    .sms = Kayhebbet: { $item }.
why-noted = 9eyyedt had lfer9 bach ychoufouh nass dyal Haqqi. Hadchi ma kaybeddel walou f l7o9ou9 dyalkom.
why-not-declared = Lmo2achir dyal l2osra dyalkom howa { $score }. Sijil ma 3tanich dakchi li serre7tou bih: ma n9derch nfessro likom 7aja b 7aja.
    .sms = Lmo2achir { $score }. Ma 3andich tasri7 dyalkom: ma n9derch nfessro 7aja b 7aja.
why-fixed = F koll mo2achir, { $place } kat7seb { $fixed } w ljiha ({ $area }) kat7seb { $local } (t9riban). Lba9i kayji mn tasri7.
    .sms = Tabet: { $place } { $fixed }, ljiha { $local }. Lba9i mn tasri7.
why-fixed-place = F koll mo2achir, { $place } kat7seb { $fixed } (t9riban). W katzad 3liha ljiha w dakchi li tserre7 bih.
    .sms = Tabet: { $place } { $fixed }. Mn be3d ljiha w tasri7.
why-formula-old = Lmo2achir dyal l2osra dyalkom howa { $score }. T9der tari9a dyal l7sab tkoun tbeddelat mn akhir merra cheftha: lyoum ma ghan3tikomch tafasil. Sewlou f rsu.ma wla f markaz khadamat lmowatinin.
    .sms = Lmo2achir { $score }. L7sab y9der tbeddel: bla tafasil lyoum. Sewlou rsu.ma wla markaz khadamat lmowatinin.
why-wrong = Chi 7aja mn hadchi machi s7i7a? Goulouha liya: t9edrou ttelbou lmoraja3a dyal lmo2achir.

## If something declared is wrong
simulation = Ila tse77e7 hadchi, lmo2achir ghaywelli t9riban { $estimate } blast { $score }. Hada ghir ta9dir w machi wa3d: lwikala hiya li katchouf w kat9errer.
    .sms = Ila tse77e7: t9riban { $estimate } blast { $score }. Ghir ta9dir, machi wa3d.
simulation-honest = Se77e7ou ghir dakchi li ghalet b se77. Lghalat machi 3ib. Walakin li 3ta ma3loumat machi s7a7 bl3ani kaykhelles gharama mn { $min } 7tal { $max }.
    .sms = Ghir dakchi li ghalet b se77: ma3loumat ghalta bl3ani 3liha gharama ({ $min } 7tal { $max }).
simulation-honest-plain = Se77e7ou ghir dakchi li ghalet b se77. Lghalat machi 3ib; walakin li 3ta ma3loumat machi s7a7 bl3ani, l9anoun kay3a9bo.
    .sms = Ghir dakchi li ghalet b se77: ma3loumat ghalta bl3ani l9anoun kay3a9eb 3liha.
simulation-refused-no-figures = Ma n9derch n9edder ch7al ghaywelli lmo2achir. T9edrou ttelbou lmoraja3a dyalo.
simulation-refused-nothing-wrong = Goulou liya lowel chno li machi s7i7 f tasri7.
simulation-refused-too-many = Kaynin bezzaf dyal l7wayej l tas7i7, ma ymkench n9edderhom. L7sen ttelbou lmoraja3a.
simulation-refused-unknown-item = Had l7aja ma kat7sebch f lmo2achir dyal l2osra dyalkom.
simulation-refused-same-as-declared = Hadchi howa li rah mserre7 bih.
simulation-refused-contradiction = Had l2ajwiba ma kaytwaf9ouch. 3awdou choufouhom, wla tlbou mowaddaf.
simulation-refused-often = Dert likom ch7al mn ta9dir. Daba tlbou lmoraja3a dyal lmo2achir, wla mowaddaf.

## Rights: the answer for each
right-direct-aid = Da3m lmobachir
right-family = L3a2ila
ruling-eligible = { $regime }: iyeh, 3la 7sab li 3reft 3likom, chorout kaynin. L2idara hiya li katchouf w kat9errer.
ruling-not-eligible = { $regime }: la, 3la 7sab li 3reft 3likom.
ruling-not-yet = { $regime }: mazal, 3la 7sab li 3reft 3likom.
ruling-depends = { $regime }: momkin, walakin ba9i kaytbe3 hadchi.
ruling-unknown = { $regime }: ma n9derch nejzem fiha.

## Rights: the rules, each a sentence
rule-score-within = Khass lmo2achir ykoun dakhel f l3ataba { $limit }.
rule-score-above = Khass lmo2achir ykoun fou9 { $limit }.
rule-in-rsu = Khass tesjil f RSU, likom w l l3a2ila.
rule-no-other-cover = Khass ma tkoun 7ta taghtiya si77iya okhra.
rule-no-activity = Khass ma tkoun 7ta khedma, la b lflous la bla flous.
rule-no-own-scheme = Khass ma tkounouch dakhlin f AMO dyal lkhddama, wla dyal li khddam 3la raso.
rule-self-employed = Ijbariya 3la koll wa7ed khddam 3la raso.
rule-salaried = Hadi dyal lkhddama 3and lpatron.
rule-employer-declares = Khass lpatron yserre7 b lyam dyal lkhedma w ykhelles les cotisations.
rule-enough-days = Khass 3la l2a9al { $days ->
        [one] nhar wa7ed mserre7 bih.
        [two] youmayn mserre7 bihom.
        [few] { $days } dyal lyam mserre7 bihom.
       *[other] { $days } youm mserre7 bihom.
    }
rule-waited = Taghtiya kat7ell mn be3d { $months ->
        [one] chher wa7ed
        [two] chehrin
        [few] { $months } chhour
       *[other] { $months } chher
    } dyal les cotisations mkhelsin.
rule-paid-up = Taghtiya katb9a m7loula ma 7ed les cotisations mkhelsin.
rule-other-conditions = Kaynin chorout khrin, choufouhom f asd.ma.
rule-in-force = Had l7e99 bda nhar { $day }.
rule-spouse = Zawj wla zawja kaytghettaw m3a lmo2ammen.
rule-child-age = Drari kaytghettaw 7tal { $age ->
        [one] 3am wa7ed.
        [two] 3amin.
        [few] { $age } snin.
       *[other] { $age } 3am.
    }
rule-student-age = Li kay9raw dirasat 3olya kaytghettaw 7tal { $age ->
        [one] 3am wa7ed.
        [two] 3amin.
        [few] { $age } snin.
       *[other] { $age } 3am.
    }
rule-student = Mn be3d sen dyal drari, khass dirasat 3olya.
rule-unmarried = Li kay9ra khasso ma ykounch mzewwej.
rule-disabled = Li 3ando i3a9a mn drari kaytghetta bla 7edd dyal sen.
rule-no-own-cover = Khass ma tkounch 3ando taghtiya dyalo b wa7do.
rule-listed-relation = Kaytghettaw zawj wla zawja w drari. 3la lkhrin sewlou CNSS.

## Rights: what a rule is about, without its figure
topic-score-within = l3ataba dyal lmo2achir
topic-score-above = l3ataba dyal lmo2achir
topic-in-rsu = tesjil f RSU
topic-no-other-cover = taghtiya lkhra
topic-no-activity = lkhedma
topic-no-own-scheme = AMO dyal li khddamin
topic-self-employed = lkhedma 3la rass
topic-salaried = lkhedma 3and lpatron
topic-employer-declares = tasri7 dyal lpatron
topic-enough-days = ch7al mn nhar mserre7 bih
topic-waited = chhour dyal tsenna
topic-paid-up = lkhlass dyal les cotisations
topic-other-conditions = chorout lkhrin
topic-in-force = nhar lbidaya
topic-spouse = taghtiya dyal zawj wla zawja
topic-child-age = sen dyal drari
topic-student-age = sen dyal li kay9raw
topic-student = l9raya
topic-unmarried = zwaj dyal li kay9ra
topic-disabled = l2i3a9a
topic-no-own-cover = taghtiya dyalo b wa7do
topic-listed-relation = lkhrin mn l3a2ila

## Rights: what became of a rule
status-met = Hadi 7altkom.
status-failed = Hadi machi 7altkom.
status-missing = Mazal ma 3refthach.
status-open = Khasskom tt2ekkdou menha 3and l2idara.
status-at-limit = Lmo2achir ja 9ed 9ed m3a l3ataba, w 7ta masdar ma kaygoul wach m7souba.
status-from = Bekri bekri nhar { $day }.
doubt-unconfirmed = Ma n9derch n2ekked likom lyoum: { $topic }.
doubt-reported = Ghir masdar wa7ed li galha, khasskom tt2ekkdou: { $topic } ({ $sources }).

## Rights: what comes next
step-apply-local-authority = Talab kayt7ett 3and solta lma7elliya (l'annexe wla l9iyada).
step-apply-macnss = Talab kaydar f { $site }.
step-register-agency = Sirou l wikala dyal CNSS bach ttsejjlou.
step-follow-macnss = Tb3ou l7o9ou9 dyalkom f { $site }.
step-apply-asd = Talab kaydar f { $site }, w temma kaytchafou chorout kamlin.
step-review-or-achamil = Ila kan lmo2achir ghalet, 3andkom { $days ->
        [one] youm wa7ed
        [two] youmayn
        [few] { $days } dyal lyam
       *[other] { $days } youm
    } mn nhar li twesseltou bih bach ttelbou lmoraja3a. Wla choufou AMO Achamil.
step-review-score = Ila kan lmo2achir ghalet, 3andkom { $days ->
        [one] youm wa7ed
        [two] youmayn
        [few] { $days } dyal lyam
       *[other] { $days } youm
    } mn nhar li twesseltou bih bach ttelbou lmoraja3a.
step-other-scheme = Choufou nidam lakhor li kaynaseb l7ala dyalkom.
step-register-rsu = Lowel sejjlou l2osra f RSU, f rsu.ma wla f markaz khadamat lmowatinin.
step-wait = B9aw katkhelsou: taghtiya kat7ell melli ykemlou chhour. CNSS kat2ekked likom nhar f { $phone }.
step-pay = Khelsou dakchi li ba9i, mn lbanka wla cash f les points de paiement, w khelliw tewsil 3andkom.
step-declare-member = Serr7ou b had chakhs; ay taghyir kaytserre7 bih f { $days ->
        [one] youm wa7ed.
        [two] youmayn.
        [few] { $days } dyal lyam.
       *[other] { $days } youm.
    }
step-own-right = Had chakhs y9der tkoun 3ando taghtiya dyalo, 3la 7sab khedmto wla lmo2achir dyal l2osra.
step-ask-cnss = Sewlou CNSS f { $phone }.
step-ask-agency = Sewlou f wikala dyal CNSS.
step-ask-asd = Sewlou f asd.ma.
eligibility-notice = Hadou houma l9awa3id l3amma, b lmasadir dyalhom. L2idara hiya li katchouf w kat9errer.
estimate-notice = Hada ghir ta9dir: lmo2achir dyal sijil howa li kay7seb. W li 3ta ma3loumat machi s7a7 bl3ani, l9anoun kay3a9bo.

## Contributions
contribution-month = - { $month }: { $amount }
contribution-reopen = Bach t7ell taghtiya dyalkom ({ $regime }), khass ytkhelles li ba9i: { $amount }. W ila na9sa chi 7aja okhra, CNSS katgoulha likom.
    .sms = Bach t7ell: khelsou { $amount }.
contribution-paid-but-closed = Kolchi mkhelles (akhir khlass nhar { $day }), w m3a dalik taghtiya dyalkom ({ $regime }) mazal ma t7ellat. Machi ntouma li khasskom tzidou tkhelsou. Khelliw tewsil 3andkom: y9der mowaddaf y3eyyet likom w ytebbe3 dossier.
    .sms = Kolchi mkhelles ({ $day }), walakin { $regime } mazal ma t7ellat. Khelliw tewsil: y9der mowaddaf y3eyyet likom.
contribution-waiting = Taghtiya dyalkom ({ $regime }) kat7ell mn be3d { $months ->
        [one] chher wa7ed
        [two] chehrin
        [few] { $months } chhour
       *[other] { $months } chher
    } dyal les cotisations mkhelsin: bekri bekri nhar { $day }, ba9i { $days ->
        [zero] 7ta nhar
        [one] nhar wa7ed
        [two] youmayn
        [few] { $days } dyal lyam
       *[other] { $days } youm
    }.
    .sms = { $regime }: kat7ell mn be3d lkhlass dyal chhour ({ $months }), bekri nhar { $day } (ba9i { $days }). CNSS kat2ekked.
waiting-disputed = Kayn masdar akhor kaygoul kter: CNSS hiya li kat2ekked likom.
contribution-waiting-over = Chhour dyal tsenna ({ $months }) dyal { $regime } kemlou nhar { $day }, walakin taghtiya mazal ma t7ellat f lma3loumat li 3andi. Y9der mowaddaf y3eyyet likom.
    .sms = { $regime }: tsenna kmel { $day }, mazal ma t7ellat. Y9der mowaddaf y3eyyet likom.
contribution-waiting-ask = Chhour dyal tsenna dyalkom ({ $regime }) mazal ma kemlou. Ma n9derch n2ekked ch7al khass: sewlou CNSS f { $phone }.
    .sms = { $regime }: chhour dyal tsenna ma kemlouch. Ch7al: CNSS { $phone }.
contribution-waiting-agency = Chhour dyal tsenna dyalkom ({ $regime }) mazal ma kemlou. Ma n9derch n2ekked ch7al khass: sewlou f wikala dyal CNSS.
    .sms = { $regime }: chhour dyal tsenna ma kemlouch. Ch7al: wikala CNSS.
