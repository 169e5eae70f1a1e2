# French: recording a complaint here. What is said before (chikaya.ma and others) is in general.ftl.
# SMS texts (.sms) stay in GSM 03.38, see messages.ftl.

choice-record-complaint = L'enregistrer ici
    .sms = Noter ici

## The form
form-complaint-intro = Je peux enregistrer votre réclamation ici. Pour arrêter, écrivez annuler.
form-complaint-text = Dites-moi en un seul message ce qui s'est passé, où et quand. N'écrivez ni numéro de carte bancaire ni mot de passe.
    .sms = Dites en un seul message ce qui s'est passé, où et quand. Pas de numéro de carte bancaire, pas de mot de passe.
form-complaint-text-explain = Par exemple : le nom de l'agence ou de l'hôpital, le jour, ce qu'on vous a dit. Pour arrêter, écrivez annuler.
    .sms = Par exemple : le lieu, le jour, ce qu'on vous a dit.
problem-too-little = Ce message ne me dit pas encore ce qui s'est passé.
    .sms = Je ne sais pas encore ce qui s'est passé.
complaint-failed = Je n'ai pas encore lu ce qui s'est passé, et rien n'est enregistré. Un conseiller peut vous rappeler ; vous pouvez aussi recommencer quand vous voulez.
    .sms = Rien n'est enregistré pour le moment. Un conseiller peut vous rappeler, ou recommencez quand vous voulez.

## Recorded
complaint-recorded = C'est enregistré le { $day } : votre réclamation porte le numéro { $reference }, gardez-le. Une personne va la lire.
    .sms = Réclamation { $reference } enregistrée le { $day }. Une personne va la lire.
complaint-official-health = Cela ne remplace pas la réclamation officielle. Pour un hôpital ou un centre de santé, elle se fait au ministère de la Santé : { $site }.
    .sms = Cela ne remplace pas la réclamation officielle, au ministère de la Santé : { $site }.
complaint-official-cnss = Cela ne remplace pas la réclamation officielle. Pour l'AMO et la CNSS, adressez-vous à la CNSS : { $phone } ou { $site }.
    .sms = Cela ne remplace pas la réclamation officielle, à la CNSS : { $phone } ou { $site }.
complaint-official-register = Cela ne remplace pas la réclamation officielle, qui se fait sur { $portal }. Pour le RNP et le RSU, voyez aussi le site de l'Agence nationale des registres : { $site }.
    .sms = Cela ne remplace pas la réclamation officielle, sur { $portal }. Site du RSU : { $site }.
complaint-official-direct-aid = Cela ne remplace pas la réclamation officielle. Pour l'aide sociale directe, elle se fait à l'Agence nationale du soutien social : { $site }.
    .sms = Cela ne remplace pas la réclamation officielle, à l'ANSS : { $site }.
complaint-official-other = Cela ne remplace pas la réclamation officielle, qui se fait sur { $site }.
    .sms = Cela ne remplace pas la réclamation officielle, sur { $site }.
complaint-official-ask = Cela ne remplace pas la réclamation officielle : demandez à l'administration concernée où la déposer.
    .sms = Cela ne remplace pas la réclamation officielle : demandez à l'administration où la déposer.
