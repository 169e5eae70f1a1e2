# Darija in Latin letters: the review of a score, from the receipt to the decision, and the reminders before the last day.
# SMS texts (.sms) stay in GSM 03.38, see messages.ftl.

## Recorded
review-receipt = Tsejjel nhar { $day }: talab lmoraja3a dyalkom ra9mo { $reference }, khelliwh 3andkom. Lwikala lwataniya dyal sijillat mazal ma 2ekkdatouch.
    .sms = Talab lmoraja3a { $reference } tsejjel nhar { $day }, w lwikala dyal sijillat mazal ma 2ekkdatouch.
review-receipt-mandated = Tsejjel 3and lwikala lwataniya dyal sijillat nhar { $day }: talab lmoraja3a dyalkom ra9mo { $reference }, khelliwh 3andkom.
    .sms = Talab lmoraja3a { $reference } tsejjel 3and lwikala dyal sijillat nhar { $day }.
review-countdown = { $days ->
        [0] Lwe9t dyal talab lmoraja3a kaysali lyoum, { $day }.
        [one] Lwe9t dyal talab lmoraja3a ba9i 7tal { $day }: ba9i nhar wa7ed.
        [two] Lwe9t dyal talab lmoraja3a ba9i 7tal { $day }: ba9i youmayn.
        [few] Lwe9t dyal talab lmoraja3a ba9i 7tal { $day }: ba9i { $days } dyal lyam.
       *[other] Lwe9t dyal talab lmoraja3a ba9i 7tal { $day }: ba9i { $days } youm.
    }
    .sms = Lwe9t 7tal { $day }.
review-late = Lwe9t dyal talab lmoraja3a sala nhar { $day }: talab tsejjel wakha hakkak, mektoub fih belli ja mn be3d lwe9t, w bnadem, machi machine, howa li ghay9errer.
    .sms = Ja mn be3d lwe9t ({ $day }), w bnadem howa li ghay9errer.
review-remains = W t9edrou tserr7ou b chi taghyir f l2osra, wla temchiw l markaz khadamat lmowatinin, wla t7ettou chikaya.
    .sms = W t9edrou tserr7ou b taghyir.
review-legal-effect = Ma l9it 7ta noss kaygoul wach tesjil hna kafi. Ma 7edd lwikala ma 2ekkdatch, telbouha 7ta f markaz khadamat lmowatinin.
review-already = Lmoraja3a déjà matlouba l had lmo2achir: ra9mha { $reference }, tsejlat nhar { $day }. We7da kafya.
    .sms = Lmoraja3a déjà matlouba l had lmo2achir: { $reference }, nhar { $day }.
review-unconfirmed = Lwikala lwataniya dyal sijillat mazal ma 2ekkdathach.
    .sms = Lwikala dyal sijillat mazal ma 2ekkdathach.
review-declarant-filed = Wa7ed mn lkbar f l2osra dyalkom tleb lmoraja3a dyal lmo2achir nhar { $day }, w ra9m howa { $reference }. Ila ma kanch f khbarkom, t9edrou ttelbou mowaddaf y3eyyet likom.
    .sms = Wa7ed mn l2osra dyalkom tleb lmoraja3a dyal lmo2achir nhar { $day }: { $reference }. Ila 3andkom so2al, telbou mowaddaf.
review-draft-open = Bditou talab lmoraja3a, walakin mazal ma tsiftch.

## What the agency does
review-acknowledged = Lwikala lwataniya dyal sijillat 2ekkdat talab lmoraja3a dyalkom { $reference }. Ra9m dyalo 3andha: { $number }.
    .sms = Lwikala dyal sijillat 2ekkdat talab lmoraja3a { $reference }. Ra9mo 3andha: { $number }.
review-acknowledged-plain = Lwikala lwataniya dyal sijillat 2ekkdat talab lmoraja3a dyalkom { $reference }.
    .sms = Lwikala dyal sijillat 2ekkdat talab lmoraja3a { $reference }.
review-in-review = Lwikala lwataniya dyal sijillat katdres talab lmoraja3a dyalkom { $reference }.
    .sms = Lwikala dyal sijillat katdres talab lmoraja3a { $reference }.
review-information-asked = 3la talab lmoraja3a { $reference }, lwikala lwataniya dyal sijillat kattleb menkom: { $question }
    .sms = Lmoraja3a { $reference }, lwikala dyal sijillat kattleb: { $question }
review-information-asked-long = 3la talab lmoraja3a { $reference }, lwikala lwataniya dyal sijillat bghat ma3loumat zayda. Sewlouni fin wslat lmoraja3a, bach t9raw chno bghat w tjawbou.
    .sms = Lmoraja3a { $reference }: lwikala dyal sijillat 3andha so2al. Sewlouni fin wslat bach t9rawh.
review-information-received = Ljawab dyalkom 3la talab lmoraja3a { $reference } tsejjel nhar { $day }.
    .sms = Lmoraja3a { $reference }: ljawab dyalkom tsejjel nhar { $day }.
review-new-score = F had lwe9t ja mo2achir jdid: { $score }. Talab lmoraja3a mazal ghadi.
    .sms = Ja mo2achir jdid: { $score }. Talab mazal ghadi.

## Its end
review-maintained = Lwikala lwataniya dyal sijillat khellat lmo2achir kif ma kan: hada jawabha 3la talab lmoraja3a { $reference }.
    .sms = Lmoraja3a { $reference }: lwikala dyal sijillat khellat lmo2achir kif ma kan.
review-revised = Lwikala lwataniya dyal sijillat beddlat lmo2achir: hada jawabha 3la talab lmoraja3a { $reference }.
    .sms = Lmoraja3a { $reference }: lwikala dyal sijillat beddlat lmo2achir.
review-rejected-as-late = Lwikala lwataniya dyal sijillat ma dersatch talab lmoraja3a { $reference }: galet belli lwe9t kan sala.
    .sms = Lmoraja3a { $reference }: lwikala dyal sijillat galet lwe9t kan sala.
review-decision-reason = Sabab li 3tat: { $reason }
review-after-revised = Sewlouni 3la lmo2achir dyalkom: kanwerrikom jdid melli kaywselni.
    .sms = Sewlouni 3la lmo2achir bach tchoufou jdid.
review-withdrawn = Talab lmoraja3a { $reference } t7eyyed. T9edrou tdirou wa7ed jdid ma 7edd lwe9t ba9i.
    .sms = Talab lmoraja3a { $reference } t7eyyed.

## Reminders
review-reminder = { $days ->
        [0] Lwe9t bach ttelbou lmoraja3a dyal lmo2achir kaysali lyoum, { $day }. Bach ttelbouha ktbou liya: lmoraja3a.
        [one] Lwe9t bach ttelbou lmoraja3a dyal lmo2achir kaysali ghedda, { $day }. Bach ttelbouha ktbou liya: lmoraja3a.
        [two] Lwe9t bach ttelbou lmoraja3a dyal lmo2achir kaysali mn hna youmayn, { $day }. Bach ttelbouha ktbou liya: lmoraja3a.
        [few] Lwe9t bach ttelbou lmoraja3a dyal lmo2achir kaysali mn hna { $days } dyal lyam, { $day }. Bach ttelbouha ktbou liya: lmoraja3a.
       *[other] Lwe9t bach ttelbou lmoraja3a dyal lmo2achir kaysali mn hna { $days } youm, { $day }. Bach ttelbouha ktbou liya: lmoraja3a.
    }
    .sms = Haqqi: t9edrou ttelbou lmoraja3a dyal lmo2achir 7tal { $day }. Ktbou: lmoraja3a. Bach t7ebsou les alertes: STOP.
review-reminder-unconfirmed = Lwikala lwataniya dyal sijillat mazal ma 2ekkdatch talab lmoraja3a { $reference }, w lwe9t kaysali nhar { $day }. Bach tkounou hanyin, sirou l markaz khadamat lmowatinin 9bel dak nhar.
    .sms = Haqqi: lwikala mazal ma 2ekkdatch { $reference }, w lwe9t kaysali { $day }. Sirou l markaz khadamat lmowatinin 9bel. Bach t7ebsou: STOP.
