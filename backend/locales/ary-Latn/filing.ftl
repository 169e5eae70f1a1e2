# Darija in Latin letters: writing the request for a review, sending it, withdrawing it, answering the agency.
# SMS texts (.sms) stay in GSM 03.38, see messages.ftl.

## What is wrong
review-what = Chno li ghalet f dossier dyalkom? Khtarou, wla ktbouha b klamkom. 7ta 7aja ma ghatmchi bla mowaf9a dyalkom.
    .sms = Chno li ghalet? Ra9m, wla ktbouha b klamkom.
review-noted = Msejjel déjà: { $item }.
review-value = { $item }: f sijil kayn { $declared }. Ch7al f l7a9i9a? Jawbou b ra9m, wla ktbou chno li ghalet.
    .sms = { $item }: f sijil { $declared }. Ch7al f l7a9i9a? Ra9m, wla ktbouha.
review-value-unknown = { $item }: ch7al f l7a9i9a? Jawbou b ra9m, wla ktbou chno li ghalet.
    .sms = { $item }: ch7al f l7a9i9a? Ra9m, wla ktbouha.
review-value-words = { $item }: ktbou chno li ghalet w kifach f l7a9i9a, matalan ch7al w wach f chher wla f l3am.
    .sms = { $item }: ktbou ch7al f l7a9i9a, w wach f chher wla f l3am.
review-problem-same = Hadchi howa li kayn déjà f sijil.
review-problem-impossible = Had ra9m ma yemkench hna.
review-problem-too-long = Hadchi twil bezzaf l talab wa7ed. Ktbouh 9ser mn hakka, 3afakom.
    .sms = Twil bezzaf. Ktbouh 9ser, 3afakom.

## The summary
review-summary = Hada howa talab dyalkom, mazal ma mcha: moraja3a dyal lmo2achir { $score } dyal { $computed_on }.
    .sms = Mazal ma mcha: moraja3a dyal lmo2achir { $score } dyal { $computed_on }.
review-summary-item = - { $item }: ghalet.
review-summary-number = - { $item }: f sijil { $declared }, 3endkom { $said }.
review-summary-said = - { $item }: 3endkom { $said }.
review-summary-yes = - { $item }: f sijil la, 3endkom iyeh.
review-summary-no = - { $item }: f sijil iyeh, 3endkom la.
review-summary-words = - B klamkom: { $text }
    .sms = - Lklam dyalkom msejjel.
review-summary-files = { $count ->
        [one] - Tswira wla wer9a we7da m3ah.
        [two] - Jouj tsawer wla wra9 m3ah.
        [few] - { $count } dyal tsawer wla wra9 m3ah.
       *[other] - { $count } tswira wla wer9a m3ah.
    }
    .sms = - Wra9 m3ah: { $count }.
review-summary-until = Akher nhar bach yettleb: { $day }.
    .sms = Akher nhar: { $day }.
review-summary-late = Lwe9t sala nhar { $day }. Talab ghaytsejjel wakha hakkak b7al « m3ettel », w bnadem howa li ghay9errer.
    .sms = Lwe9t sala { $day }: bnadem ghay9errer.
review-summary-consent = Ila sifttouh, katwaf9ou bli lm3lomat dyal l2osra dyalkom timchi l lwikala lwataniya dyal sijillat. Goulou ghir li s7i7.
    .sms = Ila sifttouh katwaf9ou lm3lomat dyalkom timchi l wikalat sijillat.
review-summary-send = Nsiftou?
review-summary-word = Bach yimchi, jawbou { $word }.
review-word-wrong = Machi hada howa ra9m.
review-identify-again = Bach n7mikom, goulou liya 3awd chkoun ntouma, w mn be3d 3awdou akher jawab. Lba9i ma7foud.
    .sms = Chkoun ntouma 3awd? Lba9i ma7foud.
review-left = Walou ma tsifet. Li goltou ma7foud 7tal { $day }: ktbou « lmoraja3a » bach tkemlou, hna wla mn blassa khra.
    .sms = Walou ma tsifet. Ma7foud 7tal { $day }: ktbou lmoraja3a bach tkemlou.
review-left-empty = Wakha, ma bdina walou. T9edrou ttelbou lmoraja3a fo9ma bghitou.
    .sms = Wakha, walou ma tsifet.
review-dropped = Safi tmse7, w ma tsifet walou.
review-sent = Safi. Talab { $reference } tsejjel, w lwasl jay f SMS akhor.

## Withdrawing it, answering the agency
review-withdraw-ask = Bghitou tsa7bou talab lmoraja3a { $reference }? Lwikala ma ghatb9ach tchoufou.
review-withdraw-word = Bach tsa7bou talab { $reference }, jawbou { $word }.
review-answer-question = Lwikala lwataniya dyal sijillat katsewwel: { $question }
review-answer-ask = Ktbou jawab dyalkom f message wa7ed. T9edrou tzidou tswira: siftouha hiya lowla.
    .sms = Ktbou jawab dyalkom l lwikala f message wa7ed.
review-answer-word = Bach yimchi had jawab l lwikala, jawbou { $word }.

## Why not
review-refused = Hadchi ma momkinch daba. Y9der mowaddaf ychouf m3akom.
review-refused-not-adult = Ghir wa7ed kbir (18 3am wla kter) mn l2osra li y9der ytleb lmoraja3a.
review-refused-no-score = Ma 3endich lmo2achir dyal l2osra dyalkom: ma kayn ma yttraje3 hna. Y9der mowaddaf ychouf m3akom.
    .sms = Ma 3endich lmo2achir dyal l2osra dyalkom. Y9der mowaddaf ychouf m3akom.
review-refused-not-yours = Ghir li dar talab, wla lmosarri7 dyal l2osra, li y9der ydir hadchi.
review-refused-text-too-long = Hadchi twil bezzaf l talab wa7ed. Ktbouh 9ser mn hakka, 3afakom.
    .sms = Twil bezzaf. Ktbouh 9ser, 3afakom.
review-refused-too-many-files = Tsawer bezzaf 3la talab wa7ed. Y9der mowaddaf y3awnkom tkhtarou.
review-refused-nothing-asked = Lwikala ma kattleb walou daba.

## Where it stands, until when
review-window = 3endkom { $days } youm, mn nhar li wselkom fih lmo2achir.
review-none = Ma kanchouf 7ta talab dyal lmoraja3a dyal l2osra dyalkom.
review-unknown-reference = Ma kanchoufch talab { $reference } 3end l2osra dyalkom.
review-over = Lwe9t bach tettleb lmoraja3a sala nhar { $day }. Mazal t9edrou ttelbouha: ghattsejjel « m3ettla », w bnadem howa li ghay9errer.
    .sms = Lwe9t sala { $day }. Mazal t9der ttsejjel m3ettla, w bnadem ghay9errer.
review-notified = Had lwe9t kayt7seb mn { $day }, nhar li wselkom fih lmo2achir { $score }.

## Choices
choice-review-send = Sifet
choice-review-change = Se77e7 wla zid
choice-review-clear = Mse7 kolchi
choice-review-leave = Mn be3d
choice-review-drop = Mse7 talab
choice-review-withdraw = S7eb talab
choice-review-withdraw-yes = Iyeh, s7bou
choice-review-keep = La, khellih
choice-review-answer = Jaweb lwikala
