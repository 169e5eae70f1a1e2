# Darija in Arabic letters: the statutory notice of a new score. It states no last day: nothing is proved yet.
# SMS texts (.sms) are UCS-2: three parts hold 201 characters.

score-notice = الأسرة ديالكم عندها مؤشر جديد: { $score } ({ $day }). باش تعرفو شنو كيحل ليكم، كتبو ليا: المؤشر. إلا بان ليكم غالط، تقدرو تطلبو المراجعة ديالو، كتبو ليا: المراجعة. عمرني ما غنطلب منكم لاكارط ديال البنك، ولا الكود السري ديالها.
    .sms = حقي: أسرتكم عندها مؤشر جديد: { $score } ({ $day }). شنو كيحل؟ كتبو: المؤشر. إلا بان ليكم غالط، كتبو: المراجعة. حقي عمرو ما كيطلب لاكارط ديال البنك.
