# A case for staff that a choice opens: everything is paid, and the cover is closed all the same. Darija in Arabic letters.
# SMS texts (.sms) are UCS-2: two parts hold 134 characters, choices and source included.

choice-record-paid-but-closed = حلو ليا دوسي
case-recorded = تحل ليكم دوسي نهار { $day }، ورقمو { $reference }: كلشي مخلص، والتغطية ديالكم ({ $regime }) مازال ما تحلات. خليو عندكم هاد الرقم والتوصيل ديال الخلاص.
    .sms = تحل دوسي { $reference } نهار { $day } ({ $regime }).
case-open-already = الدوسي ديالكم ({ $regime }) محلول من نهار { $day }، ورقمو { $reference }. والو ما ضاع: ما خاصكمش تحلو واحد آخر.
    .sms = الدوسي { $reference } ({ $regime }) محلول من { $day }.
case-next = غيقراه واحد الموظف ويتبعو. CNSS هي اللي كتقرر واش تحل التغطية: ما نقدرش نوعدكم بيها. تقدرو تهضرو معاها نيشان: { $phone }.
    .sms = غيقراه موظف. CNSS هي اللي كتقرر: { $phone }.
case-next-agency = غيقراه واحد الموظف ويتبعو. CNSS هي اللي كتقرر واش تحل التغطية: ما نقدرش نوعدكم بيها. تقدرو تسولو حتى فوكالة CNSS.
    .sms = غيقراه موظف. CNSS هي اللي كتقرر.
case-not-needed = على حساب المعطيات اللي عندي، ما كاينش شي تغطية مسدودة وكلشي مخلص، وما كاين علاش نحلو دوسي. شوفو فين وصلات الاشتراكات ديالكم، ولا قولو لينا يعيط ليكم شي موظف.
    .sms = دابا ما كاين علاش نحلو دوسي. شوفو الاشتراكات.
