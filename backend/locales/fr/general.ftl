# French: the general answers (backend/answers/general.yml). A part may be left out, so each stands by itself.
# SMS texts (.sms) stay in GSM 03.38, see messages.ftl.

## AMO Achamil
achamil-who = L'AMO Achamil est pour les personnes qui n'ont aucune activité, payée ou non, et qui peuvent payer une cotisation. Il faut être inscrit au RSU avec sa famille, avoir un score au-dessus de la limite de l'AMO Tadamon, et n'avoir aucune autre couverture.
    .sms = AMO Achamil : sans activité ni autre couverture, pouvoir payer, famille au RSU, score au-dessus de la limite AMO Tadamon.
achamil-apply = La demande se fait sur { $site }.
    .sms = Demande sur { $site }.
achamil-needs = Pour la demande, préparez le numéro de la carte nationale ou de la carte de séjour, l'IDCS, le numéro du compte bancaire (RIB), un numéro de téléphone, et un e-mail si vous en avez un. Haqqi ne demande jamais le numéro du compte : ne l'écrivez pas ici.
    .sms = Préparez : numéro de carte nationale ou de séjour, IDCS, RIB (ne l'écrivez pas ici), téléphone, e-mail si vous en avez un.
achamil-pay = Ce que l'on paie pour l'AMO Achamil dépend du score. Le montant est écrit sur l'attestation que la CNSS vous donne. Il est prélevé chaque mois sur le compte bancaire.
achamil-ask = Je ne peux pas confirmer aujourd'hui les conditions de l'AMO Achamil. Demandez-les dans une agence CNSS.
    .sms = Conditions de l'AMO Achamil : je ne peux pas les confirmer aujourd'hui. Demandez dans une agence CNSS.

## AMO of the self-employed
tns-who = L'AMO des indépendants (TNS) est obligatoire pour les personnes qui travaillent à leur compte : professions libérales, commerçants, agriculteurs, artisans, chauffeurs avec la carte professionnelle, auto-entrepreneurs et d'autres.
    .sms = AMO TNS : obligatoire si vous travaillez à votre compte (profession libérale, commerce, agriculture, artisanat, transport, auto-entrepreneur...).
tns-waiting = Vos droits s'ouvrent après { $months } mois de cotisations payées, et ils restent ouverts si les cotisations sont payées. Une source dit encore six mois : la CNSS vous le confirme au { $phone }.
    .sms = Droits après { $months } mois de cotisations payées (à confirmer avec la CNSS : { $phone }).
tns-join = Votre nom n'est sur aucune liste ? Allez dans une agence CNSS pour déposer votre demande. Vous avez reçu un avis d'assujettissement (le papier qui dit que vous devez cotiser) ? Allez dans une agence pour compléter le dossier.
    .sms = Votre nom n'est sur aucune liste, ou un avis d'assujettissement est arrivé ? Allez dans une agence CNSS pour le dossier.
tns-ask = Je ne peux pas confirmer aujourd'hui qui doit avoir l'AMO des indépendants (TNS). Demandez dans une agence CNSS.
    .sms = AMO TNS : je ne peux pas confirmer aujourd'hui qui est concerné. Demandez dans une agence CNSS.

## What AMO gives
benefits-what = Avec l'AMO Tadamon, les soins à l'hôpital public sont gratuits. Une partie des médicaments, des analyses et des consultations dans le privé est remboursée. Le montant dépend de chaque soin.
    .sms = AMO Tadamon : soins publics gratuits ; une partie des médicaments, analyses et consultations privées est remboursée.
benefits-care-sheet = Déposez la feuille de soins dans un délai de { $months } mois après le premier soin.
    .sms = Feuille de soins : à déposer au plus { $months } mois après le premier soin.
benefits-pathway = Pour vous soigner, commencez par le centre de santé ou par un médecin généraliste : le parcours de soins part de là.
benefits-follow = Vous pouvez suivre vos remboursements sur { $site }.
benefits-cnops = La CNOPS doit passer à la CNSS (loi 54.23). C'est annoncé pour le début de l'année 2027, vers février ou mars, sans jour précis. Jusque-là, les deux continuent.
benefits-ask = Je ne peux pas confirmer aujourd'hui ce que l'AMO Tadamon rembourse. Demandez dans une agence CNSS.
    .sms = Remboursements AMO Tadamon : je ne peux pas les confirmer aujourd'hui. Demandez dans une agence CNSS.

## Family
family-who = L'AMO Tadamon couvre aussi le mari ou la femme, les enfants jusqu'à { $age ->
        [one] { $age } an
       *[other] { $age } ans
    } (jusqu'à { $student_age ->
        [one] { $student_age } an
       *[other] { $student_age } ans
    } s'ils font des études supérieures), et les enfants handicapés, sans limite d'âge.
    .sms = AMO Tadamon couvre : mari ou femme, enfants jusqu'à { $age ->
        [one] { $age } an
       *[other] { $age } ans
    } ({ $student_age ->
        [one] { $student_age } an
       *[other] { $student_age } ans
    } en études supérieures), enfants handicapés sans limite.
family-declare = { $days ->
        [one] Un mariage, une naissance ou un autre changement est à déclarer dans un délai de { $days } jour.
       *[other] Un mariage, une naissance ou un autre changement est à déclarer dans un délai de { $days } jours.
    }
family-ask = Je ne peux pas confirmer aujourd'hui qui est couvert dans la famille. Demandez dans une agence CNSS.
    .sms = Qui est couvert dans la famille : je ne peux pas le confirmer aujourd'hui. Demandez dans une agence CNSS.

## How much one pays
rates-tadamon = Avec l'AMO Tadamon, vous ne payez rien : c'est l'État qui paie.
    .sms = AMO Tadamon : rien à payer, l'État paie.
rates-achamil = Avec l'AMO Achamil, le montant dépend du score. Il est écrit sur l'attestation de la CNSS.
    .sms = AMO Achamil : selon le score, voyez l'attestation de la CNSS.
rates-tns = Pour les indépendants (TNS), la cotisation se calcule sur un revenu forfaitaire : un montant fixé d'avance pour chaque métier.
rates-salaried = Pour les salariés : { $employee } % du salaire brut payés par le salarié, et { $employer } % par l'employeur. L'employeur paie en plus une part de solidarité.
rates-ask = Je ne peux pas tout vous confirmer aujourd'hui sur ce que l'on paie. Demandez dans une agence CNSS.
    .sms = Je ne peux pas tout confirmer aujourd'hui sur ce que l'on paie. Demandez dans une agence CNSS.

## How to pay
pay-tns = Pour l'AMO des indépendants (TNS), la cotisation est prélevée chaque mois sur le compte bancaire. L'autorisation de prélèvement se fait dans une agence CNSS. Si vous n'avez pas de compte bancaire, vous pouvez payer en espèces dans un point de paiement.
    .sms = AMO TNS : prélèvement bancaire chaque mois (autorisation en agence CNSS), ou en espèces dans un point de paiement si vous n'avez pas de compte.
pay-achamil = Pour l'AMO Achamil, la cotisation est prélevée sur le compte bancaire chaque mois, à partir du 1er du mois.
    .sms = AMO Achamil : prélèvement bancaire, à partir du 1er du mois.
pay-tadamon = Avec l'AMO Tadamon, vous n'avez rien à payer : c'est l'État qui paie.
pay-ask = Je ne peux pas tout vous confirmer aujourd'hui sur la façon de payer. Demandez dans une agence CNSS.
    .sms = Je ne peux pas confirmer aujourd'hui comment payer. Demandez dans une agence CNSS.

## Registration
register-rnp = D'abord le RNP : allez vous-même au centre (annexe ou caïdat) de là où vous habitez. C'est gratuit, et cette inscription donne l'IDCS.
    .sms = 1) RNP : en personne, à l'annexe ou au caidat où vous habitez. Il donne l'IDCS.
register-rsu = Ensuite le RSU : tout adulte du ménage peut faire l'inscription, sur rsu.ma ou dans un centre de services aux citoyens. C'est gratuit.
    .sms = 2) RSU : tout adulte du ménage, sur rsu.ma ou dans un centre de services aux citoyens. Tout est gratuit.
register-papers = Papiers pour le RNP : le formulaire et la copie de la carte nationale, ou un extrait de naissance, ou un papier qui prouve qui est le représentant légal. Si vous n'avez aucun de ces papiers, un témoignage accepté par l'autorité locale peut les remplacer.
register-score = { $to ->
        [one] Le score est notifié entre { $from } et { $to } jour après l'inscription.
       *[other] Le score est notifié entre { $from } et { $to } jours après l'inscription.
    }
register-ask = Je ne peux pas tout vous confirmer aujourd'hui sur l'inscription. Demandez dans un centre de services aux citoyens.
    .sms = Inscription : je ne peux pas tout confirmer aujourd'hui. Demandez dans un centre de services aux citoyens.

## IDCS
idcs-what = { $digits ->
        [one] L'IDCS est un numéro de { $digits } chiffre. Chaque personne a le sien. Il est donné à l'inscription au RNP.
       *[other] L'IDCS est un numéro de { $digits } chiffres. Chaque personne a le sien. Il est donné à l'inscription au RNP.
    }
    .sms = { $digits ->
        [one] IDCS : numéro de { $digits } chiffre, un par personne, donné à l'inscription au RNP.
       *[other] IDCS : numéro de { $digits } chiffres, un par personne, donné à l'inscription au RNP.
    }
idcs-when = { $hours ->
        [one] Il arrive en moins de { $hours } heure après l'inscription au RNP. C'est gratuit.
       *[other] Il arrive en moins de { $hours } heures après l'inscription au RNP. C'est gratuit.
    }
    .sms = Il arrive en moins de { $hours } h, gratuitement.
idcs-lost = Vous avez perdu l'IDCS ? Il est sur le reçu et dans le SMS du registre. Sinon, demandez-le au centre de services aux citoyens où l'inscription a été faite.
    .sms = IDCS perdu ? Il est sur le papier de l'inscription et dans le SMS du registre, sinon au centre où elle a été faite.
idcs-ask = Je ne peux pas tout vous confirmer aujourd'hui sur l'IDCS. Demandez dans un centre de services aux citoyens.
    .sms = IDCS : je ne peux pas tout confirmer aujourd'hui. Demandez dans un centre de services aux citoyens.

## Declaring a change
update-within = { $days ->
        [one] Un changement (adresse, naissance, mariage, travail...) est à déclarer dans un délai de { $days } jour.
       *[other] Un changement (adresse, naissance, mariage, travail...) est à déclarer dans un délai de { $days } jours.
    }
    .sms = { $days ->
        [one] Changement (adresse, naissance, mariage, travail...) : à déclarer sous { $days } jour.
       *[other] Changement (adresse, naissance, mariage, travail...) : à déclarer sous { $days } jours.
    }
update-where = Déclarez le changement sur rsu.ma ou dans un centre de services aux citoyens. Une erreur faite par un cybercafé ou par un employé se corrige de la même façon, et ce n'est pas de votre faute.
    .sms = Où : rsu.ma ou centre de services aux citoyens. Une erreur du cybercafé ou d'un employé s'y corrige aussi : ce n'est pas votre faute.
update-risk = Si un changement n'est pas déclaré, l'aide peut être suspendue, et il peut falloir la rembourser.
    .sms = Un changement non déclaré peut suspendre l'aide, et il peut falloir la rembourser.
update-ask = Je ne peux pas confirmer aujourd'hui le délai pour déclarer un changement. Demandez dans un centre de services aux citoyens.
    .sms = Déclarer un changement : je ne peux pas confirmer le délai aujourd'hui. Demandez dans un centre de services aux citoyens.

## False declarations
false-fine = Une personne qui donne de fausses données de mauvaise foi, en sachant qu'elles sont fausses, risque une amende de { $min } à { $max }.
    .sms = Donner de fausses données de mauvaise foi (en le sachant) : amende de { $min } à { $max }.
false-reclaim = L'aide reçue à tort peut être réclamée : il faut alors la rembourser. Si cela se répète, la peine est doublée.
    .sms = Aide touchée à tort : il faut la rembourser si elle est réclamée. Peine doublée si cela se répète.
false-mistake = Se tromper n'est pas de la mauvaise foi. Si vous voyez une erreur, corrigez-la le plus vite possible.
    .sms = Se tromper n'est pas de la mauvaise foi : corrigez l'erreur le plus vite possible.
false-ask = Je ne peux pas tout vous confirmer aujourd'hui sur les fausses déclarations. Demandez dans un centre de services aux citoyens.
    .sms = Fausses déclarations : je ne peux pas tout confirmer aujourd'hui. Demandez dans un centre de services aux citoyens.

## Direct social aid
asd-who = Pour l'aide sociale directe, il faut l'inscription au RNP, puis au RSU, et un score dans la limite de { $limit }. D'autres conditions s'ajoutent.
    .sms = Aide directe : RNP, puis RSU, score dans la limite de { $limit }, et d'autres conditions.
asd-amounts = L'aide sociale directe donne { $child } par mois pour chacun des trois premiers enfants, s'il a moins de six ans ou s'il va à l'école. Un ménage qui y a droit ne reçoit jamais moins de { $floor } par mois.
    .sms = { $child } par mois pour chacun des trois premiers enfants (moins de six ans, ou à l'école) ; jamais moins de { $floor } par ménage.
asd-apply = { $days ->
        [one] La demande d'aide sociale directe se fait sur { $site }. La réponse arrive dans un délai de { $days } jour. L'aide est payée à la fin de chaque mois.
       *[other] La demande d'aide sociale directe se fait sur { $site }. La réponse arrive dans un délai de { $days } jours. L'aide est payée à la fin de chaque mois.
    }
    .sms = { $days ->
        [one] Demande sur { $site }, réponse sous { $days } jour, paiement à la fin du mois.
       *[other] Demande sur { $site }, réponse sous { $days } jours, paiement à la fin du mois.
    }
asd-refused = { $days ->
        [one] Si l'aide est refusée, vous avez { $days } jour à partir de l'avis de refus pour faire un recours (demander que la décision soit revue), sur le même site, asd.ma.
       *[other] Si l'aide est refusée, vous avez { $days } jours à partir de l'avis de refus pour faire un recours (demander que la décision soit revue), sur le même site, asd.ma.
    }
    .sms = Aide refusée : { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } à partir de l'avis pour un recours sur asd.ma.
asd-ask = Je ne peux pas confirmer aujourd'hui les conditions de l'aide sociale directe. Demandez sur asd.ma.
    .sms = Conditions de l'aide directe : je ne peux pas les confirmer aujourd'hui. Voyez asd.ma.

## Your data
privacy-here = Je garde vos messages et ce que les registres disent de vous, protégés par chiffrement. Je ne montre ces données qu'à vous, après vérification. Pour les faire effacer ou corriger, demandez un conseiller.
    .sms = Je garde, chiffrés, vos messages et ce que les registres disent de vous. Je ne les montre qu'à vous, après vérification. Effacer ou corriger : un conseiller.
privacy-checks = L'Agence nationale des registres peut vérifier ce qui a été déclaré auprès d'autres administrations.
privacy-consent = Avant de donner des données complémentaires sur vous à une autre administration, il faut votre accord.
privacy-rights = La loi { $law } protège vos données. Pour une plainte : { $authority }, l'autorité qui veille sur les données personnelles.
    .sms = La loi { $law } protège vos données ; plaintes : { $authority }.

## Fraud (fraud-alert is in messages.ftl)
fraud-callers = Des gens se font passer pour la CNSS au téléphone. Si vous avez un doute, raccrochez et appelez vous-même la CNSS au { $phone }.
    .sms = Des gens se font passer pour la CNSS. Un doute ? Raccrochez et appelez la CNSS : { $phone }.

## Complaints
complaint-where = { $days ->
        [one] Pour une réclamation sur un service ou un employé : { $site }. L'administration a { $days } jour pour répondre.
       *[other] Pour une réclamation sur un service ou un employé : { $site }. L'administration a { $days } jours pour répondre.
    }
    .sms = { $days ->
        [one] Réclamation sur un service ou un employé : { $site }. Réponse sous { $days } jour.
       *[other] Réclamation sur un service ou un employé : { $site }. Réponse sous { $days } jours.
    }
complaint-health = Pour un hôpital ou un centre de santé : { $site }.
    .sms = Hopital ou centre de santé : { $site }.
complaint-score = Pour un score qui vous semble faux, demandez plutôt sa révision.
    .sms = Un score vous semble faux ? Demandez sa révision.
complaint-ask = Je ne peux pas tout vous confirmer aujourd'hui sur les réclamations. Voyez chikaya.ma.
    .sms = Réclamations : je ne peux pas tout confirmer aujourd'hui. Voyez chikaya.ma.

## Centres and agencies
centre-citizen = Le centre de services aux citoyens se trouve à l'annexe ou au caïdat de là où vous habitez. Je n'ai pas les adresses par quartier.
    .sms = Centre de services aux citoyens : à l'annexe ou au caidat où vous habitez. Je n'ai pas les adresses par quartier.
centre-cnss = Pour les agences CNSS, leurs horaires et les rendez-vous : appelez le { $phone } ou voyez cnss.ma.
    .sms = Agences CNSS, horaires et rendez-vous : { $phone } ou cnss.ma.
centre-ask = Je ne peux pas confirmer aujourd'hui où est votre centre. Demandez à l'annexe ou au caïdat de là où vous habitez.
    .sms = Je ne peux pas confirmer aujourd'hui où est votre centre. Demandez à l'annexe ou au caidat où vous habitez.
