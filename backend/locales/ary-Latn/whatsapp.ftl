# WhatsApp: what comes beside a text, and messages outside its 24 hours. Darija in Latin letters.
media-voice = Mazal ma kansme3ch les vocaux. Ktbou so2al dyalkom, wla khtarou men hna, wla goulou lina y3eyyet likom chi mowaddaf.
media-video = Ma n9derch nchouf les vidéos. Ktbou so2al dyalkom, wla khtarou men hna, wla goulou lina y3eyyet likom chi mowaddaf.
media-sticker = Chokran 3la sticker! Bach n3awenkom khassni lklam: ktbou so2al dyalkom, wla khtarou men hna, wla goulou lina y3eyyet likom chi mowaddaf.
media-contact = Weslni ra9m dyal chi 7ed, w ma kan7tafedch bih. Ktbou so2al dyalkom, wla khtarou men hna, wla goulou lina y3eyyet likom chi mowaddaf.
media-file = Had lmilaf ma n9derch n7ellou. Ktbou so2al dyalkom, wla khtarou men hna, wla goulou lina y3eyyet likom chi mowaddaf.
photo-kept = Lwer9a dyalkom weslat. Ghan7tafed biha f blasa m7miya 7tta l { $day }, ila bghitou ttelbou mouraja3a dyal lmo2achir. Men be3d katmse7. 3merkom ma tsiftou teswira dyal la carte dyal lbanka.
photo-not-fetched = Lwer9a dyalkom ma weslatnich. 3awdou siftouha, wla goulou lina y3eyyet likom chi mowaddaf.
photo-refused-type = Kan9der n7tafed ghir b tsawer (JPEG wla PNG) w PDF. Siftou lwer9a b had chkel, wla goulou lina y3eyyet likom chi mowaddaf.
photo-refused-size = Had lmilaf t9il bezzaf: 5 Mo hiya l7edd. Siftou teswira khfifa, wla goulou lina y3eyyet likom chi mowaddaf.
centre-near = { $name }, { $address }, 3la { $distance } km menkom (nichan). Lw9at: { $hours }.
centre-none-near = Ma 3endi 7tta markaz 9rib l had lblasa f lmo3tayat dyali.
whatsapp-invitation = Salam, hna Haqqi. 3endi likom message. Bach t9rawh, werkou 3la lbouton wla ktbou liya.
whatsapp-read = N9ra lmessage
whatsapp-choose = Khtarou
held = Ha lmessage li kan kaytsennakom. Chi 7aja okhra?
