# French. SMS texts (.sms) stay in GSM 03.38: é è ù à are in it; ê ô î ç are not (the renderer folds what is left).

## Conversation
greet = Bonjour, ici Haqqi. Je réponds sur votre score RSU, votre AMO et vos cotisations. Que voulez-vous savoir ?
    .sms = Bonjour, ici Haqqi. Votre question, ou un numéro :
help = Vous pouvez me poser des questions sur votre score et les limites, l'AMO, les cotisations, l'inscription, l'aide sociale directe, ou un centre dans votre ville. Écrivez avec vos mots, en français, en darija ou en arabe, ou choisissez ci-dessous. Je ne demande jamais de carte bancaire, ni son code PIN, ni de mot de passe.
    .sms = Écrivez votre question avec vos mots, ou un numéro :
    .whatsapp = Vous pouvez me poser des questions sur votre score et les limites, l'AMO, les cotisations, l'inscription, l'aide sociale directe, ou un centre dans votre ville. Écrivez avec vos mots, ou choisissez. Vous pouvez aussi m'envoyer votre position, pour trouver le centre le plus proche, ou la photo d'un papier pour une révision. Je ne comprends pas encore les messages vocaux : écrivez-moi. Je ne demande jamais de carte bancaire, ni son code PIN, ni de mot de passe.
thank = Avec plaisir. Je reste à votre disposition.
goodbye = Au revoir, et bonne journée. Écrivez-moi quand vous voulez.
    .sms = Au revoir. Écrivez-moi quand vous voulez.
bot-challenge = Je suis un service automatique, pas une personne. Si vous préférez parler à quelqu'un, un conseiller peut vous rappeler.
    .sms = Je suis un service automatique. Un conseiller peut vous rappeler.
out-of-scope = Je ne peux pas vous aider là-dessus : je réponds sur le score RSU, l'AMO et les cotisations. Choisissez :
    .sms = Je réponds seulement sur le score RSU, l'AMO et les cotisations :
affirm = D'accord. Que voulez-vous savoir ?
    .sms = D'accord. Que voulez-vous savoir ?
deny = D'accord. Que voulez-vous savoir ?
    .sms = D'accord. Que voulez-vous savoir ?
inform = Merci. Quelle est votre question ?
    .sms = Merci. Quelle est votre question ?
fraud-alert = Haqqi ne demande jamais de carte bancaire, ni son code PIN, ni de mot de passe, ni d'argent. Ne donnez rien, n'ouvrez pas le lien et raccrochez. Les sites officiels : rsu.ma, rnp.ma, asd.ma, cnss.ma.
    .sms = Ne donnez jamais carte bancaire, code PIN, mot de passe ni argent. N'ouvrez pas le lien. Sites officiels : rsu.ma, rnp.ma, asd.ma, cnss.ma.
not-understood = Je n'ai pas bien compris. Dites-le autrement, ou choisissez :
    .sms = Je n'ai pas compris. Dites-le autrement, ou un numéro :
not-understood-again = Je n'ai toujours pas compris, excusez-moi. Voulez-vous qu'un conseiller vous rappelle ?
    .sms = Excusez-moi, je n'ai pas compris. Voulez-vous qu'un conseiller vous rappelle ?
did-you-mean = Je veux être sûr de bien comprendre. Vous demandez :
    .sms = Vous demandez :
menu-out-of-range = Ce numéro n'est pas dans la liste. Choisissez :
    .sms = Ce numéro n'est pas dans la liste :
menu-only = En ce moment, je ne lis que les numéros. Choisissez un numéro, je vous réponds :
    .sms = En ce moment, je ne lis que les numéros. Envoyez un numéro :
cancelled = C'est annulé, rien n'a été enregistré. Autre chose ?
    .sms = C'est annulé. Autre chose ?
language-ask = Dans quelle langue voulez-vous que je réponde ?
    .sms = Quelle langue ?
language-changed = C'est noté, je vous réponds en français. Que voulez-vous savoir ?
    .sms = C'est noté, je réponds en francais :
language-not-spoken = Je ne parle pas encore cette langue. Choisissez :
    .sms = Je ne parle pas encore cette langue. Choisissez :
source-line = Source : { $sources }

## Messages that cannot be read
unreadable-empty = Votre message est arrivé vide. Écrivez votre question, ou choisissez :
    .sms = Votre message est arrivé vide. Envoyez votre question ou un numéro :
unreadable-too-long = Votre message est trop long pour moi. Écrivez votre question en une ou deux phrases, ou choisissez :
    .sms = Message trop long. Écrivez votre question en une phrase, ou un numéro :
unreadable-no-words = Je n'ai pas trouvé de mots dans votre message. Écrivez votre question, ou choisissez :
    .sms = Je n'ai pas trouvé de mots. Écrivez votre question ou un numéro :
unreadable-encoding = Votre message est arrivé illisible. Pouvez-vous l'écrire encore une fois, ou choisir :
    .sms = Votre message est arrivé illisible. Écrivez-le encore, ou envoyez un numéro :

## A human
human-agent = C'est noté : un conseiller vous rappelle au numéro qui finit par { $phone_end }, avant le { $by }.
    .sms = C'est noté : un conseiller appelle le numéro finissant par { $phone_end } avant le { $by }.
human-agent-again = Votre demande est déjà notée : un conseiller vous rappelle au numéro qui finit par { $phone_end }, avant le { $by }.
    .sms = Déjà noté : un conseiller appelle le numéro finissant par { $phone_end } avant le { $by }.

## Identification and forms
form-identification-intro = Pour protéger vos données, je dois d'abord vérifier que c'est bien vous.
form-callback-intro = Un conseiller peut vous rappeler.
form-birth-date = Quelle est votre date de naissance ? (exemple : 03/03/1985)
    .sms = Votre date de naissance ? (ex. 03/03/1985)
form-birth-date-explain = Écrivez le jour, le mois et l'année, comme sur votre carte nationale.
    .sms = Jour, mois, année, comme sur la carte nationale.
form-number4 = Quels sont les 4 derniers chiffres de votre IDCS ?
    .sms = Les 4 derniers chiffres de votre IDCS ?
form-number4-explain = L'IDCS est le numéro de 10 chiffres reçu à l'inscription au RNP. Je n'ai besoin que des 4 derniers.
    .sms = L'IDCS est le numéro de 10 chiffres donné au RNP.
form-idcs = Quel est votre IDCS ? (10 chiffres)
    .sms = Votre IDCS ? (10 chiffres)
form-idcs-explain = L'IDCS est le numéro de 10 chiffres que vous avez reçu à l'inscription au RNP. Il est sur le reçu et dans le SMS du registre.
    .sms = C'est le numéro de 10 chiffres donné à l'inscription au RNP.
form-one-time-code = Si cet IDCS est enregistré avec un téléphone, un code de 6 chiffres vient de partir par SMS vers ce téléphone. Quel est ce code ?
    .sms = Si cet IDCS est enregistré, un code est parti par SMS vers son téléphone. Quel est ce code ?
form-one-time-code-again = Quel est le code à 6 chiffres reçu par SMS ?
    .sms = Quel est le code à 6 chiffres arrivé par SMS ?
form-one-time-code-explain = Le code arrive au numéro donné au registre. Si ce n'est plus votre numéro, un conseiller ou un centre de services aux citoyens peut vous aider.
    .sms = Le code arrive au numéro donné au registre. Changé de numéro ? Voyez un centre de services aux citoyens.
form-phone = À quel numéro de téléphone faut-il vous rappeler ?
    .sms = Quel numéro faut-il rappeler ?
form-phone-explain = Écrivez le numéro en chiffres, par exemple 0612345678. Il ne sert qu'à vous rappeler.
    .sms = En chiffres, par exemple 0612345678.
problem-missing = Je n'ai pas trouvé la réponse dans votre message.
    .sms = Je n'ai pas trouvé la réponse.
problem-future = Cette date n'est pas encore arrivée.
problem-impossible = Cette date n'existe pas.
problem-ambiguous = Je ne suis pas sûr de la date : il me faut le jour, le mois et l'année.
    .sms = Il me faut le jour, le mois et l'année.
problem-too-old = Cette date est trop ancienne.
problem-wrong-length = Le nombre de chiffres n'est pas le bon.
problem-no-match = Ces réponses ne correspondent pas à ce que dit le registre pour ce téléphone. Reprenons ensemble.
    .sms = Ces réponses ne correspondent pas au registre. Reprenons.
problem-code-wrong = Ce code n'est pas le bon.
problem-code-expired = Ce code n'est plus valable. Si l'IDCS est enregistré, un nouveau code part par SMS.
    .sms = Code plus valable. Si l'IDCS est enregistré, un nouveau part.
identification-failed = Je n'ai pas pu vous reconnaître, et ce n'est pas de votre faute. Un conseiller peut vous rappeler, ou allez dans un centre de services aux citoyens avec votre carte nationale.
    .sms = Je n'ai pas pu vous reconnaitre. Un conseiller peut vous rappeler, ou voyez un centre de services aux citoyens avec votre carte nationale.
identification-unavailable = Je ne peux pas vérifier qui vous êtes en ce moment. Réessayez dans quelques minutes, ou demandez qu'un conseiller vous rappelle.
    .sms = Je ne peux pas vous identifier en ce moment. Réessayez dans quelques minutes.
callback-failed = Je n'ai pas pu noter de numéro. Vous pouvez appeler la CNSS, ou aller dans un centre de services aux citoyens.
    .sms = Je n'ai pas pu noter de numéro. Appelez la CNSS ou voyez un centre de services aux citoyens.
one-time-code = Haqqi : votre code est { $code }. Ne le dites à personne, même au téléphone. Si vous n'avez rien demandé, ignorez ce message.
    .sms = Haqqi : votre code est { $code }. Ne le dites à personne. Rien demandé ? Ignorez ce message.

## Score
score-status = Le score de votre ménage est { $score }, calculé le { $computed_on }.
    .sms = Score de votre ménage : { $score } ({ $computed_on }).
score-changed = Avant, il était de { $previous } ({ $previous_on }).
score-none = Je ne trouve pas encore de score pour votre ménage. Il arrive après l'inscription au RSU (rsu.ma, ou un centre de services aux citoyens).
    .sms = Pas encore de score pour votre ménage. Il arrive après l'inscription au RSU (rsu.ma).
score-opens-both = Il est dans la limite de l'AMO Tadamon ({ $tadamon } ou moins) et de l'aide sociale directe ({ $asd }).
    .sms = Dans la limite AMO Tadamon et aide directe.
score-opens-asd = Il est au-dessus de la limite de l'AMO Tadamon ({ $tadamon }), mais dans celle de l'aide sociale directe ({ $asd }).
    .sms = Au-dessus de la limite AMO Tadamon ({ $tadamon }), dans celle de l'aide directe ({ $asd }).
score-opens-tadamon = Il est dans la limite de l'AMO Tadamon ({ $tadamon } ou moins), mais au-dessus de celle de l'aide sociale directe ({ $asd }).
    .sms = Dans la limite AMO Tadamon, au-dessus de celle de l'aide directe.
score-opens-none = Il est au-dessus des limites de l'AMO Tadamon ({ $tadamon }) et de l'aide sociale directe ({ $asd }).
    .sms = Au-dessus des limites AMO Tadamon ({ $tadamon }) et aide directe ({ $asd }).
score-opens-at-limit = Il est exactement à une limite (AMO Tadamon { $tadamon }, aide sociale directe { $asd }) : demandez confirmation sur asd.ma.
    .sms = Exactement à la limite { $asd } : demandez confirmation sur asd.ma.
score-opens-ask = Pour savoir ce qu'il ouvre aujourd'hui, demandez sur rsu.ma ou dans un centre de services aux citoyens.
    .sms = Ce qu'il ouvre : voyez rsu.ma.
only-a-condition = Le score n'est qu'une des conditions de chaque programme.
score-not-notified = Je n'ai pas la date où ce score vous a été notifié ; les { $days } jours pour demander une révision partent de ce jour-là.
score-review-until = Si vous pensez qu'il est faux, vous pouvez en demander la révision jusqu'au { $day }.
    .sms = Révision possible jusqu'au { $day }.
score-review-over = Le délai pour en demander la révision s'est terminé le { $day }. Vous pouvez toujours déclarer un changement.
score-meaning = Le score RSU dit à l'État quel est le niveau de vie de votre ménage. Plus il est bas, plus le ménage est considéré comme modeste. Chaque programme (AMO Tadamon, aide directe) a sa propre limite.
    .sms = Le score RSU mesure le niveau de vie du ménage : plus il est bas, plus il ouvre de droits. Chaque programme a sa limite.
score-meaning-parts = Il se calcule en trois parts : une valeur fixe pour la ville ou la campagne, une pour la région, et ce que vous avez déclaré (logement, équipement, dépenses, famille).

## Thresholds
threshold-info = AMO Tadamon : un score de { $tadamon } ou moins. Aide sociale directe : la limite est de { $asd }. D'autres conditions s'ajoutent.
    .sms = AMO Tadamon : score { $tadamon } ou moins. Aide directe : limite { $asd }.
threshold-achamil = Au-dessus de la limite de l'AMO Tadamon, sans activité et sans autre couverture, il y a l'AMO Achamil, où l'on paie une cotisation.
threshold-both = Avec { $score } : dans la limite de l'AMO Tadamon ({ $tadamon } ou moins) et de l'aide sociale directe ({ $asd }).
    .sms = Avec { $score } : dans la limite AMO Tadamon et aide directe. D'autres conditions s'ajoutent.
threshold-asd = Avec { $score } : au-dessus de la limite de l'AMO Tadamon ({ $tadamon }), mais dans celle de l'aide sociale directe ({ $asd }). Sans activité ni autre couverture, voyez aussi l'AMO Achamil.
    .sms = Avec { $score } : au-dessus de la limite AMO Tadamon ({ $tadamon }), dans celle de l'aide directe ({ $asd }). Voyez AMO Achamil.
threshold-tadamon = Avec { $score } : dans la limite de l'AMO Tadamon ({ $tadamon } ou moins), mais au-dessus de celle de l'aide sociale directe ({ $asd }).
    .sms = Avec { $score } : dans la limite AMO Tadamon, au-dessus de celle de l'aide directe ({ $asd }).
threshold-none = Avec { $score } : au-dessus des limites de l'AMO Tadamon ({ $tadamon }) et de l'aide sociale directe ({ $asd }). Sans activité ni autre couverture, voyez l'AMO Achamil.
    .sms = Avec { $score } : au-dessus des limites AMO Tadamon ({ $tadamon }) et aide directe ({ $asd }). Voyez AMO Achamil.
threshold-at-limit = { $score } est exactement à une limite (AMO Tadamon { $tadamon }, aide sociale directe { $asd }) : demandez confirmation sur asd.ma.
    .sms = { $score } est exactement à une limite : demandez confirmation sur asd.ma.
threshold-unconfirmed = Les limites peuvent avoir changé et je ne veux pas vous dire un chiffre dépassé. Demandez sur rsu.ma ou dans un centre de services aux citoyens.
    .sms = Les limites ont pu changer. Demandez sur rsu.ma ou dans un centre de services aux citoyens.

## AMO
amo-tadamon-info = L'AMO Tadamon est l'assurance maladie des ménages qui ne peuvent pas payer de cotisation : l'État paie pour eux. Il faut être inscrit au RSU avec un score de { $limit } ou moins.
    .sms = AMO Tadamon : assurance maladie payée par l'État, pour les ménages inscrits au RSU avec un score de { $limit } ou moins.
amo-tadamon-info-ask = L'AMO Tadamon est l'assurance maladie des ménages qui ne peuvent pas payer de cotisation : l'État paie pour eux. Il faut être inscrit au RSU ; pour la limite du score, demandez sur rsu.ma.
    .sms = AMO Tadamon : assurance maladie payée par l'État, pour les ménages inscrits au RSU. Limite du score : voyez rsu.ma.
amo-tadamon-gives = Elle donne les soins gratuits à l'hôpital public, et le remboursement de médicaments, d'analyses et de consultations dans le privé, pour vous et votre famille.
    .sms = Elle donne les soins publics gratuits, et rembourse une partie des médicaments, analyses et consultations privées, pour vous et la famille.
amo-tadamon-ramed = L'ancienne carte RAMED ne suffit plus.
amo-open = Votre { $regime } est ouverte depuis le { $since }.
    .sms = { $regime } : ouverte depuis le { $since }.
amo-suspended = Votre { $regime } est suspendue depuis le { $since }.
    .sms = { $regime } : suspendue depuis le { $since }.
amo-closed = Votre { $regime } est fermée depuis le { $since }.
    .sms = { $regime } : fermée depuis le { $since }.
amo-registration = Numéro d'immatriculation : { $number }.
    .sms = Immatriculation { $number }.
amo-none = Je ne trouve pas d'AMO à votre nom dans les données que j'ai. Pour en être sûr, appelez la CNSS au { $phone }.
    .sms = Pas d'AMO à votre nom dans mes données. Vérifiez auprès de la CNSS : { $phone }.
amo-none-ask = Je ne trouve pas d'AMO à votre nom dans les données que j'ai. Pour en être sûr, demandez dans une agence CNSS.
    .sms = Pas d'AMO à votre nom dans mes données. Vérifiez dans une agence CNSS.
regime-amo-tadamon = AMO Tadamon
regime-amo-achamil = AMO Achamil
regime-amo-tns = AMO des indépendants (TNS)
    .sms = AMO TNS
regime-amo-salaried = AMO des salariés
    .sms = AMO salariés
reason-unpaid-contributions = La raison : des cotisations ne sont pas payées.
    .sms = Raison : cotisations non payées.
reason-waiting-period = La raison : les mois d'attente ne sont pas encore finis.
    .sms = Raison : mois d'attente pas finis.
reason-score-above-threshold = La raison : le score du ménage est au-dessus de la limite.
    .sms = Raison : score au-dessus de la limite.
reason-no-valid-score = La raison : le ménage n'a pas de score valable au RSU.
    .sms = Raison : pas de score valable au RSU.
reason-other-cover = La raison : vous avez une autre couverture.
    .sms = Raison : autre couverture.
reason-file-incomplete = La raison : il manque un papier au dossier.
    .sms = Raison : dossier incomplet.
reason-age-limit = La raison : la limite d'âge est atteinte.
    .sms = Raison : limite d'age atteinte.
reason-activity-ended = La raison : l'activité qui ouvrait le droit est finie.
    .sms = Raison : activité finie.
reason-other = La raison n'est pas dans mes données : demandez à la CNSS.
    .sms = Raison : demandez à la CNSS.

## Contributions
contribution-none = Je ne trouve pas de compte de cotisations à votre nom dans les données que j'ai. Pour en être sûr, appelez la CNSS au { $phone }.
    .sms = Pas de compte de cotisations à votre nom dans mes données. Vérifiez auprès de la CNSS : { $phone }.
contribution-none-ask = Je ne trouve pas de compte de cotisations à votre nom dans les données que j'ai. Pour en être sûr, demandez dans une agence CNSS.
    .sms = Pas de compte de cotisations à votre nom dans mes données. Vérifiez dans une agence CNSS.
contribution-tadamon = Vous n'avez rien à payer : avec l'AMO Tadamon, c'est l'État qui paie votre cotisation.
    .sms = Rien à payer : avec AMO Tadamon, l'État paie votre cotisation.
contribution-regime = { $regime } :
contribution-declared = { $days ->
        [one] Votre employeur a déclaré { $days } jour pour { $month }.
       *[other] Votre employeur a déclaré { $days } jours pour { $month }.
    }
    .sms = Jours déclarés pour { $month } : { $days }.
contribution-arrears = { $months ->
        [one] Il reste { $amount } à payer, pour { $months } mois ({ $since }).
       *[other] Il reste { $amount } à payer, pour { $months } mois depuis { $since }.
    }
    .sms = Reste à payer : { $amount } ({ $months } mois, depuis { $since }).
contribution-up-to-date = Vos cotisations sont à jour.
contribution-last-payment = Dernier paiement : { $amount } le { $day }.
contribution-next-debit = Prochain prélèvement : { $amount } le { $day }.
    .sms = Prélèvement : { $amount } le { $day }.

## Review
review = La loi 72.18 (article 16) vous donne { $days } jours, à partir du jour où le score vous a été notifié, pour en demander la révision. Vous pouvez la demander ici, c'est gratuit : je l'enregistre et je la transmets à l'Agence nationale des registres, qui décide.
    .sms = Révision du score : { $days } jours à partir de sa notification. Vous pouvez la demander ici : écrivez révision. L'agence des registres décide.
review-ask = Vous pouvez demander ici la révision de votre score : je l'enregistre et je la transmets à l'Agence nationale des registres, qui décide. Pour le délai, demandez à un centre de services aux citoyens, sans attendre.
    .sms = Vous pouvez demander la révision ici : écrivez révision. Pour le délai, voyez un centre de services aux citoyens.

## Centres
centre-found = { $name } : { $address }. Horaires : { $hours }.
    .sms = { $name } : { $address }. { $hours }

## Labels of choices
choice-more = Pourquoi, détails
choice-score-status = Mon score
choice-score-explain = Pourquoi ce score
choice-amo-status = Mon AMO
choice-contribution-status = Mes cotisations
    .sms = Cotisations
choice-threshold-info = Les limites de score
    .sms = Limites
choice-amo-tadamon-info = AMO Tadamon
choice-score-meaning = C'est quoi le score ?
    .sms = C'est quoi le score
choice-human-agent = Un conseiller m'appelle
    .sms = Conseiller
choice-change-language = Changer de langue
    .sms = Langue
choice-help = Autres questions
choice-review-howto = Demander une révision
    .sms = Révision
choice-review-file = Faire réviser mon score
    .sms = Réviser mon score
choice-review-status = Suivre ma révision
choice-review-deadline = Le délai de révision
    .sms = Délai
choice-amo-achamil-info = AMO Achamil
choice-amo-tns-info = AMO des indépendants
    .sms = AMO TNS
choice-amo-benefits = Ce que l'AMO rembourse
    .sms = Remboursements
choice-family-cover = Qui est couvert ?
    .sms = Famille
choice-contribution-rates = Combien on cotise
choice-how-to-pay = Comment payer
choice-registration-howto = Comment s'inscrire
choice-idcs-info = C'est quoi l'IDCS
choice-data-update = Déclarer un changement
    .sms = Changement
choice-false-declaration-info = Les fausses déclarations
    .sms = Fausse déclaration
choice-direct-aid-info = L'aide sociale directe
    .sms = Aide directe
choice-data-privacy = Mes données
choice-fraud-alert = Appel ou SMS suspect
choice-centre-locate = Trouver un centre
choice-complaint = Faire une réclamation
    .sms = Réclamation
choice-alerts-on = Recevoir des alertes
choice-alerts-off = Arrêter les alertes
choice-language-ary = الدارجة
    .sms = darija (3arbiya)
choice-language-ary-latn = darija (latin)
choice-language-ar = العربية
    .sms = arabe
choice-language-fr = français
    .sms = francais
