# A case for staff that a choice opens: everything is paid, and the cover is closed all the same. French.
# Every SMS text stays in GSM 03.38.

choice-record-paid-but-closed = Ouvrir un dossier
case-recorded = Votre dossier est ouvert, le { $day }, sous le numéro { $reference } : tout est payé, et votre couverture ({ $regime }) n'est pas rouverte. Gardez ce numéro et votre reçu.
    .sms = Dossier { $reference } ouvert le { $day } : tout est payé, mais { $regime } n'est pas rouverte.
case-open-already = Votre dossier est déjà ouvert depuis le { $day }, sous le numéro { $reference } ({ $regime }). Rien n'est perdu : pas besoin d'en ouvrir un autre.
    .sms = Votre dossier { $reference } ({ $regime }) est ouvert depuis le { $day }.
case-next = Un conseiller va le lire et le suivre. C'est la CNSS qui décide de rouvrir vos droits : je ne peux pas vous le promettre. Pour lui parler directement : { $phone }.
    .sms = Un conseiller le lira. C'est la CNSS qui décide : { $phone }.
case-next-agency = Un conseiller va le lire et le suivre. C'est la CNSS qui décide de rouvrir vos droits : je ne peux pas vous le promettre. Vous pouvez aussi demander dans une agence CNSS.
    .sms = Un conseiller le lira. C'est la CNSS qui décide.
case-not-needed = D'après mes données, aucune de vos couvertures n'est fermée alors que tout est payé : il n'y a pas de dossier à ouvrir. Regardez où en sont vos cotisations, ou demandez qu'un conseiller vous rappelle.
    .sms = D'après mes données, il n'y a pas de dossier à ouvrir. Voyez vos cotisations.
