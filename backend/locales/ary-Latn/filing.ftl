# Darija in Latin letters: writing the request for a review, sending it, withdrawing it, answering the agency.
# SMS texts (.sms) stay in GSM 03.38, see messages.ftl.

## What is wrong
review-what = Chno li ghalet f dossier dyalkom? Khtarou, wla ktbouha b klamkom. 7ta 7aja ma ghatmchi bla ma twaf9ou ntouma.
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
review-summary-number = - { $item }: f sijil { $declared }, goltou { $said }.
review-summary-said = - { $item }: goltou { $said }.
review-summary-yes = - { $item }: f sijil la, goltou iyeh.
review-summary-no = - { $item }: f sijil iyeh, goltou la.
review-summary-words = - B klamkom: { $text }
    .sms = - Lklam dyalkom msejjel.
review-summary-files = { $count ->
        [one] - Tswira wla wer9a we7da m3ah.
        [two] - Jouj tsawer wla wra9 m3ah.
        [few] - { $count } dyal tsawer wla wra9 m3ah.
       *[other] - { $count } tswira wla wer9a m3ah.
    }
    .sms = - Wra9 m3ah: { $count }.
review-summary-until = Akher nhar bach yimchi: { $day }.
    .sms = Akher nhar: { $day }.
review-summary-late = Lwe9t sala nhar { $day }. Talab ghaytsejjel wakha hakkak, mektoub fih belli ja mn be3d lwe9t, w bnadem, machi machine, howa li ghay9errer.
    .sms = Lwe9t sala { $day }: bnadem ghay9errer.
review-summary-consent = Ila sifttouh, rakom mwaf9in bach lma3loumat dyal l2osra dyalkom ymchiw l lwikala lwataniya dyal sijillat. Choufou mezyan wach kolchi s7i7.
    .sms = Ila sifttouh 9beltou lma3loumat dyal l2osra ymchiw l wikalat sijillat.
review-summary-send = Nsiftou?
review-summary-word = Bach yimchi, jawbou { $word }.
review-word-wrong = Machi hada howa ra9m.
review-identify-again = Bach n7mikom, goulou liya 3awd chkoun ntouma, w mn be3d 3awdou akher jawab. Lba9i ma7foud.
    .sms = Nt2ekkdou 3awd. Lba9i ma7foud.
review-left = Ma tsifet walou. Li goltou ma7foud 7tal { $day }: ktbou « lmoraja3a » bach tkemlou, hna wla b tari9a okhra (SMS, site, WhatsApp).
    .sms = Ma tsifet walou. Ma7foud 7tal { $day }: ktbou lmoraja3a bach tkemlou.
review-left-empty = Wakha, ma bdina walou. T9edrou ttelbou lmoraja3a fo9ma bghitou.
    .sms = Wakha, ma tsifet walou.
review-drop-word = Bach tmes7ou kolchi, jawbou { $word }.
review-dropped = Safi tmse7, w ma tsifet walou.
review-sent = Safi. Talab { $reference } tsejjel, w tewsil jay f SMS akhor.

## Withdrawing it, answering the agency
review-withdraw-ask = Bghitou t7eydou talab lmoraja3a { $reference }? Lwikala ma ghatb9ach tdersou.
review-withdraw-word = Bach t7eydou talab { $reference }, jawbou { $word }.
review-answer-question = Lwikala lwataniya dyal sijillat katsewwel: { $question }
review-answer-ask = Ktbou ljawab dyalkom f message wa7ed. T9edrou tzidou tswira: siftouha hiya lowla.
    .sms = Ktbou ljawab dyalkom l lwikala f message wa7ed.
review-answer-word = Bach yimchi had ljawab l lwikala, jawbou { $word }.

## Why not
review-refused = Hadchi ma yemkench daba. Y9der mowaddaf ychouf m3akom.
review-refused-not-adult = Bach ttelbou lmoraja3a, khasskom tkounou mn l2osra w 3andkom 18 3am wla kter.
review-refused-no-score = Ma 3andich lmo2achir dyal l2osra dyalkom: ma yemkench ntelbou lih lmoraja3a. Y9der mowaddaf ychouf m3akom.
    .sms = Ma 3andich lmo2achir dyal l2osra dyalkom. Y9der mowaddaf ychouf m3akom.
review-refused-not-yours = Ghir li dar talab, wla li serre7 3la l2osra, li y9der ydir hadchi.
review-refused-text-too-long = Hadchi twil bezzaf l talab wa7ed. Ktbouh 9ser mn hakka, 3afakom.
    .sms = Twil bezzaf. Ktbouh 9ser, 3afakom.
review-refused-too-many-files = Tsawer bezzaf 3la talab wa7ed. Y9der mowaddaf y3awnkom tkhtarou.
review-refused-too-many-words = T3taw bezzaf dyal l2ar9am ghaltin. Bach n7mikom, walou ma ghaymchi b SMS 7ta tdouz sa3a. Li goltou ma7foud: kemlou f site wla f WhatsApp, wla telbou mowaddaf.
    .sms = L2ar9am lghaltin bezzaf: walou ma ymchi b SMS 7ta tdouz sa3a. Kolchi ma7foud.
review-refused-nothing-asked = Lwikala ma kattleb walou daba.

## Where it stands, until when
review-window = 3andkom { $days } youm, mn nhar li wselkom fih lmo2achir.
review-none = Ma l9it 7ta talab dyal lmoraja3a dyal l2osra dyalkom.
review-unknown-reference = Ma l9itch talab { $reference } 3and l2osra dyalkom.
review-over = Lwe9t bach tettleb lmoraja3a sala nhar { $day }. Mazal t9edrou ttelbouha: ghattsejjel, mektoub fiha belli jat mn be3d lwe9t, w bnadem, machi machine, howa li ghay9errer.
    .sms = Lwe9t sala { $day }. T9edrou ttelbouha wakha hakkak: bnadem ghay9errer.
review-notified = Had lwe9t kayt7seb mn { $day }, nhar li wselkom fih lmo2achir { $score }.

## Choices
choice-review-send = Nsiftou
choice-review-change = Nse77e7 wla nzid
    .sms = Nse77e7
choice-review-clear = Nmse7 kolchi
choice-review-leave = Mn be3d
choice-review-drop = Nmse7 talab
choice-review-withdraw = N7eyyed talab
choice-review-withdraw-yes = Iyeh, n7eydou
choice-review-keep = La, nkhellih
choice-review-answer = Njaweb lwikala
