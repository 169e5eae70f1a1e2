# Alerts by SMS. Darija in Latin letters.
alerts-on-done = Safi, tsejjel: gha n3elmkom b SMS f nnemra li katsali b { $phone_end }, 9bel ma ysali chi ajal (mouraja3a, ichtirak). Bach t7ebsou, ktbou STOP.
    .sms = Safi, gha n3elmkom b SMS 9bel ma ysali chi ajal. Bach t7ebsou: STOP.
alerts-on-already = Les alertes deja khddamin f nnemra li katsali b { $phone_end }. Bach t7ebsouhom, ktbou STOP.
    .sms = Les alertes deja khddamin. Bach t7ebsou: STOP.
alerts-on-confirm = Bach tweslkom les alertes b SMS, jawbou b { $word }. Ila ma tlebtou walou, ma tjawbouch.
alerts-off-done = Safi, t7ebsou les alertes f nnemra li katsali b { $phone_end }. Kanb9a njaweb 3la l2as2ila dyalkom, w li kayfred l9anoun kaywslkom dima.
    .sms = Safi, t7ebsou les alertes. Kanb9a njaweb 3la l2as2ila dyalkom.
alerts-off-already = Les alertes deja m7boussin f nnemra li katsali b { $phone_end }. Kanb9a njaweb 3la l2as2ila dyalkom.
    .sms = Les alertes deja m7boussin. Kanb9a njaweb 3la l2as2ila dyalkom.
alerts-off-confirm = Bach n7ebsou les alertes, jawbou b { $word }. Ila ma tlebtou walou, ma tjawbouch.
