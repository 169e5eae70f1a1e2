# Darija in Latin letters, as typed. Every text stays in GSM 03.38.

## Conversation
greet = Salam, ana Haqqi. Kanjawbkom 3la lmo2achir dyal RSU, 3la AMO, w 3la les cotisations. Chno bghitou t3erfou?
    .sms = Salam, ana Haqqi. Ktbou so2alkom wla siftou ra9m:
help = T9edrou tsewlouni 3la lmo2achir w l3atabat, AMO, les cotisations, tesjil, da3m lmobachir, wla fin kayn lmarkaz f lmdina dyalkom. Ktbou kif ma kathedrou, b darija wla b l3arbiya wla b français, wla khtarou mn hna. 3emmerni ma ghantleb menkom la carte bancaire, wla lcode PIN dyalha, wla mot de passe.
    .sms = Ktbou so2alkom kif ma kathedrou, wla siftou ra9m:
    .whatsapp = T9edrou tsewlouni 3la lmo2achir w l3atabat, AMO, les cotisations, tesjil, da3m lmobachir, wla fin kayn lmarkaz f lmdina dyalkom. Ktbou kif ma kathedrou, wla khtarou. T9edrou tsiftou liya 7ta la localisation dyalkom bach nl9a likom a9reb markaz, wla tswira dyal chi wer9a 3la wedd lmoraja3a. Les vocaux mazal ma kanfhemhomch: ktbou liya. 3emmerni ma ghantleb menkom la carte bancaire, wla lcode PIN dyalha, wla mot de passe.
thank = Lah ybarek fikom. Ana hna f ay we9t.
goodbye = Bslama, nharkom mabrouk. Ktbou liya we9tma bghitou.
    .sms = Bslama. Ktbou liya we9tma bghitou.
bot-challenge = Ana khidma otomatikiya, machi bnadem. Ila bghitou thedrou m3a chi 7ed, y9der mowaddaf y3eyyet likom.
    .sms = Ana khidma otomatikiya, machi bnadem. Y9der mowaddaf y3eyyet likom.
out-of-scope = Hadchi ma n9derch n3awnkom fih: kanjaweb 3la lmo2achir dyal RSU, 3la AMO, w 3la les cotisations. Khtarou:
    .sms = Kanjaweb ghir 3la lmo2achir, AMO w les cotisations:
affirm = Mezyan. Chno bghitou t3erfou?
deny = Wakha. Chno bghitou t3erfou?
inform = Chokran. Chno howa so2alkom?
fraud-alert = Haqqi 3emmro ma kaytleb la carte bancaire, wla lcode PIN dyalha, wla mot de passe, wla lflous. Ma t3tiw walou, ma t7ellouch lien, w 9et3ou lkhett. Les sites officiels: rsu.ma, rnp.ma, asd.ma, cnss.ma.
    .sms = Ma t3tiw la carte la code la flous, w ma t7ellouch lien. Les sites officiels: rsu.ma, rnp.ma, asd.ma, cnss.ma.
not-understood = Ma fhemtch mezyan. 3awdou ktbouha b tari9a okhra, wla khtarou:
    .sms = Ma fhemtch. 3awdou ktbouha, wla siftou ra9m:
not-understood-again = Sm7ou liya, mazal ma fhemtch. Bghitou mowaddaf y3eyyet likom?
did-you-mean = Bghit nt2ekked belli fhemtkom. Wach katsewlou 3la:
    .sms = Wach katsewlou 3la:
menu-out-of-range = Had ra9m ma kaynch f la liste. Khtarou:
    .sms = Had ra9m ma kaynch:
menu-only = Daba kan9ra ghir l2ar9am. Khtarou ra9m w njawbkom:
    .sms = Daba kan9ra ghir l2ar9am. Siftou ra9m:
cancelled = Safi, tlgha, w ma tsejjel walou. Chi 7aja okhra?
    .sms = Safi tlgha. Chi 7aja okhra?
language-ask = B achmen lougha bghitouni njawbkom?
    .sms = Achmen lougha?
language-changed = Wakha, ghanjawbkom b darija b les lettres latin. Chno bghitou t3erfou?
    .sms = Wakha, ghanjawbkom b darija latin:
language-not-spoken = Had lougha mazal ma kanhderch biha. Khtarou:
    .sms = Mazal ma kanhderch b had lougha:
source-line = Source: { $sources }

## Messages that cannot be read
unreadable-empty = Lmessage dyalkom wsel khawi. Ktbou so2alkom, wla khtarou:
    .sms = Lmessage wsel khawi. Ktbou so2alkom wla ra9m:
unreadable-too-long = Lmessage dyalkom twil bezzaf 3liya. Ktbou so2alkom f jomla wla jouj, wla khtarou:
    .sms = Lmessage twil bezzaf. Ktbouh f jomla wla siftou ra9m:
unreadable-no-words = Ma l9itch klam f lmessage dyalkom. Ktbou so2alkom, wla khtarou:
    .sms = Ma l9itch klam. Ktbou so2alkom wla ra9m:
unreadable-encoding = Lmessage dyalkom wsel ma kayt9rach. 3awdou ktbouh, wla khtarou:
    .sms = Lmessage ma kayt9rach. 3awdouh wla siftou ra9m:

## A human
human-agent = Tsejjlat: ghay3eyyet likom mowaddaf f nemra li katsali b { $phone_end }, 9bel { $by }.
    .sms = Tsejjlat: ghay3eyyet mowaddaf l nemra li katsali b { $phone_end } 9bel { $by }.
human-agent-again = Talab dyalkom rah msejjel: ghay3eyyet likom mowaddaf f nemra li katsali b { $phone_end }, 9bel { $by }.
    .sms = Rah msejjel: ghay3eyyet mowaddaf l nemra li katsali b { $phone_end } 9bel { $by }.

## Identification and forms
form-identification-intro = Bach n7afed 3la lma3loumat dyalkom, khassni nt2ekked lowel chkoun ntouma.
form-callback-intro = Y9der mowaddaf y3eyyet likom.
form-birth-date = Chno howa tarikh lizdiyad dyalkom? (b7al 03/03/1985)
    .sms = Tarikh lizdiyad dyalkom? (b7al 03/03/1985)
form-birth-date-explain = Ktbou nhar, chher w l3am, kif ma kayn f la carte nationale.
    .sms = Nhar, chher w l3am, kif f la carte.
form-number4 = Chno houma akhir 4 ar9am dyal IDCS dyalkom?
    .sms = Akhir 4 ar9am dyal IDCS?
form-number4-explain = IDCS howa ra9m dyal 10 dyal l2ar9am li khditou f tesjil f RNP. Khassni ghir akhir 4.
    .sms = Howa ra9m dyal 10 ar9am li khditou f tesjil.
form-idcs = Chno howa ra9m IDCS dyalkom? (10 dyal l2ar9am)
    .sms = IDCS dyalkom? (10 ar9am)
form-idcs-explain = IDCS howa ra9m dyal 10 dyal l2ar9am li khditou f tesjil f RNP. Kayn f tewsil w f lmessage dyal sijil.
    .sms = Howa ra9m dyal 10 ar9am li khditou f tesjil f RNP.
form-one-time-code = Ila kan had IDCS msejjel b chi telifoun, rah tsifet lih daba SMS fih code dyal 6 dyal l2ar9am. Chno howa lcode?
    .sms = Ila kan had IDCS msejjel, rah lcode tsifet l telifoun lmsejjel. Chno howa lcode?
form-one-time-code-again = Chno howa lcode dyal 6 ar9am li wselkom f SMS?
form-one-time-code-explain = Lcode kaywsel l nemra li 3titou l sijil. Ila bdeltouha, y9der y3awnkom mowaddaf wla markaz khadamat lmowatinin.
    .sms = Kaywsel l nemra lmsejjla. Ila bdeltouha sirou l markaz khadamat lmowatinin.
form-phone = F achmen nemra n3eytou likom?
form-phone-explain = Ktbou nemra b l2ar9am, b7al 0612345678. Ghansta3mlouha ghir bach n3eytou likom.
    .sms = B l2ar9am, b7al 0612345678.
problem-missing = Ma l9itch ljawab f lmessage dyalkom.
    .sms = Ma l9itch ljawab.
problem-future = Had tarikh mazal ma wsel.
problem-impossible = Had tarikh ma kaynch.
problem-ambiguous = Ma t2ekkedtch mn tarikh: khassni nhar, chher w l3am.
    .sms = Khassni nhar, chher w l3am.
problem-too-old = Had tarikh 9dim bezzaf.
problem-wrong-length = 3adad l2ar9am machi howa hadak.
problem-no-match = Had l2ajwiba machi b7al li msejjel l had telifoun. N3awdou b chwiya.
    .sms = L2ajwiba machi b7al sijil. N3awdou.
problem-code-wrong = Had lcode machi s7i7.
problem-code-expired = Had lcode sala we9to. Ila kan IDCS msejjel, ghaytsifet code jdid.
    .sms = Lcode sala we9to. Ila kan IDCS msejjel ghaywsel wa7ed jdid.
identification-failed = Ma 9dertch nt2ekked chkoun ntouma, w machi ntouma sabab. Y9der mowaddaf y3eyyet likom, wla sirou l markaz khadamat lmowatinin b la carte nationale.
    .sms = Ma 9dertch nt2ekked chkoun ntouma. Y9der mowaddaf y3eyyet likom, wla sirou l markaz khadamat lmowatinin b la carte.
identification-unavailable = Daba ma n9derch nt2ekked chkoun ntouma. 3awdou mn be3d chi d9aye9, wla tlbou mowaddaf y3eyyet likom.
    .sms = Daba ma n9derch nt2ekked chkoun ntouma. 3awdou mn be3d chi d9aye9.
callback-failed = Ma 9dertch nsejjel 7ta nemra. T9edrou t3eytou l CNSS, wla tmchiw l markaz khadamat lmowatinin.
    .sms = Ma tsejjlat 7ta nemra. 3eytou l CNSS wla sirou l markaz khadamat lmowatinin.
one-time-code = Haqqi: lcode dyalkom howa { $code }. Ma tgoulouh l 7ta wa7ed, wakha f telifoun. Ila machi ntouma li tlbtouh, nsaw had lmessage.
    .sms = Haqqi: lcode dyalkom { $code }. Ma tgoulouh l 7ta wa7ed. Ila ma tlbtouhch nsaw had lmessage.

## Score
score-status = Lmo2achir dyal l2osra dyalkom howa { $score }, t7seb nhar { $computed_on }.
    .sms = Lmo2achir dyalkom: { $score } ({ $computed_on }).
score-changed = 9bel kan { $previous } ({ $previous_on }).
score-none = Mazal ma l9itch lmo2achir dyal l2osra dyalkom. Kayji mn be3d tesjil f RSU (rsu.ma, wla markaz khadamat lmowatinin).
    .sms = Mazal ma l9itch lmo2achir dyalkom. Kayji mn be3d tesjil f RSU (rsu.ma).
score-opens-both = Dakhel f l3ataba dyal AMO Tadamon ({ $tadamon } wla 9ell) w dyal da3m lmobachir ({ $asd }).
    .sms = Dakhel f l3ataba dyal AMO Tadamon w da3m lmobachir.
score-opens-asd = Fou9 l3ataba dyal AMO Tadamon ({ $tadamon }), walakin dakhel f dyal da3m lmobachir ({ $asd }).
    .sms = Fou9 l3ataba dyal AMO Tadamon ({ $tadamon }), dakhel f dyal da3m lmobachir ({ $asd }).
score-opens-tadamon = Dakhel f l3ataba dyal AMO Tadamon ({ $tadamon } wla 9ell), walakin fou9 dyal da3m lmobachir ({ $asd }).
    .sms = Dakhel f l3ataba dyal AMO Tadamon, fou9 dyal da3m lmobachir.
score-opens-none = Fou9 l3ataba dyal AMO Tadamon ({ $tadamon }) w dyal da3m lmobachir ({ $asd }).
    .sms = Fou9 l3ataba dyal AMO Tadamon ({ $tadamon }) w da3m lmobachir ({ $asd }).
score-opens-at-limit = Ja 9ed 9ed m3a we7da mn l3atabat (AMO Tadamon { $tadamon }, da3m lmobachir { $asd }): t2ekkdou f asd.ma.
    .sms = Ja 9ed 9ed m3a l3ataba { $asd }: t2ekkdou f asd.ma.
score-opens-ask = Bach t3erfou chno kay3tikom lyoum, sewlou f rsu.ma wla f markaz khadamat lmowatinin.
    .sms = Chno kay3tikom: choufou rsu.ma.
only-a-condition = Lmo2achir ghir chert wa7ed mn chorout dyal koll barnamaj.
score-not-notified = Ma 3andich nhar li twesseltou fih b had lmo2achir; { $days } youm dyal talab lmoraja3a kaybdaw mn dak nhar.
score-review-until = Ila ban likom ghalet, t9edrou ttelbou lmoraja3a dyalo 7tal { $day }.
    .sms = Lmoraja3a 7tal { $day }.
score-review-over = Lwe9t dyal talab lmoraja3a sala nhar { $day }. Mazal t9edrou tserr7ou b ay taghyir.
score-meaning = Lmo2achir kaybeyyen l dawla kif dayra lm3icha dyal l2osra. Kolma kan nazel, kolma t7esbat l2osra m7taja kter. W koll barnamaj (AMO Tadamon, da3m lmobachir) 3ando 3ataba dyalo.
    .sms = Lmo2achir kaybeyyen lm3icha dyal l2osra: kolma nzel kolma 7ell 7o9ou9 kter. Koll barnamaj 3ando 3ataba.
score-meaning-parts = Kayt7seb mn tlata dyal l7wayej: ra9m tabet 3la 7sab lmdina wla lbadiya, ra9m 3la 7sab ljiha, w dakchi li serre7tou bih (sakan, ajhiza, masarif, l2osra).

## Thresholds
threshold-info = AMO Tadamon: lmo2achir khasso ykoun { $tadamon } wla 9ell. Da3m lmobachir: l3ataba hiya { $asd }. W kaynin chorout khrin.
    .sms = AMO Tadamon: { $tadamon } wla 9ell. Da3m lmobachir: l3ataba { $asd }.
threshold-achamil = Li fou9 l3ataba dyal AMO Tadamon, w ma khddamch, w ma 3ando 7ta taghtiya okhra, kayn lih AMO Achamil, w kaykhelles 3liha la cotisation.
threshold-both = Ila kan lmo2achir { $score }: dakhel f l3ataba dyal AMO Tadamon ({ $tadamon } wla 9ell) w dyal da3m lmobachir ({ $asd }).
    .sms = { $score }: dakhel f l3ataba dyal AMO Tadamon w da3m lmobachir. Kaynin chorout khrin.
threshold-asd = Ila kan lmo2achir { $score }: fou9 l3ataba dyal AMO Tadamon ({ $tadamon }), walakin dakhel f dyal da3m lmobachir ({ $asd }). Ila ma khddaminch w ma 3andkom taghtiya okhra, choufou 7ta AMO Achamil.
    .sms = { $score }: fou9 l3ataba dyal AMO Tadamon ({ $tadamon }), dakhel f dyal da3m lmobachir ({ $asd }). Choufou AMO Achamil.
threshold-tadamon = Ila kan lmo2achir { $score }: dakhel f l3ataba dyal AMO Tadamon ({ $tadamon } wla 9ell), walakin fou9 dyal da3m lmobachir ({ $asd }).
    .sms = { $score }: dakhel f l3ataba dyal AMO Tadamon, fou9 dyal da3m lmobachir ({ $asd }).
threshold-none = Ila kan lmo2achir { $score }: fou9 l3ataba dyal AMO Tadamon ({ $tadamon }) w dyal da3m lmobachir ({ $asd }). Ila ma khddaminch w ma 3andkom taghtiya okhra, choufou AMO Achamil.
    .sms = { $score }: fou9 l3ataba dyal AMO Tadamon ({ $tadamon }) w da3m lmobachir ({ $asd }). Choufou AMO Achamil.
threshold-at-limit = { $score } ja 9ed 9ed m3a we7da mn l3atabat (AMO Tadamon { $tadamon }, da3m lmobachir { $asd }): t2ekkdou f asd.ma.
    .sms = { $score } ja 9ed 9ed m3a l3ataba: t2ekkdou f asd.ma.
threshold-unconfirmed = Y9edrou l3atabat ykounou tbdlou, w ma bghitch n3tikom ra9m 9dim. Sewlou f rsu.ma wla f markaz khadamat lmowatinin.
    .sms = Y9edrou l3atabat tbdlou. Sewlou f rsu.ma wla f markaz khadamat lmowatinin.

## AMO
amo-tadamon-info = AMO Tadamon hiya taghtiya si77iya dyal l2osar li ma 9addach tkhelles la cotisation: dawla katkhelles 3lihom. Khass tesjil f RSU w lmo2achir ykoun { $limit } wla 9ell.
    .sms = AMO Tadamon: dawla katkhelles 3la li msejjel f RSU w lmo2achir dyalo { $limit } wla 9ell.
amo-tadamon-info-ask = AMO Tadamon hiya taghtiya si77iya dyal l2osar li ma 9addach tkhelles la cotisation: dawla katkhelles 3lihom. Khass tesjil f RSU; 3la l3ataba sewlou f rsu.ma.
    .sms = AMO Tadamon: dawla katkhelles 3la li msejjel f RSU. L3ataba: rsu.ma.
amo-tadamon-gives = Kat3ti l3ilaj fabor f sbitar l3omoumi, w katrejje3 mn lmasarif dyal dwa, ta7alil w tbib privé, likom w l l3a2ila dyalkom.
amo-tadamon-ramed = La carte RAMED l9dima ma b9atch kafya.
amo-open = { $regime }: taghtiya dyalkom m7loula mn { $since }.
    .sms = { $regime }: m7loula mn { $since }.
amo-suspended = { $regime }: taghtiya dyalkom mew9oufa mn { $since }.
    .sms = { $regime }: mew9oufa mn { $since }.
amo-closed = { $regime }: taghtiya dyalkom mesdouda mn { $since }.
    .sms = { $regime }: mesdouda mn { $since }.
amo-registration = Ra9m tesjil: { $number }.
    .sms = Ra9m { $number }.
amo-none = Ma l9itch AMO b smiytkom f lma3loumat li 3andi. Bach tt2ekkdou, 3eytou l CNSS f { $phone }.
    .sms = Ma l9itch AMO b smiytkom 3andi. T2ekkdou mn CNSS: { $phone }.
amo-none-ask = Ma l9itch AMO b smiytkom f lma3loumat li 3andi. Bach tt2ekkdou, sewlou f wikala dyal CNSS.
    .sms = Ma l9itch AMO b smiytkom 3andi. T2ekkdou f wikala dyal CNSS.
regime-amo-tadamon = AMO Tadamon
regime-amo-achamil = AMO Achamil
regime-amo-tns = AMO dyal li khddam 3la raso (TNS)
    .sms = AMO TNS
regime-amo-salaried = AMO dyal lkhddama 3and lpatron
    .sms = AMO salariés
reason-unpaid-contributions = Sabab: kaynin cotisations ma tkhelsouch.
    .sms = Sabab: cotisations ma tkhelsouch.
reason-waiting-period = Sabab: mazal ma kemlou chhour dyal tsenna.
    .sms = Sabab: chhour dyal tsenna ma kemlouch.
reason-score-above-threshold = Sabab: lmo2achir dyal l2osra fou9 l3ataba.
    .sms = Sabab: lmo2achir fou9 l3ataba.
reason-no-valid-score = Sabab: l2osra ma 3andhach mo2achir sale7 f RSU.
    .sms = Sabab: ma kaynch mo2achir sale7.
reason-other-cover = Sabab: 3andkom taghtiya okhra.
reason-file-incomplete = Sabab: na9sa chi wer9a f dossier.
reason-age-limit = Sabab: wseltou l sen li kat7bes fih.
    .sms = Sabab: sen.
reason-activity-ended = Sabab: salat lkhedma li kanet kat3ti l7e99.
    .sms = Sabab: salat lkhedma.
reason-other = Ma 3andich sabab: sewlou CNSS.

## Contributions
contribution-none = Ma l9itch compte dyal les cotisations b smiytkom f lma3loumat li 3andi. Bach tt2ekkdou, 3eytou l CNSS f { $phone }.
    .sms = Ma l9itch compte dyal les cotisations b smiytkom 3andi. T2ekkdou mn CNSS: { $phone }.
contribution-none-ask = Ma l9itch compte dyal les cotisations b smiytkom f lma3loumat li 3andi. Bach tt2ekkdou, sewlou f wikala dyal CNSS.
    .sms = Ma l9itch compte dyal les cotisations b smiytkom 3andi. T2ekkdou f wikala dyal CNSS.
contribution-tadamon = Ma 3likom ma tkhelsou: f AMO Tadamon dawla hiya li katkhelles la cotisation dyalkom.
    .sms = Ma 3likom walou: f AMO Tadamon dawla katkhelles.
contribution-regime = { $regime }:
contribution-declared = { $days ->
        [zero] Lpatron ma serre7 b 7ta nhar f { $month }.
        [one] Lpatron serre7 b nhar wa7ed f { $month }.
        [two] Lpatron serre7 b youmayn f { $month }.
        [few] Lpatron serre7 b { $days } dyal lyam f { $month }.
       *[other] Lpatron serre7 b { $days } youm f { $month }.
    }
    .sms = Lyam lmserre7 bihom f { $month }: { $days }.
contribution-arrears = { $months ->
        [one] Ba9i 3likom { $amount }, dyal chher wa7ed ({ $since }).
        [two] Ba9i 3likom { $amount }, dyal chehrin mn { $since }.
        [few] Ba9i 3likom { $amount }, dyal { $months } chhour mn { $since }.
       *[other] Ba9i 3likom { $amount }, dyal { $months } chher mn { $since }.
    }
    .sms = Ba9i 3likom { $amount } ({ $months } chhour, mn { $since }).
contribution-up-to-date = Les cotisations dyalkom kollhom mkhelsin.
contribution-last-payment = Akhir khlass: { $amount } nhar { $day }.
contribution-next-debit = Li9tita3 ljay: { $amount } nhar { $day }.
    .sms = Li9tita3: { $amount } nhar { $day }.

## Review
review = L9anoun 72.18 (lmadda 16) kay3tikom { $days } youm, mn nhar li wselkom fih lmo2achir, bach ttelbou lmoraja3a dyalo. T9edrou ttelbouha hna w fabor: kansejjelha w kansifetha l lwikala lwataniya dyal sijillat, w hiya li kat9errer.
    .sms = Moraja3a dyal lmo2achir: { $days } youm mn nhar wselkom. T9edrou ttelbouha hna: ktbou lmoraja3a. Wikalat sijillat hiya li kat9errer.
review-ask = T9edrou ttelbou hna lmoraja3a dyal lmo2achir: kansejjelha w kansifetha l lwikala lwataniya dyal sijillat, w hiya li kat9errer. 3la lwe9t sewlou markaz khadamat lmowatinin, bla ma t3ettlou.
    .sms = T9edrou ttelbou lmoraja3a hna: ktbou lmoraja3a. 3la lwe9t sewlou markaz khadamat lmowatinin.

## Centres
centre-found = { $name }: { $address }. L2aw9at: { $hours }.
    .sms = { $name }: { $address }. { $hours }

## Labels of choices
choice-more = 3lach, tafasil
choice-score-status = Lmo2achir dyali
choice-score-explain = 3lach had lmo2achir
choice-amo-status = AMO dyali
choice-contribution-status = Les cotisations dyali
    .sms = Cotisations
choice-threshold-info = L3atabat
choice-amo-tadamon-info = AMO Tadamon
choice-score-meaning = Chno howa lmo2achir?
    .sms = Chno lmo2achir
choice-human-agent = Mowaddaf y3eyyet liya
    .sms = Mowaddaf
choice-change-language = Nbeddel lougha
    .sms = Lougha
choice-help = As2ila khrin
choice-review-howto = Kifach ntleb lmoraja3a
    .sms = Lmoraja3a
choice-review-file = Ntleb lmoraja3a
choice-review-status = Fin wslat lmoraja3a
choice-review-deadline = 7tal fo9ach lmoraja3a
    .sms = We9t lmoraja3a
choice-amo-achamil-info = AMO Achamil
choice-amo-tns-info = AMO: li khddam 3la raso
    .sms = AMO TNS
choice-amo-benefits = Chno katrejje3 AMO
choice-family-cover = Chkoun kaystafed m3aya
    .sms = L3a2ila
choice-contribution-rates = Bch7al la cotisation
choice-how-to-pay = Kifach nkhelles
choice-registration-howto = Kifach ntsejjel
choice-idcs-info = Chno howa IDCS
choice-data-update = Nserr7 b taghyir
choice-false-declaration-info = Tasri7 li machi s7i7
choice-direct-aid-info = Da3m lmobachir
choice-data-privacy = Lma3loumat dyali
choice-fraud-alert = Chekkit f appel wla SMS
    .sms = Appel fih chekk
choice-centre-locate = Nel9a markaz
choice-complaint = N7ett chikaya
choice-alerts-on = Ntwessel b les alertes
    .sms = Bghit les alertes
choice-alerts-off = N7bes les alertes
choice-language-ary = الدارجة
    .sms = darija b l3arbiya
choice-language-ary-latn = darija (latin)
choice-language-ar = العربية
    .sms = l3arbiya
choice-language-fr = français
    .sms = francais
