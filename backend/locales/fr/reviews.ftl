# French: the review of a score, from the receipt to the decision, and the reminders before the last day.
# SMS texts (.sms) stay in GSM 03.38, see messages.ftl.

## Recorded
review-receipt = C'est enregistré le { $day } : votre demande de révision porte le numéro { $reference }, gardez-le. L'Agence nationale des registres ne l'a pas encore confirmée.
    .sms = Demande de révision { $reference } enregistrée le { $day }, pas encore confirmée par l'agence des registres.
review-receipt-mandated = C'est enregistré à l'Agence nationale des registres le { $day } : votre demande de révision porte le numéro { $reference }, gardez-le.
    .sms = Demande de révision { $reference } enregistrée à l'agence des registres le { $day }.
review-countdown = { $days ->
        [0] Le délai pour demander la révision finit aujourd'hui, le { $day }.
        [one] Le délai pour demander la révision court jusqu'au { $day }, encore un jour.
       *[other] Le délai pour demander la révision court jusqu'au { $day }, encore { $days } jours.
    }
    .sms = Délai : jusqu'au { $day }.
review-late = Le délai s'est terminé le { $day } : la demande est enregistrée quand même, avec la mention « hors délai », et c'est une personne qui décide.
    .sms = Elle arrive après le délai ({ $day }) : une personne décide.
review-remains = Vous pouvez aussi déclarer un changement dans votre ménage, voir un centre de services aux citoyens, ou faire une réclamation.
    .sms = Vous pouvez aussi déclarer un changement.
review-legal-effect = Je n'ai trouvé aucun texte qui dise si l'enregistrer ici suffit. Tant que l'agence n'a pas confirmé, demandez-la aussi dans un centre de services aux citoyens.
review-already = Une révision est déjà demandée pour ce score : numéro { $reference }, enregistrée le { $day }. Une seule suffit.
    .sms = Une révision est déjà demandée pour ce score : { $reference }, le { $day }.
review-unconfirmed = L'Agence nationale des registres ne l'a pas encore confirmée.
    .sms = L'agence des registres ne l'a pas encore confirmée.
review-declarant-filed = Un membre adulte de votre ménage a demandé la révision du score le { $day }, sous le numéro { $reference }. Si vous ne le saviez pas, vous pouvez demander qu'un conseiller vous rappelle.
    .sms = Un membre de votre ménage a demandé la révision du score le { $day } : { $reference }. Une question ? Demandez un conseiller.
review-draft-open = Votre demande de révision est commencée, mais pas encore envoyée.

## What the agency does
review-acknowledged = L'Agence nationale des registres a confirmé votre demande de révision { $reference }. Son numéro chez elle : { $number }.
    .sms = L'agence des registres a confirmé votre révision { $reference }. Son numéro : { $number }.
review-acknowledged-plain = L'Agence nationale des registres a confirmé votre demande de révision { $reference }.
    .sms = L'agence des registres a confirmé votre révision { $reference }.
review-in-review = L'Agence nationale des registres examine votre demande de révision { $reference }.
    .sms = L'agence des registres examine votre révision { $reference }.
review-information-asked = Pour votre demande de révision { $reference }, l'Agence nationale des registres demande : { $question }
    .sms = Révision { $reference }, l'agence des registres demande : { $question }
review-information-asked-long = Pour votre demande de révision { $reference }, l'Agence nationale des registres a besoin d'autres informations. Demandez-moi où en est votre révision pour lire sa question et y répondre.
    .sms = Révision { $reference } : l'agence des registres a une question. Demandez-moi où en est votre révision pour la lire.
review-information-received = Votre réponse pour la demande de révision { $reference } a été enregistrée le { $day }.
    .sms = Révision { $reference } : votre réponse est enregistrée le { $day }.
review-new-score = Un nouveau score est arrivé entre-temps : { $score }. La demande de révision continue.
    .sms = Nouveau score entre-temps : { $score }. La demande continue.

## Its end
review-maintained = L'Agence nationale des registres garde le score tel qu'il est : c'est sa réponse à la demande de révision { $reference }.
    .sms = Révision { $reference } : l'agence des registres garde le score.
review-revised = L'Agence nationale des registres change le score : c'est sa réponse à la demande de révision { $reference }.
    .sms = Révision { $reference } : l'agence des registres change le score.
review-rejected-as-late = L'Agence nationale des registres n'examine pas la demande de révision { $reference } : pour elle, le délai était terminé.
    .sms = Révision { $reference } : pour l'agence des registres, le délai était terminé.
review-decision-reason = La raison qu'elle donne : { $reason }
review-after-revised = Demandez-moi votre score : je montre le nouveau dès qu'il m'est transmis.
    .sms = Demandez-moi votre score pour voir le nouveau.
review-withdrawn = La demande de révision { $reference } est retirée. Vous pouvez en refaire une tant que le délai court.
    .sms = La demande de révision { $reference } est retirée.

## Reminders
review-reminder = { $days ->
        [0] Le délai pour demander la révision de votre score finit aujourd'hui, le { $day }. Pour la demander, écrivez-moi : révision.
        [one] Le délai pour demander la révision de votre score finit demain, le { $day }. Pour la demander, écrivez-moi : révision.
       *[other] Le délai pour demander la révision de votre score finit dans { $days } jours, le { $day }. Pour la demander, écrivez-moi : révision.
    }
    .sms = Haqqi : vous pouvez demander la révision du score jusqu'au { $day }. Écrivez : révision. Fin des alertes : STOP.
review-reminder-unconfirmed = L'Agence nationale des registres n'a pas encore confirmé votre demande de révision { $reference }, et le délai finit le { $day }. Pour être tranquille, voyez un centre de services aux citoyens avant ce jour.
    .sms = Haqqi : l'agence n'a pas encore confirmé { $reference }, et le délai finit le { $day }. Voyez un centre de services aux citoyens avant. Fin des alertes : STOP.
