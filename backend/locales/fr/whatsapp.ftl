# WhatsApp: what comes beside a text, and messages outside its 24 hours. French.
media-voice = Je ne peux pas encore écouter les messages vocaux. Écrivez votre question, choisissez ci-dessous, ou demandez qu'un conseiller vous rappelle.
media-video = Je ne peux pas regarder les vidéos. Écrivez votre question, choisissez ci-dessous, ou demandez qu'un conseiller vous rappelle.
media-sticker = Merci pour le sticker ! Pour vous aider, j'ai besoin de mots : écrivez votre question, choisissez ci-dessous, ou demandez qu'un conseiller vous rappelle.
media-contact = J'ai reçu une fiche de contact. Je n'en garde rien. Écrivez votre question, choisissez ci-dessous, ou demandez qu'un conseiller vous rappelle.
media-file = Je ne peux pas ouvrir ce fichier. Écrivez votre question, choisissez ci-dessous, ou demandez qu'un conseiller vous rappelle.
photo-kept = Votre document est bien arrivé. Je le garde à l'abri jusqu'au { $day }, au cas où vous demandez une révision de votre score. Ensuite il est effacé. N'envoyez jamais la photo d'une carte bancaire.
photo-not-fetched = Je n'ai pas pu recevoir votre document. Envoyez-le encore une fois, ou demandez qu'un conseiller vous rappelle.
photo-refused-type = Je ne peux garder que des photos (JPEG, PNG) et des PDF. Envoyez le document sous cette forme, ou demandez qu'un conseiller vous rappelle.
photo-refused-size = Ce document est trop lourd : 5 Mo au plus. Envoyez une photo plus légère, ou demandez qu'un conseiller vous rappelle.
centre-near = { $name }, { $address }, à { $distance } km de vous à vol d'oiseau. Horaires : { $hours }.
centre-none-near = Je n'ai pas de centre près de cet endroit dans mes données.
whatsapp-invitation = Bonjour, ici Haqqi. J'ai un message pour vous. Pour le lire, touchez le bouton ou écrivez-moi.
whatsapp-read = Lire le message
whatsapp-choose = Choisir
held = Voici le message qui vous attendait. Autre chose ?
