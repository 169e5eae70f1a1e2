# General answers in Darija, in Latin letters, as typed. Every text stays in GSM 03.38.

## AMO Achamil
achamil-who = AMO Achamil kayna l li ma kaydir 7ta khedma (la b lflous la bla flous) w 9add ykhelles. Khasso ykoun msejjel f RSU m3a l3a2ila dyalo, lmo2achir fou9 l3ataba dyal AMO Tadamon, w ma 3ando 7ta taghtiya okhra.
    .sms = AMO Achamil: l li ma khddamch w 9add ykhelles, msejjel f RSU m3a l3a2ila, lmo2achir fou9 l3ataba dyal AMO Tadamon, bla taghtiya okhra.
achamil-apply = Talab kaydar f { $site }.
    .sms = Talab f { $site }.
achamil-needs = Khasskom: ra9m la carte nationale wla la carte de séjour, IDCS, ra9m lcompte dyal lbanka, telifoun, w e-mail ila kan. Haqqi 3emmro ma kaytleb menkom ra9m lcompte: ma tktbouhch hna.
    .sms = Khasskom: ra9m la carte nationale wla séjour, IDCS, ra9m lcompte (ma tktbouhch hna), telifoun, e-mail ila kan.
achamil-pay = Lmeblegh 3la 7sab lmo2achir, w katl9awh mektoub f l'attestation li kat3tikom CNSS. Kaytkhelles koll chher b li9tita3 mn lbanka.
achamil-ask = Daba ma n9derch nt2ekked mn chorout dyal AMO Achamil. Sewlou CNSS, hiya li t9der tgoulhom likom.
    .sms = Daba ma n9derch nt2ekked mn chorout dyal AMO Achamil. Sewlou CNSS.

## AMO TNS
tns-who = AMO TNS ijbariya l li khddamin 3la rashom: les professions libérales, tojjar, lfella7a, snay3iya, chifourat li 3andhom la carte professionnelle, les auto-entrepreneurs, w khrin.
    .sms = AMO TNS ijbariya l li khddam 3la raso: professions libérales, tojjar, fella7a, snay3iya, chifourat b la carte professionnelle, auto-entrepreneurs...
tns-waiting = Taghtiya kat7ell mn be3d { $months ->
        [one] chher wa7ed
        [two] chehrin
        [few] { $months } chhour
       *[other] { $months } chher
    } dyal les cotisations mkhelsin. Kayn masdar wa7ed mazal kaygoul setta: bach tt2ekkdou, 3eytou l CNSS f { $phone }. W l7e99 kayb9a marbout b lkhlass.
    .sms = Taghtiya kat7ell mn be3d { $months ->
        [one] chher wa7ed
        [two] chehrin
        [few] { $months } chhour
       *[other] { $months } chher
    } mkhelsin, w kattb3 lkhlass. T2ekkdou: CNSS { $phone }.
tns-join = Li ma kaynch f 7ta liste, kaymchi l wikala dyal CNSS w kay7ett dossier. Li wsel lih avis d'assujettissement, kaymchi l wikala bach ykemmel dossier.
tns-ask = Daba ma n9derch nt2ekked mn hadchi dyal AMO dyal li khddam 3la raso (TNS). Sewlou f wikala dyal CNSS.
    .sms = Daba ma n9derch nt2ekked 3la AMO TNS. Sewlou f wikala dyal CNSS.

## What AMO gives
benefits-what = M3a AMO Tadamon, sbitar l3omoumi fabor. Dwa, ta7alil w tbib privé kayrje3 menhom chi 9esm, w ch7al kayrje3 kaytbeddel 3la 7sab l3ilaj.
    .sms = AMO Tadamon: sbitar l3omoumi fabor, w chi 9esm kayrje3 mn dwa, ta7alil w tbib privé, 3la 7sab l3ilaj.
benefits-care-sheet = La feuille de soins khasskom t7ettouha f mouddat { $months ->
        [one] chher wa7ed
        [two] chehrin
        [few] { $months } chhour
       *[other] { $months } chher
    } mn awel 3ilaj.
    .sms = La feuille de soins: 7ettouha f { $months ->
        [one] chher wa7ed
        [two] chehrin
        [few] { $months } chhour
       *[other] { $months } chher
    } mn awel 3ilaj.
benefits-pathway = Tri9 dyal l3ilaj kaybda mn lmarkaz si77i wla mn 3and tbib 3am (généraliste).
benefits-follow = Bach ttab3ou chno rje3 likom, dekhlou l { $site }.
    .sms = Bach ttab3ou chno rje3: { $site }.
benefits-cnops = 3la 7sab l9anoun 54.23, CNOPS ghadi tdkhel f CNSS. T3len 3la lwel dyal 2027 (febrayr wla mars), w mazal ma t3ref nhar. 7tal temma, b jouj ba9yin khddamin.
    .sms = 3la 7sab li t3len, CNOPS ghadi tdkhel f CNSS f lwel dyal 2027 (febrayr wla mars). 7tal temma, b jouj ba9yin.
benefits-ask = Daba ma n9derch nt2ekked chno katrejje3 AMO. Sewlou f wikala dyal CNSS.
    .sms = Daba ma n9derch nt2ekked chno katrejje3 AMO. Sewlou f wikala dyal CNSS.

## The family
family-who = F AMO Tadamon kaystafdou zawj wla zawja, drari 7tal { $age ->
        [one] 3am wa7ed
        [two] 3amin
        [few] { $age } snin
       *[other] { $age } 3am
    }, w li kay9raw dirasat 3olya 7tal { $student_age ->
        [one] 3am wa7ed
        [two] 3amin
        [few] { $student_age } snin
       *[other] { $student_age } 3am
    }. Drari li 3andhom i3a9a, bla 7edd dyal sen.
    .sms = AMO Tadamon: zawj wla zawja, drari 7tal { $age ->
        [one] 3am wa7ed
        [two] 3amin
        [few] { $age } snin
       *[other] { $age } 3am
    }, f dirasat 3olya 7tal { $student_age ->
        [one] 3am wa7ed
        [two] 3amin
        [few] { $student_age } snin
       *[other] { $student_age } 3am
    }, w drari li 3andhom i3a9a bla 7edd dyal sen.
family-declare = Ila tzewwejtou, wla tzad 3andkom weld wla bent, wla tbeddelat chi 7aja: serr7ou b taghyir f mouddat { $days ->
        [one] youm wa7ed
        [two] youmayn
        [few] { $days } dyal lyam
       *[other] { $days } youm
    }.
family-ask = Daba ma n9derch nt2ekked chkoun kaystafed f l3a2ila. Sewlou f wikala dyal CNSS.
    .sms = Daba ma n9derch nt2ekked chkoun kaystafed. Sewlou f wikala dyal CNSS.

## How much
rates-tadamon = F AMO Tadamon ma 3likom ma tkhelsou: dawla hiya li katkhelles.
    .sms = AMO Tadamon: dawla li katkhelles, ma 3likom walou.
rates-achamil = F AMO Achamil, lmeblegh 3la 7sab lmo2achir: choufouh f l'attestation dyal CNSS.
    .sms = AMO Achamil: 3la 7sab lmo2achir, choufou l'attestation dyal CNSS.
rates-tns = Li khddam 3la raso (TNS): la cotisation katt7seb 3la dkhel forfaitaire m7edded l koll 7erfa.
rates-salaried = Lkhddama 3and lpatron: { $employee } % mn salaire brut 3la lkhddam, w { $employer } % 3la lpatron. W lpatron kayzid la part dyal solidarité.
rates-ask = Daba ma n9derch nt2ekked bch7al la cotisation. Sewlou f wikala dyal CNSS.
    .sms = Daba ma n9derch nt2ekked bch7al la cotisation. Sewlou f wikala dyal CNSS.

## How to pay
pay-tns = Li khddam 3la raso (TNS): li9tita3 mn lbanka koll chher (l'autorisation katdar f wikala dyal CNSS). Wla cash f les points de paiement, ila ma kanch compte f lbanka.
    .sms = TNS: li9tita3 mn lbanka koll chher (l'autorisation f wikala), wla cash f les points de paiement ila ma kanch compte.
pay-achamil = AMO Achamil: li9tita3 mn lbanka koll chher, mn nhar 1 f chher.
    .sms = AMO Achamil: li9tita3 koll chher, mn nhar 1.
pay-tadamon = AMO Tadamon: ma 3likom ma tkhelsou, dawla hiya li katkhelles.
pay-ask = Daba ma n9derch nt2ekked kifach katkhelsou. Sewlou f wikala dyal CNSS.
    .sms = Daba ma n9derch nt2ekked kifach katkhelsou. Sewlou f wikala dyal CNSS.

## Registration
register-rnp = Lowel RNP: sirou b raskom l lmarkaz (l'annexe wla l9iyada) dyal fin saknin. Fabor, w howa li kay3tikom IDCS.
    .sms = Lowel RNP: sirou b raskom l l'annexe wla l9iyada dyal fin saknin. Fabor, kay3tikom IDCS.
register-rsu = Mn be3d RSU: ay wa7ed kbir (rachid) f l2osra y9der ysejjel, f rsu.ma wla f markaz khadamat lmowatinin. Fabor.
    .sms = Mn be3d RSU: ay rachid f l2osra ysejjel f rsu.ma wla f markaz khadamat lmowatinin. Fabor.
register-papers = Lwra9 dyal RNP: l'imprimé w copie dyal la carte nationale, wla 3a9d lizdiyad, wla wer9a li katbeyyen chkoun lmoumettil l9anouni. Ila ma kan walou mn hadchi, chi chahada (témoignage) li kat9belha solta lma7elliya.
register-score = Lmo2achir kaywselkom mn { $from } l { $to ->
        [one] youm wa7ed
        [two] youmayn
        [few] { $to } dyal lyam
       *[other] { $to } youm
    } mn be3d tesjil.
register-ask = Daba ma n9derch nt2ekked kifach kaydar tesjil. Sewlou f markaz khadamat lmowatinin.
    .sms = Daba ma n9derch nt2ekked 3la tesjil. Sewlou f markaz khadamat lmowatinin.

## IDCS
idcs-what = IDCS howa ra9m dyal { $digits ->
        [one] ra9m wa7ed
        [two] jouj dyal l2ar9am
        [few] { $digits } dyal l2ar9am
       *[other] { $digits } ra9m
    }. Koll wa7ed 3ando dyalo, w kayji m3a tesjil f RNP.
    .sms = IDCS: ra9m dyal { $digits ->
        [one] ra9m wa7ed
        [two] jouj dyal l2ar9am
        [few] { $digits } dyal l2ar9am
       *[other] { $digits } ra9m
    }, koll wa7ed 3ando dyalo, kayji m3a tesjil f RNP.
idcs-when = Kaywsel f mouddat { $hours ->
        [one] sa3a we7da
        [two] sa3tayn
        [few] { $hours } swaye3
       *[other] { $hours } sa3a
    } mn be3d tesjil, w fabor.
    .sms = Kaywsel f { $hours ->
        [one] sa3a we7da
        [two] sa3tayn
        [few] { $hours } swaye3
       *[other] { $hours } sa3a
    } mn be3d tesjil, fabor.
idcs-lost = Ila tlef likom, ghatl9awh f tewsil w f lmessage dyal sijil. Ila ma l9itouhch, sirou l markaz khadamat lmowatinin fin tsejjeltou.
idcs-ask = Daba ma n9derch nt2ekked 3la hadchi dyal IDCS. Sewlou f markaz khadamat lmowatinin.
    .sms = Daba ma n9derch nt2ekked 3la IDCS. Sewlou f markaz khadamat lmowatinin.

## A change
update-within = Ila tbeddelat chi 7aja (l3onwan, zyada, zwaj, lkhedma...), serr7ou biha f mouddat { $days ->
        [one] youm wa7ed
        [two] youmayn
        [few] { $days } dyal lyam
       *[other] { $days } youm
    }.
    .sms = Tbeddelat chi 7aja (l3onwan, zyada, zwaj, lkhedma)? Serr7ou biha f { $days ->
        [one] youm wa7ed
        [two] youmayn
        [few] { $days } dyal lyam
       *[other] { $days } youm
    }.
update-where = Katserr7ou f rsu.ma wla f markaz khadamat lmowatinin. Ila chi cyber wla chi mowaddaf dkhel chi 7aja ghalta, kattse77e7 b nefs tari9a, w machi ntouma sabab.
    .sms = F rsu.ma wla f markaz khadamat lmowatinin. Ghalta dyal cyber wla mowaddaf kattse77e7 b nefs tari9a, w machi ntouma sabab.
update-risk = Taghyir li ma tserre7ch bih y9der ywe99ef da3m, w dakchi li tkhda y9der ytetleb rjou3 dyalo.
update-ask = Daba ma n9derch nt2ekked kifach kaytserre7 b taghyir. Sewlou f markaz khadamat lmowatinin.
    .sms = Daba ma n9derch nt2ekked 3la tasri7 b taghyir. Sewlou f markaz khadamat lmowatinin.

## False declarations
false-fine = Li 3ta ma3loumat machi s7a7 b sou2 niya, y9der ykhelles gharama mn { $min } 7tal { $max }.
    .sms = Ma3loumat machi s7a7 b sou2 niya: gharama mn { $min } 7tal { $max }.
false-reclaim = Da3m li tkhda bla 7e99 y9der ytetleb rjou3 dyalo. W ila t3awdat, l3o9ouba katwelli mdoubla.
false-mistake = Ghalta b niya safya machi sou2 niya: se77e7ouha f a9reb we9t.
    .sms = Ghalta b niya safya machi sou2 niya: se77e7ouha f a9reb we9t.
false-ask = Daba ma n9derch nt2ekked chno kaygoul l9anoun 3la tasri7 li machi s7i7. Sewlou f markaz khadamat lmowatinin.
    .sms = Daba ma n9derch nt2ekked 3la tasri7 li machi s7i7. Sewlou f markaz khadamat lmowatinin.

## Direct social aid
asd-who = Da3m lmobachir: lowel tesjil f RNP, mn be3d f RSU, w lmo2achir dakhel f l3ataba ({ $limit }). W kaynin chorout khrin.
    .sms = Da3m lmobachir: RNP, mn be3d RSU, w lmo2achir dakhel f l3ataba { $limit }. Kaynin chorout khrin.
asd-amounts = Koll wa7ed mn tlata dyal drari lwlin: { $child } f chher (ila kan sgher mn 6 snin, wla kay9ra). W l2osra li katched da3m ma katakhodch 9ell mn { $floor } f chher.
asd-apply = Talab kaydar f { $site }. Ljawab kayji f mouddat { $days ->
        [one] youm wa7ed
        [two] youmayn
        [few] { $days } dyal lyam
       *[other] { $days } youm
    }, w lkhlass f akhir koll chher.
    .sms = Talab f { $site }, ljawab f { $days ->
        [one] youm wa7ed
        [two] youmayn
        [few] { $days } dyal lyam
       *[other] { $days } youm
    }, lkhlass f akhir koll chher.
asd-refused = Ila trfed talab, t9edrou tdirou recours f nefs site f mouddat { $days ->
        [one] youm wa7ed
        [two] youmayn
        [few] { $days } dyal lyam
       *[other] { $days } youm
    } mn nhar li twesseltou b ljawab.
asd-ask = Daba ma n9derch nt2ekked 3la da3m lmobachir. Choufou asd.ma.
    .sms = Daba ma n9derch nt2ekked 3la da3m lmobachir. Choufou asd.ma.

## Personal data
privacy-here = Haqqi 3ando les messages dyalkom w dakchi li msejjel 3likom f sijillat, mcheffrin. Kaybanou ghir likom, mn be3d ma nt2ekked chkoun ntouma. Bach yttm7aw wla yttse77e7ou, tlbou mowaddaf.
    .sms = 3andi les messages dyalkom w dakchi dyal sijillat, mcheffrin, kaybanou ghir likom mn be3d ma nt2ekked chkoun ntouma. Bach yttm7aw wla yttse77e7ou: tlbou mowaddaf.
privacy-checks = Lwikala lwataniya dyal sijillat t9der tchouf m3a idarat khrin wach dakchi li tserre7 bih s7i7.
privacy-consent = Khass lmowaf9a dyalkom 9bel ma ymchiw chi ma3loumat takmiliya l idara okhra.
privacy-rights = L9anoun { $law } kay7mi lma3loumat dyalkom. Bach t7ettou chikaya: { $authority }.
    .sms = L9anoun { $law } kay7mihom. Chikaya: { $authority }.

## Fraud
fraud-callers = Kaynin nass kay3eytou w kaygoulou rahom mn CNSS. Ila chekkitou, 9et3ou lkhett w 3eytou ntouma l CNSS: { $phone }.

## Complaints
complaint-where = Chikaya 3la chi khidma wla chi mowaddaf: { $site }. L2idara 3andha { $days ->
        [one] youm wa7ed
        [two] youmayn
        [few] { $days } dyal lyam
       *[other] { $days } youm
    } bach tjaweb.
    .sms = Chikaya 3la khidma wla mowaddaf: { $site }. L2idara 3andha { $days ->
        [one] youm wa7ed
        [two] youmayn
        [few] { $days } dyal lyam
       *[other] { $days } youm
    } bach tjaweb.
complaint-health = 3la sbitarat w lmarakiz si77iya: { $site }.
complaint-score = Ila kan lmochkil f lmo2achir, tlbou lmoraja3a dyalo.
complaint-ask = Daba ma n9derch nt2ekked kifach kat7ett chikaya. Choufou chikaya.ma.
    .sms = Daba ma n9derch nt2ekked 3la chikaya. Choufou chikaya.ma.

## Centres
centre-citizen = Markaz khadamat lmowatinin kayn f l'annexe wla l9iyada dyal fin saknin. L3anawin dyal koll 7ouma ma 3andich.
    .sms = Markaz khadamat lmowatinin: f l'annexe wla l9iyada dyal fin saknin. L3anawin b l7ouma ma 3andich.
centre-cnss = Wikalat dyal CNSS, l2aw9at w les rendez-vous: { $phone } wla cnss.ma.
    .sms = Wikalat CNSS, l2aw9at w rendez-vous: { $phone } wla cnss.ma.
centre-ask = Daba ma n9derch nt2ekked fin kayn lmarkaz. Sewlou f l'annexe wla l9iyada dyal fin saknin.
    .sms = Daba ma n9derch nt2ekked fin lmarkaz. Sewlou f l'annexe wla l9iyada dyal fin saknin.
