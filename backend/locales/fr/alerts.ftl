# Alerts by SMS. French.
alerts-on-done = C'est noté : je vous préviens par SMS, au numéro qui finit par { $phone_end }, avant la fin d'un délai (révision, cotisation). Pour arrêter, écrivez STOP.
    .sms = C'est noté : je vous préviens par SMS avant la fin d'un délai. Pour ne plus en recevoir : STOP.
alerts-on-already = Les alertes sont déjà actives pour le numéro qui finit par { $phone_end }. Pour arrêter, écrivez STOP.
    .sms = Les alertes sont déjà actives. Pour ne plus en recevoir : STOP.
alerts-on-confirm = Pour recevoir des alertes par SMS, répondez { $word }. Si vous n'avez rien demandé, ne répondez pas.
alerts-off-done = C'est fait : plus d'alertes au numéro qui finit par { $phone_end }. Je réponds toujours à vos questions, et les avis que la loi impose vous parviennent toujours.
    .sms = C'est fait : plus d'alertes. Je réponds toujours à vos questions.
alerts-off-already = Les alertes sont déjà arrêtées pour le numéro qui finit par { $phone_end }. Je réponds toujours à vos questions.
    .sms = Vous ne recevez déjà plus d'alertes. Je réponds toujours à vos questions.
alerts-off-confirm = Pour arrêter les alertes, répondez { $word }. Si vous n'avez rien demandé, ne répondez pas.
    .sms = Pour ne plus recevoir d'alertes, répondez { $word }. Si vous n'avez rien demandé, ne répondez pas.
