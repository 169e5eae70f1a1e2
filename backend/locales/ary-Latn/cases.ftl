# A case for staff that a choice opens: everything is paid, and the cover is closed all the same. Darija in Latin letters.
# Every text stays in GSM 03.38.

choice-record-paid-but-closed = 7ellou liya dossier
case-recorded = T7ell likom dossier nhar { $day }, ra9mo { $reference }: kolchi mkhelles, w taghtiya dyalkom ({ $regime }) mazal ma t7ellat. Khelliw 3andkom had ra9m w tewsil dyal lkhlass.
    .sms = T7ell dossier { $reference } nhar { $day }: kolchi mkhelles, walakin { $regime } mazal ma t7ellat.
case-open-already = Dossier dyalkom ({ $regime }) m7loul mn nhar { $day }, ra9mo { $reference }. Walou ma da3: ma khasskomch t7ellou wa7ed akhor.
    .sms = Dossier dyalkom { $reference } ({ $regime }) m7loul mn nhar { $day }.
case-next = Ghay9rah wa7ed lmowaddaf w ytebb3o. CNSS hiya li kat9errer wach t7ell taghtiya: ma n9derch nwe3dkom biha. T9edrou tehdrou m3aha nichan: { $phone }.
    .sms = Ghay9rah mowaddaf. CNSS hiya li kat9errer: { $phone }.
case-next-agency = Ghay9rah wa7ed lmowaddaf w ytebb3o. CNSS hiya li kat9errer wach t7ell taghtiya: ma n9derch nwe3dkom biha. T9edrou tsewlou 7ta f wikala dyal CNSS.
    .sms = Ghay9rah mowaddaf. CNSS hiya li kat9errer.
case-not-needed = 3la 7sab lmo3tayat li 3andi, ma kaynach chi taghtiya msdouda w kolchi mkhelles, w ma kayn 3lach n7ellou dossier. Choufou fin weslat les cotisations dyalkom, wla goulou lina y3eyyet likom chi mowaddaf.
    .sms = Daba ma kayn 3lach n7ellou dossier. Choufou les cotisations dyalkom.
