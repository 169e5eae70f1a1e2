# Darija in Latin letters: the statutory notice of a new score. It states no last day: nothing is proved yet.
# SMS texts (.sms) stay in GSM 03.38, at most three parts, see messages.ftl.

score-notice = L2osra dyalkom 3andha mo2achir jdid: { $score } ({ $day }). Bach t3erfou chno kay7ell likom, ktbou liya: lmo2achir. Ila ban likom ghalet, t9edrou ttelbou lmoraja3a dyalo, ktbou liya: lmoraja3a. 3emmerni ma ghantleb menkom la carte bancaire, wla lcode PIN dyalha.
    .sms = Haqqi: l2osra dyalkom 3andha mo2achir jdid: { $score } ({ $day }). Bach t3erfou chno kay7ell likom, ktbou: lmo2achir. Ila ban likom ghalet, ktbou: lmoraja3a. Haqqi 3emmro ma kaytleb la carte bancaire, wla lcode PIN dyalha.
