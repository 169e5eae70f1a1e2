# Learning from what was not understood.
message-kept = Merci. J'ai gardé votre phrase, sans nom ni numéro, pendant { $months } mois au plus, pour mieux comprendre.
    .sms = Merci, phrase gardée { $months } mois au plus, sans nom ni numéro.
message-not-kept = Je n'ai plus votre phrase : rien n'a été gardé. Écrivez votre question, ou choisissez :
    .sms = Rien n'a été gardé. Écrivez votre question ou un numéro :
choice-keep-message = Garder ma phrase
    .sms = Garder ma phrase
