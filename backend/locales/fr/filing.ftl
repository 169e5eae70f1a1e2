# French: writing the request for a review, sending it, withdrawing it, answering the agency.
# SMS texts (.sms) stay in GSM 03.38, see messages.ftl.

## What is wrong
review-what = Qu'est-ce qui est faux dans votre dossier ? Choisissez, ou écrivez-le avec vos mots. Rien ne part sans votre accord.
    .sms = Qu'est-ce qui est faux ? Un chiffre, ou vos mots.
review-noted = Déjà noté : { $item }.
review-value = { $item } : le registre dit { $declared }. Combien en réalité ? Répondez par un nombre, ou écrivez ce qui est faux.
    .sms = { $item } : au registre { $declared }. Combien en réalité ? Un nombre, ou vos mots.
review-value-unknown = { $item } : combien en réalité ? Répondez par un nombre, ou écrivez ce qui est faux.
    .sms = { $item } : combien en réalité ? Un nombre, ou vos mots.
review-value-words = { $item } : écrivez ce qui est faux et ce qui est juste, par exemple le montant, et si c'est par mois ou par an.
    .sms = { $item } : écrivez le bon montant, et si c'est par mois ou par an.
review-problem-same = C'est déjà ce que dit le registre.
review-problem-impossible = Ce nombre n'est pas possible ici.
review-problem-too-long = C'est trop long pour une seule demande. Écrivez-le plus court, s'il vous plaît.
    .sms = C'est trop long. Plus court, s'il vous plait.

## The summary
review-summary = Votre demande, pas encore envoyée : révision du score { $score } du { $computed_on }.
    .sms = Pas encore envoyé : révision du score { $score } du { $computed_on }.
review-summary-item = - { $item } : c'est faux.
review-summary-number = - { $item } : au registre { $declared }, selon vous { $said }.
review-summary-said = - { $item } : selon vous { $said }.
review-summary-yes = - { $item } : au registre non, selon vous oui.
review-summary-no = - { $item } : au registre oui, selon vous non.
review-summary-words = - Avec vos mots : { $text }
    .sms = - Vos mots sont notés.
review-summary-files = { $count ->
        [one] - Une photo ou un document joint.
       *[other] - { $count } photos ou documents joints.
    }
    .sms = - Pièces jointes : { $count }.
review-summary-until = Dernier jour pour la demander : { $day }.
    .sms = Dernier jour : { $day }.
review-summary-late = Le délai s'est terminé le { $day }. Votre demande sera enregistrée quand même, avec la mention « hors délai », et c'est une personne qui décidera.
    .sms = Hors délai depuis le { $day } : une personne décidera.
review-summary-consent = En l'envoyant, vous acceptez que les données de votre ménage partent à l'Agence nationale des registres. Relisez bien : tout doit être vrai.
    .sms = L'envoyer, c'est accepter que les données du ménage partent à l'agence des registres.
review-summary-send = Je l'envoie ?
review-summary-word = Pour l'envoyer, répondez { $word }.
review-word-wrong = Ce n'est pas ce nombre-là.
review-identify-again = Pour vous protéger, dites-moi encore une fois qui vous êtes, puis répétez votre dernière réponse. Le reste est gardé.
    .sms = Encore une vérification. Le reste est gardé.
review-left = Rien n'est envoyé. Ce que vous avez dit est gardé jusqu'au { $day } : écrivez « révision » pour continuer, ici ou par un autre moyen (SMS, site, WhatsApp).
    .sms = Rien n'est envoyé. C'est gardé jusqu'au { $day } : écrivez révision pour continuer.
review-left-empty = D'accord, rien n'est commencé. Vous pouvez demander la révision quand vous voulez.
    .sms = D'accord, rien n'est envoyé.
review-drop-word = Pour tout effacer, répondez { $word }.
review-dropped = C'est effacé, rien n'a été envoyé.
review-sent = C'est fait. Votre demande de révision { $reference } est enregistrée ; le reçu arrive dans un autre SMS.
    .sms = C'est fait. Demande { $reference } enregistrée. Un autre SMS vous le confirme.

## Withdrawing it, answering the agency
review-withdraw-ask = Retirer la demande de révision { $reference } ? L'agence ne l'examinera plus.
review-withdraw-word = Pour retirer la demande { $reference }, répondez { $word }.
review-answer-question = L'Agence nationale des registres demande : { $question }
review-answer-ask = Écrivez votre réponse en un message. Une photo peut partir avec : envoyez-la d'abord.
    .sms = Écrivez votre réponse à l'agence en un message.
review-answer-word = Pour envoyer cette réponse à l'agence, répondez { $word }.

## Why not
review-refused = Ce n'est pas possible maintenant. Un conseiller peut voir cela avec vous.
review-refused-not-adult = Seul un adulte du ménage (18 ans ou plus) peut demander la révision.
review-refused-no-score = Je n'ai pas de score pour votre ménage : je ne peux donc pas en demander la révision. Un conseiller peut voir cela avec vous.
    .sms = Je n'ai pas de score pour votre ménage. Un conseiller peut voir avec vous.
review-refused-not-yours = Seule la personne qui a fait la demande, ou le déclarant du ménage, peut le faire.
    .sms = Seul l'auteur de la demande, ou le déclarant, peut le faire.
review-refused-text-too-long = C'est trop long pour une seule demande. Écrivez-le plus court, s'il vous plaît.
    .sms = C'est trop long. Plus court, s'il vous plait.
review-refused-too-many-files = Il y a trop de photos pour une demande. Un conseiller peut vous aider à choisir.
review-refused-too-many-words = Trop de nombres faux ont été donnés. Pour vous protéger, rien ne s'envoie par SMS pendant une heure. Ce que vous avez dit est gardé : continuez sur le site ou WhatsApp, ou demandez un conseiller.
    .sms = Trop de nombres faux : rien ne part par SMS pendant une heure. Tout est gardé. Un conseiller peut vous aider.
review-refused-nothing-asked = L'agence ne vous demande rien en ce moment.

## Where it stands, until when
review-window = Vous avez { $days } jours, à partir du jour où le score vous a été notifié.
    .sms = { $days } jours à partir de la notification du score.
review-none = Je ne vois aucune demande de révision pour votre ménage.
review-unknown-reference = Je ne vois pas la demande { $reference } pour votre ménage.
review-over = Le délai pour demander la révision s'est terminé le { $day }. Vous pouvez encore la demander : elle sera enregistrée « hors délai », et une personne décidera.
    .sms = Délai fini le { $day }. Vous pouvez encore la demander, hors délai : une personne décidera.
review-notified = Ce délai part du { $day }, le jour où le score { $score } vous a été notifié.

## Choices
choice-review-send = Envoyer
choice-review-change = Corriger, ajouter
choice-review-clear = Tout effacer
choice-review-leave = Pas maintenant
choice-review-drop = Effacer la demande
choice-review-withdraw = Retirer la demande
choice-review-withdraw-yes = Oui, la retirer
choice-review-keep = Non, la garder
choice-review-answer = Répondre à l'agence
