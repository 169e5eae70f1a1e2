# Several questions in one message.
two-questions = Swweltou 3la jouj 7wayej. Nbdaw b lloula: { $first }. Men be3d 3awdou swlouni 3la: { $second }.
    .sms = Nbdaw b: { $first }. Men be3d swlouni 3la: { $second }.
