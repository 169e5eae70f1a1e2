# French: the statutory notice of a new score. It states no last day: nothing is proved yet.
# SMS texts (.sms) stay in GSM 03.38, at most three parts, see messages.ftl.

score-notice = Votre ménage a un nouveau score RSU : { $score } ({ $day }). Pour savoir ce qu'il ouvre, écrivez-moi : mon score. S'il vous semble faux, vous pouvez en demander la révision, écrivez-moi : révision. Je ne demande jamais de carte bancaire, ni son code PIN.
    .sms = Haqqi : votre ménage a un nouveau score RSU : { $score } ({ $day }). Pour savoir ce qu'il ouvre, écrivez : score. S'il vous semble faux, écrivez : révision. Haqqi ne demande jamais de carte bancaire, ni son code PIN.
