# Darija in Arabic letters: recording a complaint here. What is said before (chikaya.ma and others) is in general.ftl.
# SMS texts (.sms) are UCS-2: two parts hold 134 characters, choices and source included.

choice-record-complaint = نسجلها هنا
    .sms = نسجلها

## The form
form-complaint-intro = نقدر نسجل ليكم الشكاية هنا. إلا بدلتو الراي، كتبو: إلغاء.
form-complaint-text = قولو ليا فميساج واحد شنو وقع، فين وفوقاش. ما تكتبو لا رقم لاكارط ديال البنك، لا كلمة السر.
    .sms = فميساج واحد: شنو وقع، فين وفوقاش؟ بلا رقم لاكارط ديال البنك، بلا كلمة السر.
form-complaint-text-explain = بحال: سمية الوكالة ولا السبيطار، النهار، وشنو قالو ليكم. إلا بدلتو الراي، كتبو: إلغاء.
    .sms = بحال البلاصة، النهار، شنو تقال.
problem-too-little = مازال ما عرفت شنو وقع ليكم.
    .sms = مازال ما عرفت شنو وقع.
complaint-failed = مازال ما عرفت شنو وقع ليكم، وما تسجل والو. يقدر موظف يعيط ليكم، ولا عاودو وقتما بغيتو.
    .sms = ما تسجل والو دابا. يقدر موظف يعيط ليكم، ولا عاودو وقتما بغيتو.

## Recorded
complaint-recorded = تسجلات الشكاية ديالكم نهار { $day }، ورقمها { $reference }: خليوه عندكم. غيقراها واحد الموظف.
    .sms = تسجلات { $reference } نهار { $day }، غيقراها موظف.
complaint-official-health = هادشي ما كيعوضش الشكاية الرسمية. على السبيطارات والمراكز الصحية كتكون عند وزارة الصحة: { $site }.
    .sms = هادشي ما كيعوضش الشكاية الرسمية: { $site }.
complaint-official-cnss = هادشي ما كيعوضش الشكاية الرسمية. على أمو وCNSS، هضرو مع CNSS: { $phone } ولا { $site }.
    .sms = هادشي ما كيعوضش الشكاية الرسمية: CNSS { $phone } ولا { $site }.
complaint-official-register = هادشي ما كيعوضش الشكاية الرسمية، اللي كتكون فـ { $portal }. على RNP وRSU شوفو حتى الموقع ديال الوكالة الوطنية للسجلات: { $site }.
    .sms = ما كتعوضش الشكاية الرسمية: { $portal }. RSU: { $site }.
complaint-official-direct-aid = هادشي ما كيعوضش الشكاية الرسمية. على الدعم المباشر كتكون عند الوكالة الوطنية للدعم الاجتماعي: { $site }.
    .sms = هادشي ما كيعوضش الشكاية الرسمية: { $site }.
complaint-official-other = هادشي ما كيعوضش الشكاية الرسمية، اللي كتكون فـ { $site }.
    .sms = هادشي ما كيعوضش الشكاية الرسمية: { $site }.
complaint-official-ask = هادشي ما كيعوضش الشكاية الرسمية: سولو الإدارة المعنية فين كتحط.
    .sms = هادشي ما كيعوضش الشكاية الرسمية: سولو الإدارة فين كتحط.
