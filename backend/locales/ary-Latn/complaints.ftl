# Darija in Latin letters: recording a complaint here. What is said before (chikaya.ma and others) is in general.ftl.
# Every text stays in GSM 03.38.

choice-record-complaint = Nsejjelha hna
    .sms = Nsejjelha

## The form
form-complaint-intro = N9der nsejjel likom chikaya hna. Ila beddeltou ray, ktbou: annuler.
form-complaint-text = Goulou liya f message wa7ed chno w9e3, fin w fou9ach. Ma tktbou la ra9m dyal la carte bancaire, la mot de passe.
    .sms = Ktbou f message wa7ed chno w9e3, fin w fou9ach. Bla ra9m dyal la carte bancaire, bla mot de passe.
form-complaint-text-explain = B7al: smiyt l'agence wla sbitar, nhar, w chno galou likom. Ila beddeltou ray, ktbou: annuler.
    .sms = B7al lblassa, nhar, chno galou likom.
problem-too-little = Mazal ma 3reft chno w9e3 likom.
    .sms = Mazal ma 3reft chno w9e3.
complaint-failed = Mazal ma 3reft chno w9e3 likom, w ma tsejjel walou. Y9der mowaddaf y3eyyet likom, wla 3awdou we9tma bghitou.
    .sms = Ma tsejjel walou daba. Y9der mowaddaf y3eyyet likom, wla 3awdou we9tma bghitou.

## Recorded
complaint-recorded = Tsejjlat chikaya dyalkom nhar { $day }, ra9mha { $reference }: khelliwh 3andkom. Ghay9raha wa7ed lmowaddaf.
    .sms = Chikaya { $reference } tsejjlat nhar { $day }. Ghay9raha mowaddaf.
complaint-official-health = Hadchi ma kay3ewwedch chikaya rasmiya. 3la sbitarat w lmarakiz si77iya katkoun 3and wizarat si77a: { $site }.
    .sms = Hadchi ma kay3ewwedch chikaya rasmiya, 3and wizarat si77a: { $site }.
complaint-official-cnss = Hadchi ma kay3ewwedch chikaya rasmiya. 3la AMO w CNSS, hedrou m3a CNSS: { $phone } wla { $site }.
    .sms = Hadchi ma kay3ewwedch chikaya rasmiya, 3and CNSS: { $phone } wla { $site }.
complaint-official-register = Hadchi ma kay3ewwedch chikaya rasmiya, li katkoun f { $portal }. 3la RNP w RSU choufou 7ta site dyal l'Agence nationale des registres: { $site }.
    .sms = Hadchi ma kay3ewwedch chikaya rasmiya, f { $portal }. Site dyal RSU: { $site }.
complaint-official-direct-aid = Hadchi ma kay3ewwedch chikaya rasmiya. 3la da3m lmobachir katkoun 3and ANSS, l'agence dyal da3m lijtima3i: { $site }.
    .sms = Hadchi ma kay3ewwedch chikaya rasmiya, 3and ANSS: { $site }.
complaint-official-other = Hadchi ma kay3ewwedch chikaya rasmiya, li katkoun f { $site }.
    .sms = Hadchi ma kay3ewwedch chikaya rasmiya, f { $site }.
complaint-official-ask = Hadchi ma kay3ewwedch chikaya rasmiya: sewlou l2idara li kat3niha fin kat7ett.
    .sms = Hadchi ma kay3ewwedch chikaya rasmiya: sewlou l2idara fin kat7ett.
