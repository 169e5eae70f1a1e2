# Darija in Arabic letters: the score explained, rights and their conditions, contributions. SMS (.sms) are UCS-2.

## Where a household lives
setting-urban = المدينة
setting-rural = البادية
region-1 = طنجة تطوان الحسيمة
region-2 = الشرق
region-3 = فاس مكناس
region-4 = الرباط سلا القنيطرة
region-5 = بني ملال خنيفرة
region-6 = الدار البيضاء سطات
region-7 = مراكش آسفي
region-8 = درعة تافيلالت
region-9 = سوس ماسة
region-10 = كلميم واد نون
region-11 = العيون الساقية الحمراء
region-12 = الداخلة وادي الذهب

## What a household declares: one label per input of data/score/formula.yml
item-household-size = شحال من واحد فالأسرة
    .sms = عدد الأسرة
item-rooms = شحال من واحد فكل بيت
    .sms = عدد البيوت
item-head-age = السن ديال رب ولا ربة الأسرة
    .sms = السن
item-is-single-person-or-childless-couple = واحد بوحدو، ولا جوج مزوجين بلا ولاد
    .sms = بوحدو ولا بلا ولاد
item-is-multiple-family-nuclei = كتر من عائلة وحدة فالأسرة
    .sms = كتر من عائلة
item-has-bath-or-shower = الدوش ولا البانيو
    .sms = الدوش
item-has-individual-electricity-meter = الكونتور ديال الضو بوحدكم
    .sms = كونتور الضو
item-head-has-higher-education = القراية العالية ديال رب ولا ربة الأسرة
    .sms = القراية العالية
item-head-has-basic-education = القراية الأساسية ديال رب ولا ربة الأسرة
    .sms = القراية الأساسية
item-head-is-senior-executive = رب ولا ربة الأسرة إطار عالي ولا مسؤول
    .sms = إطار عالي
item-head-is-middle-manager = رب ولا ربة الأسرة إطار متوسط
    .sms = إطار متوسط
item-head-is-plant-machine-operator = رب ولا ربة الأسرة كيخدم على الماكينات
    .sms = خدمة الماكينات
item-head-is-craftsman = رب ولا ربة الأسرة صنايعي
    .sms = صنايعي
item-head-is-farm-operator = رب ولا ربة الأسرة فلاح
    .sms = فلاح
item-head-is-employer = رب ولا ربة الأسرة باطرون
    .sms = باطرون
item-head-is-retired-or-rentier = رب ولا ربة الأسرة متقاعد، ولا عندو مدخول بلا خدمة
    .sms = متقاعد
item-has-computer = البيسي (الحاسوب)
    .sms = البيسي
item-has-aerial-antenna = البارابول
item-has-landline-telephone = التيليفون الفيكس
item-has-non-ramed-health-coverage = تغطية صحية من غير راميد
    .sms = تغطية أخرى
item-has-loan = الكريدي
item-has-secondary-residence = دار أخرى
item-has-garage = الكاراج
item-has-business-premises = المحل ديال الخدمة
item-dwelling-is-listed-type = نوع السكن (فيلا، برطمة، دار ديال الحجر...)
    .sms = نوع السكن
item-has-car = الطوموبيل
item-has-motorcycle = الموطور
item-has-non-agricultural-land = الأرض اللي ماشي فلاحية
    .sms = أرض ماشي فلاحية
item-has-irrigated-land = الأرض اللي كتسقى
item-children-6-14-in-private-school = الولاد من 6 حتى 14 عام اللي كيقراو فالبريفي
    .sms = قراية البريفي
item-children-6-14-in-public-school = الولاد من 6 حتى 14 عام اللي كيقراو فالعمومي
    .sms = قراية العمومي
item-members-15-plus-without-diploma = اللي عندهم 15 عام وكتر وما عندهم حتى ديبلوم
    .sms = بلا ديبلوم
item-members-15-plus-with-technical-diploma = اللي عندهم 15 عام وكتر وعندهم ديبلوم تقني
    .sms = ديبلوم تقني
item-members-15-plus-in-gainful-activity = اللي عندهم 15 عام وكتر وكيدخلو الفلوس
    .sms = اللي كيخدمو
item-members-15-plus-plant-machine-operators = اللي عندهم 15 عام وكتر وكيخدمو على الماكينات
    .sms = خدمة الماكينات
item-members-senior-executives = الأطر العليا فالأسرة
    .sms = الأطر العليا
item-mobile-phones = التيليفونات البورطابل
    .sms = البورطابل
item-cars = الطوموبيلات
item-motorcycles = المواطر
item-members-19-29 = اللي عندهم من 19 حتى 29 عام
    .sms = سن 19 حتى 29
item-members-30-59 = اللي عندهم من 30 حتى 59 عام
    .sms = سن 30 حتى 59
item-members-60-plus = اللي عندهم 60 عام وكتر
    .sms = سن 60 وكتر
item-members-15-plus-literate = اللي عندهم 15 عام وكتر وكيعرفو يقراو ويكتبو
    .sms = اللي قاري
item-members-15-plus-with-higher-education-diploma = اللي عندهم 15 عام وكتر وعندهم ديبلوم عالي
    .sms = ديبلوم عالي
item-members-15-plus-traders = اللي عندهم 15 عام وكتر وكيتاجرو
    .sms = التجارة
item-cows = البقر
item-annual-butane-expense = مصروف البوطة على كل واحد
    .sms = البوطة
item-annual-water-electricity-expense = مصروف الما والضو على كل واحد
    .sms = الما والضو
item-annual-phone-internet-expense = مصروف التيليفون والأنترنيت على كل واحد
    .sms = التيليفون

## Why this score
why-score-lowers = المؤشر ديال الأسرة ديالكم هو { $score }. ها منين جا: { $place } كتحسب { $fixed }، والجهة ({ $area }) كتحسب { $local }، وداكشي كامل اللي صرحتو بيه نقص منو { $declared }. هادشي حسبتو أنا بالتقريب: السجل كيعطي غير المجموع.
    .sms = { $score }: { $place } { $fixed }، الجهة { $local }، التصريح نقص { $declared } (تقريبا).
why-score-raises = المؤشر ديال الأسرة ديالكم هو { $score }. ها منين جا: { $place } كتحسب { $fixed }، والجهة ({ $area }) كتحسب { $local }، وداكشي كامل اللي صرحتو بيه زاد فيه { $declared }. هادشي حسبتو أنا بالتقريب: السجل كيعطي غير المجموع.
    .sms = { $score }: { $place } { $fixed }، الجهة { $local }، التصريح زاد { $declared } (تقريبا).
why-raises-most = اللي كيطلعو كتر: { $item }، { $score }.
    .sms = كيطلع: { $item }.
why-lowers-most = اللي كيهبطو كتر: { $item }، { $score }.
    .sms = كيهبط: { $item }.
why-line = - { $item }: { $score }
why-item = - { $item }
why-margin-within = { $regime }: داخل فالعتبة ({ $limit })، وباقي ليه { $margin }.
why-margin-above = { $regime }: فوق العتبة ({ $limit }) بـ { $margin }.
why-margin-at = { $regime }: جا قد قد مع العتبة ({ $limit }).
why-differs = المؤشر ديال الأسرة ديالكم هو { $score }، ولكن ملي حسبت داكشي اللي عندي من التصريح ديالكم عطاني حاجة أخرى. داكشي علاش ما غنعطيكمش الأرقام حاجة بحاجة. المؤشر ديال السجل هو اللي كاين.
    .sms = المؤشر { $score }. حسابي عطاني حاجة أخرى، بلا أرقام.
why-usually-raises = هادشي غالبا كيطلع المؤشر: { $item }.
    .sms = غالبا كيطلع: { $item }.
why-usually-lowers = هادشي غالبا كيهبط المؤشر: { $item }.
    .sms = كيهبط: { $item }.
why-noted = قيدت هاد الفرق باش يشوفوه الناس ديال حقي. هادشي ما كيبدل والو فالحقوق ديالكم.
why-not-declared = المؤشر ديال الأسرة ديالكم هو { $score }. السجل ما عطانيش داكشي اللي صرحتو بيه: ما نقدرش نشرحو ليكم حاجة بحاجة.
    .sms = المؤشر { $score }. ما عنديش التصريح باش نشرحو.
why-fixed = فكل مؤشر، { $place } كتحسب { $fixed } والجهة ({ $area }) كتحسب { $local } (بالتقريب). الباقي كيجي من التصريح.
    .sms = { $place } { $fixed }، الجهة { $local }، والباقي من التصريح.
why-fixed-place = فكل مؤشر، { $place } كتحسب { $fixed } (بالتقريب). وكتزاد عليها الجهة وداكشي اللي تصرح بيه.
    .sms = { $place } { $fixed }، ومن بعد الجهة والتصريح.
why-formula-old = المؤشر ديال الأسرة ديالكم هو { $score }. تقدر طريقة الحساب تكون تبدلات من آخر مرة شفتها: اليوم ما غنعطيكمش التفاصيل. سولو فـ rsu.ma ولا فمركز خدمات المواطنين.
    .sms = المؤشر { $score }. الحساب يقدر تبدل، ما غنفصلوش: سولو rsu.ma.
why-wrong = شي حاجة من هادشي ماشي صحيحة؟ قولوها ليا: تقدرو تطلبو المراجعة ديال المؤشر.

## If something declared is wrong
simulation = إلا تصحح هادشي، المؤشر غيولي تقريبا { $estimate } بلاصة { $score }. هادا غير تقدير وماشي وعد: الوكالة هي اللي كتشوف وكتقرر.
    .sms = إلا تصحح: تقريبا { $estimate } بلاصة { $score }، ماشي وعد.
simulation-honest = صححو غير داكشي اللي غالط بصح. الغلط ماشي عيب. ولكن اللي عطا معلومات ماشي صحيحة بالعاني كيخلص غرامة من { $min } حتى لـ { $max }.
    .sms = صححو غير الغلط: معلومات غالطة بالعاني عليها غرامة.
simulation-honest-plain = صححو غير داكشي اللي غالط بصح. الغلط ماشي عيب؛ ولكن اللي عطا معلومات ماشي صحيحة بالعاني، القانون كيعاقبو.
    .sms = صححو غير الغلط: معلومات غالطة بالعاني عليها عقوبة.
simulation-refused-no-figures = ما نقدرش نقدر شحال غيولي المؤشر. تقدرو تطلبو المراجعة ديالو.
    .sms = ما نقدرش نقدرو. تقدرو تطلبو المراجعة.
simulation-refused-nothing-wrong = قولو ليا اللول شنو اللي ماشي صحيح فالتصريح.
simulation-refused-too-many = كاينين بزاف ديال الحوايج للتصحيح، ما يمكنش نقدرهم. الأحسن تطلبو المراجعة.
    .sms = بزاف ديال الحوايج. الأحسن تطلبو المراجعة.
simulation-refused-unknown-item = هاد الحاجة ما كتحسبش فالمؤشر ديال الأسرة ديالكم.
simulation-refused-same-as-declared = هادشي هو اللي راه مصرح بيه.
simulation-refused-contradiction = هاد الأجوبة ما كيتوافقوش. عاودو شوفوهم، ولا طلبو موظف.
simulation-refused-often = درت ليكم شحال من تقدير. دابا طلبو المراجعة ديال المؤشر، ولا موظف.
    .sms = درت ليكم شحال من تقدير. طلبو المراجعة ولا موظف.

## Rights: the answer for each
right-direct-aid = الدعم الاجتماعي المباشر
    .sms = الدعم المباشر
right-family = العائلة
ruling-eligible = { $regime }: إييه، على حساب اللي عرفت عليكم، الشروط كاينة. الإدارة هي اللي كتشوف وكتقرر.
ruling-not-eligible = { $regime }: لا، على حساب اللي عرفت عليكم.
ruling-not-yet = { $regime }: مازال، على حساب اللي عرفت عليكم.
ruling-depends = { $regime }: ممكن، ولكن باقي كيتبع هادشي.
ruling-unknown = { $regime }: ما نقدرش نجزم فيها.

## Rights: the rules, each a sentence
rule-score-within = خاص المؤشر يكون داخل فالعتبة { $limit }.
rule-score-above = خاص المؤشر يكون فوق { $limit }.
rule-in-rsu = خاص التسجيل فـ RSU، ليكم وللعائلة.
rule-no-other-cover = خاص ما تكون حتى تغطية صحية أخرى.
rule-no-activity = خاص ما تكون حتى خدمة، لا بالخلاص لا بلا خلاص.
rule-no-own-scheme = خاص ما تكونوش داخلين فأمو ديال الخدامة، ولا ديال اللي خدام على راسو.
rule-self-employed = إجبارية على كل واحد خدام على راسو.
rule-salaried = هادي ديال الخدامة عند الباطرون.
rule-employer-declares = خاص الباطرون يصرح بأيام الخدمة ويخلص الاشتراكات.
rule-enough-days = خاص على الأقل { $days ->
        [one] نهار واحد مصرح بيه.
        [two] يوماين مصرح بيهم.
        [few] { $days } ديال الأيام مصرح بيهم.
       *[other] { $days } يوم مصرح بيهم.
    }
rule-waited = التغطية كتحل من بعد { $months ->
        [one] شهر واحد
        [two] شهرين
        [few] { $months } شهور
       *[other] { $months } شهر
    } ديال الاشتراكات مخلصة.
rule-paid-up = التغطية كتبقى محلولة ما حد الاشتراكات مخلصة.
rule-other-conditions = كاينين شروط أخرى، شوفوهم فـ asd.ma.
rule-in-force = هاد الحق بدا نهار { $day }.
rule-spouse = الزوج ولا الزوجة كيتغطاو مع المؤمن.
rule-child-age = الولاد والبنات كيتغطاو حتى لـ { $age ->
        [one] عام واحد.
        [two] عامين.
        [few] { $age } سنين.
       *[other] { $age } عام.
    }
rule-student-age = اللي كيقراو من بعد الباك كيتغطاو حتى لـ { $age ->
        [one] عام واحد.
        [two] عامين.
        [few] { $age } سنين.
       *[other] { $age } عام.
    }
rule-student = من بعد السن ديال الولاد، خاص القراية من بعد الباك.
rule-unmarried = اللي كيقرا خاصو ما يكونش مزوج.
rule-disabled = اللي عندو إعاقة من الولاد كيتغطى بلا حد ديال السن.
rule-no-own-cover = خاص ما تكونش عندو تغطية ديالو بوحدو.
rule-listed-relation = كيتغطاو الزوج ولا الزوجة والولاد. على الآخرين سولو CNSS.

## Rights: what a rule is about, without its figure
topic-score-within = العتبة ديال المؤشر
topic-score-above = العتبة ديال المؤشر
topic-in-rsu = التسجيل فـ RSU
topic-no-other-cover = التغطية الأخرى
topic-no-activity = الخدمة
topic-no-own-scheme = أمو ديال اللي خدامين
topic-self-employed = الخدمة على الراس
topic-salaried = الخدمة عند الباطرون
topic-employer-declares = التصريح ديال الباطرون
topic-enough-days = شحال من نهار مصرح بيه
topic-waited = شهور التسنا
topic-paid-up = خلاص الاشتراكات
topic-other-conditions = الشروط الأخرى
topic-in-force = نهار البداية
topic-spouse = التغطية ديال الزوج ولا الزوجة
topic-child-age = السن ديال الولاد
topic-student-age = السن ديال اللي كيقراو
topic-student = القراية
topic-unmarried = الزواج ديال اللي كيقرا
topic-disabled = الإعاقة
topic-no-own-cover = التغطية ديالو بوحدو
topic-listed-relation = الآخرين من العائلة

## Rights: what became of a rule
status-met = هادي حالتكم.
status-failed = هادي ماشي حالتكم.
status-missing = مازال ما عرفتهاش.
status-open = خاصكم تأكدو منها عند الإدارة.
status-at-limit = المؤشر جا قد قد مع العتبة، وحتى مصدر ما كيقول واش محسوبة.
status-from = بكري بكري نهار { $day }.
doubt-unconfirmed = ما نقدرش نأكد ليكم اليوم: { $topic }.
doubt-reported = غير مصدر واحد اللي قالها، خاصكم تأكدو: { $topic } ({ $sources }).

## Rights: what comes next
step-apply-local-authority = الطلب كيتحط عند السلطة المحلية (الملحقة ولا القيادة).
step-apply-macnss = الطلب كيتحط فـ { $site }.
step-register-agency = سيرو لوكالة ديال CNSS باش تسجلو.
step-follow-macnss = تبعو الحقوق ديالكم فـ { $site }.
step-apply-asd = الطلب كيتحط فـ { $site }، وتما كيتشافو الشروط كاملين.
step-review-or-achamil = إلا كان المؤشر غالط، عندكم { $days ->
        [one] نهار واحد
        [two] يوماين
        [few] { $days } ديال الأيام
       *[other] { $days } يوم
    } من نهار توصلتو بيه باش تطلبو المراجعة. وإلا، شوفو أمو الشامل.
step-review-score = إلا كان المؤشر غالط، عندكم { $days ->
        [one] نهار واحد
        [two] يوماين
        [few] { $days } ديال الأيام
       *[other] { $days } يوم
    } من نهار توصلتو بيه باش تطلبو المراجعة.
step-other-scheme = شوفو النظام الآخر اللي كيناسب الحالة ديالكم.
step-register-rsu = اللول سجلو الأسرة فـ RSU، فـ rsu.ma ولا فمركز خدمات المواطنين.
step-wait = بقاو كتخلصو: التغطية كتحل ملي يكملو الشهور. CNSS كتأكد ليكم النهار فـ { $phone }.
step-pay = خلصو داكشي اللي باقي، من البنك ولا كاش فنقط الخلاص، وخليو التوصيل عندكم.
step-declare-member = صرحو بهاد الشخص؛ أي تغيير كيتصرح بيه فـ { $days ->
        [one] نهار واحد.
        [two] يوماين.
        [few] { $days } ديال الأيام.
       *[other] { $days } يوم.
    }
step-own-right = هاد الشخص يقدر تكون عندو تغطية ديالو، على حساب خدمتو ولا مؤشر الأسرة.
step-ask-cnss = سولو CNSS فـ { $phone }.
step-ask-agency = سولو فوكالة ديال CNSS.
step-ask-asd = سولو فـ asd.ma.
eligibility-notice = هادو هوما القواعد العامة، بالمصادر ديالهم. الإدارة هي اللي كتشوف وكتقرر.
estimate-notice = هادا غير تقدير: المؤشر ديال السجل هو اللي كيحسب. واللي عطا معلومات ماشي صحيحة بالعاني، القانون كيعاقبو.

## Contributions
contribution-month = - { $month }: { $amount }
contribution-reopen = باش تحل التغطية ديالكم ({ $regime })، خاص يتخلص اللي باقي: { $amount }. وإلا ناقصة شي حاجة أخرى، CNSS كتقولها ليكم.
    .sms = باش تحل: خلصو { $amount }.
contribution-paid-but-closed = كلشي مخلص (آخر خلاص نهار { $day })، ومع ذلك التغطية ديالكم ({ $regime }) مازال ما تحلات. ماشي نتوما اللي خاصكم تزيدو تخلصو. خليو التوصيل عندكم: يقدر موظف يعيط ليكم ويتبع الدوسي.
    .sms = كلشي مخلص ({ $day })، و{ $regime } مازال ما تحلات. خليو التوصيل: يقدر موظف يعيط.
contribution-waiting = التغطية ديالكم ({ $regime }) كتحل من بعد { $months ->
        [one] شهر واحد
        [two] شهرين
        [few] { $months } شهور
       *[other] { $months } شهر
    } ديال الاشتراكات مخلصة: بكري بكري نهار { $day }، باقي { $days ->
        [zero] حتى نهار
        [one] نهار واحد
        [two] يوماين
        [few] { $days } ديال الأيام
       *[other] { $days } يوم
    }.
    .sms = { $regime }: كتحل بكري { $day } (شهور: { $months }، باقي { $days }). CNSS كتأكد.
waiting-disputed = كاين مصدر آخر كيقول كتر: CNSS هي اللي كتأكد ليكم.
contribution-waiting-over = شهور التسنا ({ $months }) ديال { $regime } كملو نهار { $day }، ولكن التغطية مازال ما تحلات فالمعلومات اللي عندي. يقدر موظف يعيط ليكم.
    .sms = { $regime }: التسنا كمل { $day } ومازال ما تحلات. يقدر موظف يعيط.
contribution-waiting-ask = شهور التسنا ديالكم ({ $regime }) مازال ما كملو. ما نقدرش نأكد شحال خاص: سولو CNSS فـ { $phone }.
    .sms = { $regime }: شهور التسنا ما كملوش. شحال: CNSS { $phone }.
contribution-waiting-agency = شهور التسنا ديالكم ({ $regime }) مازال ما كملو. ما نقدرش نأكد شحال خاص: سولو فوكالة ديال CNSS.
    .sms = { $regime }: شهور التسنا ما كملوش. شحال: وكالة CNSS.
