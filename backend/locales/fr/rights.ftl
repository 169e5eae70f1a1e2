# French: the score explained, rights and their conditions, contributions. SMS texts (.sms) stay in GSM 03.38.

## Where a household lives
setting-urban = la ville
setting-rural = la campagne
region-1 = Tanger-Tétouan-Al Hoceima
region-2 = l'Oriental
region-3 = Fès-Meknès
region-4 = Rabat-Salé-Kénitra
region-5 = Béni Mellal-Khénifra
region-6 = Casablanca-Settat
region-7 = Marrakech-Safi
region-8 = Draa-Tafilalet
region-9 = Souss-Massa
region-10 = Guelmim-Oued Noun
region-11 = Laayoune-Sakia El Hamra
region-12 = Dakhla-Oued Ed-Dahab

## What a household declares: one label per input of data/score/formula.yml
item-household-size = le nombre de personnes du ménage
    .sms = nombre de personnes
item-rooms = le nombre de personnes par pièce
    .sms = personnes par pièce
item-head-age = l'âge du chef de ménage
    .sms = age du chef de ménage
item-is-single-person-or-childless-couple = une personne seule, ou un couple sans enfants
    .sms = seul ou couple sans enfants
item-is-multiple-family-nuclei = plusieurs familles dans le ménage
    .sms = plusieurs familles
item-has-bath-or-shower = la douche ou le bain
    .sms = douche ou bain
item-has-individual-electricity-meter = le compteur électrique à vous seuls
    .sms = compteur électrique
item-head-has-higher-education = les études supérieures du chef de ménage
    .sms = études supérieures
item-head-has-basic-education = le niveau fondamental (école) du chef de ménage
    .sms = école fondamentale
item-head-is-senior-executive = le chef de ménage cadre supérieur ou responsable
    .sms = chef cadre supérieur
item-head-is-middle-manager = le chef de ménage cadre moyen
    .sms = chef cadre moyen
item-head-is-plant-machine-operator = le chef de ménage conducteur de machines
    .sms = conducteur de machines
item-head-is-craftsman = le chef de ménage artisan
    .sms = chef artisan
item-head-is-farm-operator = le chef de ménage exploitant agricole
    .sms = exploitant agricole
item-head-is-employer = le chef de ménage employeur
    .sms = chef employeur
item-head-is-retired-or-rentier = le chef de ménage retraité ou rentier
    .sms = chef retraité ou rentier
item-has-computer = l'ordinateur
item-has-aerial-antenna = l'antenne (parabole)
item-has-landline-telephone = le téléphone fixe
item-has-non-ramed-health-coverage = une couverture maladie autre que le RAMED
    .sms = couverture autre que RAMED
item-has-loan = le crédit
item-has-secondary-residence = le logement secondaire
item-has-garage = le garage
item-has-business-premises = le local professionnel
item-dwelling-is-listed-type = le type de logement (villa, appartement, maison en pierre...)
    .sms = type de logement
item-has-car = la voiture
item-has-motorcycle = la moto
item-has-non-agricultural-land = les terrains non agricoles
    .sms = terrains non agricoles
item-has-irrigated-land = la terre irriguée
item-children-6-14-in-private-school = les enfants de 6 à 14 ans à l'école privée
    .sms = école privée
item-children-6-14-in-public-school = les enfants de 6 à 14 ans à l'école publique
    .sms = école publique
item-members-15-plus-without-diploma = les personnes de 15 ans et plus sans diplôme
    .sms = sans diplome
item-members-15-plus-with-technical-diploma = les personnes de 15 ans et plus avec un diplôme technique
    .sms = diplome technique
item-members-15-plus-in-gainful-activity = les personnes de 15 ans et plus qui gagnent un revenu
    .sms = personnes qui travaillent
item-members-15-plus-plant-machine-operators = les personnes de 15 ans et plus qui conduisent des machines
    .sms = conducteurs de machines
item-members-senior-executives = les cadres supérieurs du ménage
    .sms = cadres supérieurs
item-mobile-phones = les téléphones portables
    .sms = portables
item-cars = les voitures
item-motorcycles = les motos
item-members-19-29 = les personnes de 19 à 29 ans
    .sms = les 19-29 ans
item-members-30-59 = les personnes de 30 à 59 ans
    .sms = les 30-59 ans
item-members-60-plus = les personnes de 60 ans et plus
    .sms = les 60 ans et plus
item-members-15-plus-literate = les personnes de 15 ans et plus qui savent lire et écrire
    .sms = savent lire et écrire
item-members-15-plus-with-higher-education-diploma = les personnes de 15 ans et plus avec un diplôme supérieur
    .sms = diplome supérieur
item-members-15-plus-traders = les personnes de 15 ans et plus qui font du commerce
    .sms = commerce
item-cows = les vaches
item-annual-butane-expense = la dépense de gaz (butane) par personne
    .sms = gaz butane
item-annual-water-electricity-expense = la dépense d'eau et d'électricité par personne
    .sms = eau et électricité
item-annual-phone-internet-expense = la dépense de téléphone et d'internet par personne
    .sms = téléphone et internet

## Why this score
why-score-lowers = Le score de votre ménage est { $score }. Voici d'où il vient : { $place } compte pour { $fixed }, la région ({ $area }) pour { $local }, et tout ce que vous avez déclaré le fait baisser de { $declared }. C'est mon calcul, une estimation : le registre ne donne que le total.
    .sms = Score { $score } : { $place } { $fixed }, région { $local }, vos déclarations le baissent de { $declared } (estimation).
why-score-raises = Le score de votre ménage est { $score }. Voici d'où il vient : { $place } compte pour { $fixed }, la région ({ $area }) pour { $local }, et tout ce que vous avez déclaré le fait monter de { $declared }. C'est mon calcul, une estimation : le registre ne donne que le total.
    .sms = Score { $score } : { $place } { $fixed }, région { $local }, vos déclarations le montent de { $declared } (estimation).
why-raises-most = Ce qui le fait le plus monter : { $item }, { $score }.
    .sms = Monte le plus : { $item }.
why-lowers-most = Ce qui le fait le plus baisser : { $item }, { $score }.
    .sms = Baisse le plus : { $item }.
why-line = - { $item } : { $score }
why-item = - { $item }
why-margin-within = { $regime } : il est dans la limite ({ $limit }), avec une marge de { $margin }.
why-margin-above = { $regime } : il dépasse la limite ({ $limit }) de { $margin }.
why-margin-at = { $regime } : il est exactement à la limite ({ $limit }).
why-differs = Le score de votre ménage est { $score }, mais mon calcul donne autre chose avec ce que j'ai de votre déclaration. Je ne donne donc pas de chiffres point par point. Le score officiel reste le seul valable.
    .sms = Score { $score }. Mon calcul donne autre chose : pas de chiffres par point.
why-usually-raises = D'habitude, ceci fait monter un score : { $item }.
    .sms = D'habitude monte : { $item }.
why-usually-lowers = D'habitude, ceci fait baisser un score : { $item }.
    .sms = Baisse : { $item }.
why-noted = J'ai noté cette différence pour l'équipe de Haqqi. Cela ne change rien à vos droits.
why-not-declared = Le score de votre ménage est { $score }. Le registre ne m'a pas donné ce que vous avez déclaré : je ne peux pas l'expliquer point par point.
    .sms = Score { $score }. Je n'ai pas vos déclarations : je ne peux pas l'expliquer point par point.
why-fixed = Dans tout score, { $place } compte pour { $fixed } et la région ({ $area }) pour { $local } (estimation). Le reste vient de ce qui est déclaré.
    .sms = Fixe : { $place } { $fixed }, région { $local }. Le reste : ce qui est déclaré.
why-fixed-place = Dans tout score, { $place } compte pour { $fixed } (estimation). S'y ajoutent la région et ce qui est déclaré.
    .sms = Fixe : { $place } { $fixed }. Puis la région et ce qui est déclaré.
why-formula-old = Le score de votre ménage est { $score }. Sa formule a pu changer depuis ma dernière vérification : je ne donne pas de détail aujourd'hui. Demandez sur rsu.ma ou dans un centre de services aux citoyens.
    .sms = Score { $score }. La formule a pu changer : pas de détail aujourd'hui. Voyez rsu.ma ou un centre de services aux citoyens.
why-wrong = Un de ces points n'est pas juste ? Dites-le moi : vous pouvez demander la révision du score.

## If something declared is wrong
simulation = Avec cette correction, le score serait d'environ { $estimate }, au lieu de { $score }. C'est une estimation et pas une promesse : c'est l'agence qui vérifie et qui décide.
    .sms = Avec cette correction : environ { $estimate } au lieu de { $score }. Une estimation, pas une promesse.
simulation-honest = Ne corrigez que ce qui est vraiment faux. Se tromper n'est pas une faute. Déclarer de fausses données en le sachant est puni d'une amende de { $min } à { $max }.
    .sms = Ne corrigez que ce qui est faux. Fausses données en le sachant : amende de { $min } à { $max }.
simulation-honest-plain = Ne corrigez que ce qui est vraiment faux. Se tromper n'est pas une faute ; déclarer de fausses données en le sachant est puni.
    .sms = Ne corrigez que ce qui est faux. De fausses données en le sachant, c'est puni.
simulation-refused-no-figures = Je ne peux pas estimer votre score avec cette correction. Vous pouvez demander sa révision.
simulation-refused-nothing-wrong = Dites-moi d'abord ce qui n'est pas juste dans la déclaration.
simulation-refused-too-many = Il y a trop de points à corriger pour une estimation. Demandez plutôt la révision du score.
    .sms = Trop de points à corriger pour une estimation. Demandez la révision du score.
simulation-refused-unknown-item = Ce point ne compte pas dans le score de votre ménage.
simulation-refused-same-as-declared = C'est déjà ce qui est déclaré.
simulation-refused-contradiction = Ces réponses ne vont pas ensemble. Vérifiez-les, ou demandez un conseiller.
simulation-refused-often = J'ai déjà fait plusieurs estimations pour vous. Pour la suite, demandez la révision du score ou un conseiller.
    .sms = J'ai déjà fait plusieurs estimations. Demandez la révision du score ou un conseiller.

## Rights: the answer for each
right-direct-aid = Aide sociale directe
right-family = La famille
ruling-eligible = { $regime } : oui, d'après ce que je sais de vous, les conditions sont remplies. L'administration vérifie et décide.
ruling-not-eligible = { $regime } : non, d'après ce que je sais de vous.
ruling-not-yet = { $regime } : pas encore, d'après ce que je sais de vous.
ruling-depends = { $regime } : c'est possible, cela dépend encore de ceci.
ruling-unknown = { $regime } : je ne peux pas le dire avec certitude.

## Rights: the rules, each a sentence
rule-score-within = Il faut un score dans la limite de { $limit }.
rule-score-above = Il faut un score au-dessus de { $limit }.
rule-in-rsu = Il faut l'inscription au RSU, pour vous et votre famille.
rule-no-other-cover = Il ne faut avoir aucune autre couverture maladie.
rule-no-activity = Il faut n'avoir aucune activité, payée ou non.
rule-no-own-scheme = Il ne faut pas dépendre de l'AMO des salariés ou de celle des indépendants.
rule-self-employed = C'est obligatoire pour toute personne qui travaille à son compte.
rule-salaried = C'est pour les salariés.
rule-employer-declares = L'employeur doit déclarer les jours de travail et payer les cotisations.
rule-enough-days = Il faut au moins { $days ->
        [one] { $days } jour déclaré.
       *[other] { $days } jours déclarés.
    }
rule-waited = Les droits s'ouvrent après { $months } mois de cotisations payées.
rule-paid-up = Les droits restent ouverts tant que les cotisations sont payées.
rule-other-conditions = D'autres conditions s'ajoutent, à vérifier sur asd.ma.
rule-in-force = Ce droit existe depuis le { $day }.
rule-spouse = Le mari ou la femme est couvert avec l'assuré.
rule-child-age = Les enfants sont couverts jusqu'à { $age ->
        [one] { $age } an.
       *[other] { $age } ans.
    }
rule-student-age = Les enfants qui font des études supérieures sont couverts jusqu'à { $age ->
        [one] { $age } an.
       *[other] { $age } ans.
    }
rule-student = Après l'âge des enfants, il faut faire des études supérieures.
rule-unmarried = L'étudiant ne doit pas être marié.
rule-disabled = Un enfant en situation de handicap est couvert sans limite d'âge.
rule-no-own-cover = La personne ne doit pas avoir sa propre couverture.
rule-listed-relation = Sont couverts le mari ou la femme et les enfants. Pour les autres, demandez à la CNSS.

## Rights: what a rule is about, without its figure
topic-score-within = la limite du score
topic-score-above = la limite du score
topic-in-rsu = l'inscription au RSU
topic-no-other-cover = l'autre couverture
topic-no-activity = l'activité
topic-no-own-scheme = l'AMO de ceux qui travaillent
topic-self-employed = le travail à son compte
topic-salaried = le travail salarié
topic-employer-declares = la déclaration par l'employeur
topic-enough-days = le nombre de jours déclarés
topic-waited = les mois d'attente
topic-paid-up = le paiement des cotisations
topic-other-conditions = les autres conditions
topic-in-force = la date de début
topic-spouse = la couverture du mari ou de la femme
topic-child-age = l'âge des enfants
topic-student-age = l'âge des étudiants
topic-student = les études
topic-unmarried = le mariage de l'étudiant
topic-disabled = le handicap
topic-no-own-cover = la couverture personnelle
topic-listed-relation = les autres membres de la famille

## Rights: what became of a rule
status-met = C'est votre cas.
status-failed = Ce n'est pas votre cas.
status-missing = À vérifier : je ne le sais pas encore.
status-open = À vérifier auprès de l'administration.
status-at-limit = Votre score est exactement à la limite, et aucune source ne dit si elle compte.
status-from = Au plus tôt le { $day }.
doubt-unconfirmed = Je ne peux pas confirmer aujourd'hui : { $topic }.
doubt-reported = Une seule source en parle, à vérifier : { $topic } ({ $sources }).

## Rights: what comes next
step-apply-local-authority = La demande se dépose auprès de l'autorité locale (annexe ou caïdat).
step-apply-macnss = La demande se fait sur { $site }.
step-register-agency = Allez dans une agence CNSS pour vous inscrire.
step-follow-macnss = Suivez vos droits sur { $site }.
step-apply-asd = La demande se fait sur { $site }, qui vérifie toutes les conditions.
step-review-or-achamil = { $days ->
        [one] Si le score est faux, vous avez { $days } jour à partir de sa notification pour demander sa révision. Sinon, voyez l'AMO Achamil.
       *[other] Si le score est faux, vous avez { $days } jours à partir de sa notification pour demander sa révision. Sinon, voyez l'AMO Achamil.
    }
step-review-score = { $days ->
        [one] Si le score est faux, vous avez { $days } jour à partir de sa notification pour demander sa révision.
       *[other] Si le score est faux, vous avez { $days } jours à partir de sa notification pour demander sa révision.
    }
step-other-scheme = Regardez l'autre régime qui correspond à votre situation.
step-register-rsu = Inscrivez d'abord le ménage au RSU, sur rsu.ma ou dans un centre de services aux citoyens.
step-wait = Continuez à payer : les droits s'ouvrent après l'attente. La CNSS confirme la date au { $phone }.
step-pay = Payez ce qui reste, par prélèvement ou en espèces dans un point de paiement, et gardez le reçu.
step-declare-member = { $days ->
        [one] Déclarez ce membre de la famille ; tout changement se déclare sous { $days } jour.
       *[other] Déclarez ce membre de la famille ; tout changement se déclare sous { $days } jours.
    }
step-own-right = Cette personne peut avoir sa propre couverture, selon son activité ou le score du ménage.
step-ask-cnss = Demandez à la CNSS au { $phone }.
step-ask-agency = Demandez dans une agence CNSS.
step-ask-asd = Demandez sur asd.ma.
eligibility-notice = Ce sont les règles générales, avec leurs sources. L'administration vérifie et décide.
estimate-notice = C'est une estimation : seul le score du registre compte. Déclarer de fausses données en le sachant est puni par la loi.

## Contributions
contribution-month = - { $month } : { $amount }
contribution-reopen = Pour rouvrir vos droits ({ $regime }), il faut payer ce qui reste : { $amount }. S'il manque autre chose, la CNSS le dit.
    .sms = Pour rouvrir : payer { $amount }.
contribution-paid-but-closed = Tout est payé (dernier paiement le { $day }), et pourtant votre couverture ({ $regime }) n'est pas rouverte. Ce n'est pas à vous de payer encore. Gardez le reçu : un conseiller peut vous rappeler et suivre le dossier.
    .sms = Tout est payé ({ $day }), mais { $regime } n'est pas rouverte. Gardez la preuve : un conseiller peut vous rappeler.
contribution-waiting = { $days ->
        [one] Vos droits ({ $regime }) s'ouvrent après { $months } mois de cotisations payées : au plus tôt le { $day }, dans { $days } jour.
       *[other] Vos droits ({ $regime }) s'ouvrent après { $months } mois de cotisations payées : au plus tôt le { $day }, dans { $days } jours.
    }
    .sms = { $regime } : droits après { $months } mois payés, pas avant le { $day } ({ $days } j). La CNSS confirme.
waiting-disputed = Une autre source dit plus longtemps : la CNSS vous le confirme.
contribution-waiting-over = Les { $months } mois d'attente ({ $regime }) sont finis depuis le { $day }, mais votre couverture n'est pas encore ouverte dans mes données. Un conseiller peut vous rappeler.
    .sms = { $regime } : attente finie le { $day }, pas encore ouverte. Un conseiller peut vous rappeler.
contribution-waiting-ask = Vos mois d'attente ({ $regime }) ne sont pas finis. Je ne peux pas confirmer combien il en faut : demandez à la CNSS au { $phone }.
    .sms = { $regime } : mois d'attente pas finis. Combien : CNSS { $phone }.
contribution-waiting-agency = Vos mois d'attente ({ $regime }) ne sont pas finis. Je ne peux pas confirmer combien il en faut : demandez dans une agence CNSS.
    .sms = { $regime } : mois d'attente pas finis. Combien : agence CNSS.
