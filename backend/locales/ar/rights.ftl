# Standard Arabic: the score explained, rights and their conditions, contributions. SMS (.sms) are UCS-2.

## Where a household lives
setting-urban = الوسط الحضري
    .sms = المدينة
setting-rural = الوسط القروي
    .sms = القرية
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
item-household-size = عدد أفراد الأسرة
    .sms = عدد الأفراد
item-rooms = عدد الأفراد في كل غرفة
    .sms = عدد الغرف
item-head-age = سن رب الأسرة أو ربتها
    .sms = السن
item-is-single-person-or-childless-couple = فرد واحد، أو زوجان بدون أطفال
    .sms = فرد أو زوجان
item-is-multiple-family-nuclei = أكثر من عائلة في الأسرة الواحدة
    .sms = أكثر من عائلة
item-has-bath-or-shower = الحمام أو الرشاش
    .sms = الحمام
item-has-individual-electricity-meter = العداد الفردي للكهرباء
    .sms = عداد الكهرباء
item-head-has-higher-education = المستوى التعليمي العالي لرب الأسرة أو ربتها
    .sms = التعليم العالي
item-head-has-basic-education = المستوى التعليمي الأساسي لرب الأسرة أو ربتها
    .sms = التعليم الأساسي
item-head-is-senior-executive = رب الأسرة أو ربتها إطار عال أو في منصب مسؤولية
    .sms = إطار عال
item-head-is-middle-manager = رب الأسرة أو ربتها إطار متوسط
    .sms = إطار متوسط
item-head-is-plant-machine-operator = رب الأسرة أو ربتها يعمل على الآلات
    .sms = عمل على الآلات
item-head-is-craftsman = رب الأسرة أو ربتها من الحرفيين
    .sms = حرفي
item-head-is-farm-operator = رب الأسرة أو ربتها يستغل أرضا فلاحية
    .sms = فلاح
item-head-is-employer = رب الأسرة أو ربتها مشغل
    .sms = مشغل
item-head-is-retired-or-rentier = رب الأسرة أو ربتها متقاعد أو له إيراد
    .sms = متقاعد
item-has-computer = الحاسوب
item-has-aerial-antenna = اللاقط الهوائي
    .sms = اللاقط
item-has-landline-telephone = الهاتف الثابت
item-has-non-ramed-health-coverage = تغطية صحية غير راميد
    .sms = تغطية أخرى
item-has-loan = القرض
item-has-secondary-residence = السكن الثانوي
item-has-garage = المرآب
item-has-business-premises = المحل المهني
item-dwelling-is-listed-type = نوع السكن (فيلا، شقة، دار من الحجر...)
    .sms = نوع السكن
item-has-car = السيارة
item-has-motorcycle = الدراجة النارية
    .sms = الدراجة
item-has-non-agricultural-land = الأراضي غير الفلاحية
    .sms = أرض غير فلاحية
item-has-irrigated-land = الأرض المسقية
item-children-6-14-in-private-school = الأطفال من 6 إلى 14 سنة في التعليم الخصوصي
    .sms = تعليم خصوصي
item-children-6-14-in-public-school = الأطفال من 6 إلى 14 سنة في التعليم العمومي
    .sms = تعليم عمومي
item-members-15-plus-without-diploma = من بلغوا 15 سنة دون أي شهادة
    .sms = دون شهادة
item-members-15-plus-with-technical-diploma = من بلغوا 15 سنة ولهم شهادة تقنية
    .sms = شهادة تقنية
item-members-15-plus-in-gainful-activity = من بلغوا 15 سنة ولهم نشاط مدر للدخل
    .sms = من يعملون
item-members-15-plus-plant-machine-operators = من بلغوا 15 سنة ويعملون على الآلات
    .sms = عمل على الآلات
item-members-senior-executives = الأطر العليا في الأسرة
    .sms = الأطر العليا
item-mobile-phones = الهواتف المحمولة
    .sms = الهواتف
item-cars = السيارات
item-motorcycles = الدراجات النارية
    .sms = الدراجات
item-members-19-29 = من سنهم بين 19 و 29 سنة
    .sms = سن 19 إلى 29
item-members-30-59 = من سنهم بين 30 و 59 سنة
    .sms = سن 30 إلى 59
item-members-60-plus = من سنهم 60 سنة فأكثر
    .sms = سن 60 فأكثر
item-members-15-plus-literate = من بلغوا 15 سنة ويعرفون القراءة والكتابة
    .sms = القراءة والكتابة
item-members-15-plus-with-higher-education-diploma = من بلغوا 15 سنة ولهم شهادة عليا
    .sms = شهادة عليا
item-members-15-plus-traders = من بلغوا 15 سنة ويزاولون التجارة
    .sms = التجارة
item-cows = الأبقار
item-annual-butane-expense = مصاريف غاز البوتان لكل فرد
    .sms = الغاز
item-annual-water-electricity-expense = مصاريف الماء والكهرباء لكل فرد
    .sms = الماء والكهرباء
item-annual-phone-internet-expense = مصاريف الهاتف والإنترنت لكل فرد
    .sms = الهاتف

## Why this score
why-score-lowers = مؤشر أسرتكم هو { $score }. وهذه أجزاؤه: { $place } يساوي { $fixed }، والجهة ({ $area }) تساوي { $local }، ومجموع ما صرحتم به يخفضه بـ { $declared }. هذا حسابي على وجه التقدير: السجل يعطي المجموع فقط.
    .sms = { $score }: { $place } { $fixed }، الجهة { $local }، التصريح ينقص { $declared } (تقدير).
why-score-raises = مؤشر أسرتكم هو { $score }. وهذه أجزاؤه: { $place } يساوي { $fixed }، والجهة ({ $area }) تساوي { $local }، ومجموع ما صرحتم به يرفعه بـ { $declared }. هذا حسابي على وجه التقدير: السجل يعطي المجموع فقط.
    .sms = { $score }: { $place } { $fixed }، الجهة { $local }، التصريح يزيد { $declared } (تقدير).
why-raises-most = أكثر ما يرفعه: { $item }، { $score }.
    .sms = يرفع: { $item }.
why-lowers-most = أكثر ما يخفضه: { $item }، { $score }.
    .sms = يخفض: { $item }.
why-line = - { $item }: { $score }
why-item = - { $item }
why-margin-within = { $regime }: هو ضمن العتبة ({ $limit })، بهامش { $margin }.
why-margin-above = { $regime }: هو فوق العتبة ({ $limit }) بـ { $margin }.
why-margin-at = { $regime }: هو مساو تماما للعتبة ({ $limit }).
why-differs = مؤشر أسرتكم هو { $score }، لكن حسابي انطلاقا مما عندي من تصريحكم يعطي قيمة أخرى. لذلك لا أعطي أرقاما لكل عنصر. المؤشر الرسمي وحده هو المعتمد.
    .sms = المؤشر { $score }. حسابي يعطي قيمة أخرى، فلا أرقام.
why-usually-raises = هذا يرفع المؤشر عادة: { $item }.
    .sms = يرفعه عادة: { $item }.
why-usually-lowers = هذا يخفض المؤشر عادة: { $item }.
    .sms = يخفضه: { $item }.
why-noted = سجلت هذا الفرق ليراجعه فريق «حقي». هذا لا يغير شيئا من حقوقكم.
why-not-declared = مؤشر أسرتكم هو { $score }. لم يعطني السجل ما صرحتم به: لا أستطيع شرحه عنصرا عنصرا.
    .sms = المؤشر { $score }. ليس عندي تصريحكم لأشرحه.
why-fixed = في كل مؤشر، { $place } يساوي { $fixed } والجهة ({ $area }) تساوي { $local } (تقديرا). والباقي مما صُرح به.
    .sms = { $place } { $fixed }، الجهة { $local }، والباقي من التصريح.
why-fixed-place = في كل مؤشر، { $place } يساوي { $fixed } (تقديرا). وتضاف إليه الجهة وما صُرح به.
    .sms = { $place } { $fixed }، ثم الجهة والتصريح.
why-formula-old = مؤشر أسرتكم هو { $score }. قد تكون طريقة حسابه تغيرت منذ آخر تحقق لي: لا أعطي تفصيلا اليوم. اسألوا في rsu.ma أو في مركز خدمات المواطنين.
    .sms = المؤشر { $score }. قد يكون الحساب تغير، فلا تفصيل: اسألوا rsu.ma.
why-wrong = هل أحد هذه العناصر غير صحيح؟ أخبروني به: يمكنكم طلب مراجعة المؤشر.

## If something declared is wrong
simulation = مع هذا التصحيح، يصبح المؤشر حوالي { $estimate } بدل { $score }. هذا تقدير وليس وعدا: الوكالة هي التي تتحقق وتقرر.
    .sms = مع التصحيح: حوالي { $estimate } بدل { $score }. تقدير، لا وعد.
simulation-honest = صححوا فقط ما هو خطأ حقا. الخطأ ليس ذنبا. أما من يعطي معطيات كاذبة وهو يعلم فعليه غرامة من { $min } إلى { $max }.
    .sms = صححوا الخطأ فقط: الكاذب عمدا عليه غرامة.
simulation-honest-plain = صححوا فقط ما هو خطأ حقا. الخطأ ليس ذنبا؛ أما من يعطي معطيات كاذبة وهو يعلم فيعاقبه القانون.
    .sms = صححوا الخطأ فقط: الكاذب عمدا عليه عقوبة.
simulation-refused-no-figures = لا أستطيع تقدير المؤشر مع هذا التصحيح. يمكنكم طلب مراجعته.
    .sms = لا أستطيع التقدير. يمكنكم طلب المراجعة.
simulation-refused-nothing-wrong = أخبروني أولا بما هو غير صحيح في التصريح.
simulation-refused-too-many = العناصر التي تحتاج إلى تصحيح كثيرة، فلا يمكن التقدير. الأفضل طلب المراجعة.
    .sms = العناصر كثيرة. الأفضل طلب المراجعة.
simulation-refused-unknown-item = هذا العنصر لا يدخل في مؤشر أسرتكم.
simulation-refused-same-as-declared = هذا هو المصرح به من قبل.
simulation-refused-contradiction = هذه الأجوبة لا تتوافق. تأكدوا منها، أو اطلبوا موظفا.
simulation-refused-often = قدمت لكم عدة تقديرات. الآن اطلبوا مراجعة المؤشر، أو موظفا.
    .sms = قدمت لكم عدة تقديرات. اطلبوا المراجعة أو موظفا.

## Rights: the answer for each
right-direct-aid = الدعم الاجتماعي المباشر
    .sms = الدعم المباشر
right-family = الأسرة
ruling-eligible = { $regime }: نعم، حسب ما أعرفه عنكم، الشروط متوفرة. والإدارة هي التي تتحقق وتقرر.
ruling-not-eligible = { $regime }: لا، حسب ما أعرفه عنكم.
ruling-not-yet = { $regime }: ليس بعد، حسب ما أعرفه عنكم.
ruling-depends = { $regime }: ممكن، ويتوقف ذلك على ما يلي.
ruling-unknown = { $regime }: لا أستطيع الجزم.

## Rights: the rules, each a sentence
rule-score-within = يجب أن يكون المؤشر ضمن العتبة { $limit }.
rule-score-above = يجب أن يكون المؤشر فوق { $limit }.
rule-in-rsu = يجب التسجيل في السجل الاجتماعي الموحد، لكم ولأسرتكم.
rule-no-other-cover = يجب ألا تكون هناك أي تغطية صحية أخرى.
rule-no-activity = يجب ألا يكون هناك أي نشاط، بأجر أو بدونه.
rule-no-own-scheme = يجب ألا تكونوا تابعين لأمو الأجراء أو لأمو العاملين لحسابهم.
rule-self-employed = هو إجباري لكل من يعمل لحسابه.
rule-salaried = هو خاص بالأجراء.
rule-employer-declares = يجب أن يصرح المشغل بأيام العمل ويؤدي الاشتراكات.
rule-enough-days = يجب التصريح على الأقل بـ { $days ->
        [one] يوم واحد.
        [two] يومين.
        [few] { $days } أيام.
       *[other] { $days } يوما.
    }
rule-waited = يُفتح الحق بعد أداء اشتراكات { $months ->
        [one] شهر واحد.
        [two] شهرين.
        [few] { $months } أشهر.
       *[other] { $months } شهرا.
    }
rule-paid-up = يبقى الحق مفتوحا ما دامت الاشتراكات مؤداة.
rule-other-conditions = هناك شروط أخرى، تأكدوا منها في asd.ma.
rule-in-force = بدأ هذا الحق يوم { $day }.
rule-spouse = تشمل التغطية الزوج أو الزوجة مع المؤمن.
rule-child-age = تشمل التغطية الأبناء إلى سن { $age ->
        [one] سنة واحدة.
        [two] سنتين.
        [few] { $age } سنوات.
       *[other] { $age } سنة.
    }
rule-student-age = تشمل التغطية من يتابع دراسات عليا إلى سن { $age ->
        [one] سنة واحدة.
        [two] سنتين.
        [few] { $age } سنوات.
       *[other] { $age } سنة.
    }
rule-student = بعد سن الأبناء، يجب متابعة دراسات عليا.
rule-unmarried = يجب ألا يكون الطالب متزوجا.
rule-disabled = تشمل التغطية الأبناء في وضعية إعاقة دون حد للسن.
rule-no-own-cover = يجب ألا تكون لهذا الشخص تغطية خاصة به.
rule-listed-relation = تشمل التغطية الزوج أو الزوجة والأبناء. وعن غيرهم اسألوا CNSS.

## Rights: what a rule is about, without its figure
topic-score-within = عتبة المؤشر
topic-score-above = عتبة المؤشر
topic-in-rsu = التسجيل في السجل الاجتماعي الموحد
topic-no-other-cover = التغطية الأخرى
topic-no-activity = النشاط
topic-no-own-scheme = تأمين من يعمل
topic-self-employed = العمل للحساب الخاص
topic-salaried = العمل المأجور
topic-employer-declares = تصريح المشغل
topic-enough-days = عدد الأيام المصرح بها
topic-waited = أشهر الانتظار
topic-paid-up = أداء الاشتراكات
topic-other-conditions = الشروط الأخرى
topic-in-force = تاريخ البداية
topic-spouse = تغطية الزوج أو الزوجة
topic-child-age = سن الأبناء
topic-student-age = سن الطلبة
topic-student = الدراسة
topic-unmarried = زواج الطالب
topic-disabled = الإعاقة
topic-no-own-cover = التغطية الشخصية
topic-listed-relation = باقي أفراد العائلة

## Rights: what became of a rule
status-met = هذه حالتكم.
status-failed = هذه ليست حالتكم.
status-missing = لا أعرف ذلك بعد.
status-open = يجب التأكد منه لدى الإدارة.
status-at-limit = مؤشركم مساو تماما للعتبة، ولا مصدر يقول هل تُحتسب.
status-from = في أقرب تقدير يوم { $day }.
doubt-unconfirmed = لا أستطيع اليوم أن أؤكد: { $topic }.
doubt-reported = ذكره مصدر واحد فقط ويجب التأكد منه: { $topic } ({ $sources }).

## Rights: what comes next
step-apply-local-authority = يودع الطلب لدى السلطة المحلية (الملحقة الإدارية أو القيادة).
step-apply-macnss = يُقدم الطلب على { $site }.
step-register-agency = اقصدوا وكالة CNSS للتسجيل.
step-follow-macnss = تتبعوا حقوقكم على { $site }.
step-apply-asd = يُقدم الطلب على { $site }، وهناك يتم التحقق من كل الشروط.
step-review-or-achamil = إن كان المؤشر غير صحيح، لكم { $days ->
        [one] يوم واحد
        [two] يومان
        [few] { $days } أيام
       *[other] { $days } يوما
    } من إشعاركم به لطلب مراجعته. وإلا فانظروا أمو الشامل.
step-review-score = إن كان المؤشر غير صحيح، لكم { $days ->
        [one] يوم واحد
        [two] يومان
        [few] { $days } أيام
       *[other] { $days } يوما
    } من إشعاركم به لطلب مراجعته.
step-other-scheme = انظروا النظام الآخر الذي يناسب وضعيتكم.
step-register-rsu = سجلوا الأسرة أولا في السجل الاجتماعي الموحد، على rsu.ma أو في مركز خدمات المواطنين.
step-wait = واصلوا الأداء: يُفتح الحق بعد مدة الانتظار. ويؤكد لكم CNSS التاريخ على { $phone }.
step-pay = أدوا ما بقي، بالاقتطاع البنكي أو نقدا في نقط الأداء، واحتفظوا بالوصل.
step-declare-member = صرحوا بهذا الفرد؛ كل تغيير يُصرح به خلال { $days ->
        [one] يوم واحد.
        [two] يومين.
        [few] { $days } أيام.
       *[other] { $days } يوما.
    }
step-own-right = يمكن أن تكون لهذا الشخص تغطية خاصة به، حسب نشاطه أو مؤشر الأسرة.
step-ask-cnss = اسألوا CNSS على { $phone }.
step-ask-agency = اسألوا في وكالة CNSS.
step-ask-asd = اسألوا في asd.ma.
eligibility-notice = هذه هي القواعد العامة مع مصادرها. والإدارة هي التي تتحقق وتقرر.
estimate-notice = هذا تقدير: مؤشر السجل وحده هو المعتمد. ومن يعطي معطيات كاذبة وهو يعلم يعاقبه القانون.

## Contributions
contribution-month = - { $month }: { $amount }
contribution-reopen = لفتح تغطيتكم ({ $regime }) من جديد، يجب أداء ما بقي: { $amount }. وإن كان ينقص شيء آخر فسيخبركم به CNSS.
    .sms = لفتحها: أدوا { $amount }.
contribution-paid-but-closed = كل شيء مؤدى (آخر أداء يوم { $day })، ومع ذلك لم تُفتح تغطيتكم ({ $regime }) بعد. ليس عليكم أن تؤدوا أكثر. احتفظوا بالوصل: يمكن أن يتصل بكم موظف ويتابع الملف.
    .sms = كل شيء مؤدى ({ $day })، ولم تُفتح { $regime } بعد. احتفظوا بالوصل: يمكن أن يتصل موظف.
contribution-waiting = تُفتح تغطيتكم ({ $regime }) بعد أداء اشتراكات { $months ->
        [one] شهر واحد
        [two] شهرين
        [few] { $months } أشهر
       *[other] { $months } شهرا
    }: في أقرب تقدير يوم { $day }، أي بعد { $days ->
        [zero] أقل من يوم
        [one] يوم واحد
        [two] يومين
        [few] { $days } أيام
       *[other] { $days } يوما
    }.
    .sms = { $regime }: تُفتح في أقرب تقدير { $day } (أشهر: { $months }، بقي { $days }). يؤكده CNSS.
waiting-disputed = يذكر مصدر آخر مدة أطول: CNSS هو الذي يؤكد لكم.
contribution-waiting-over = انتهت أشهر الانتظار ({ $months }) في { $regime } يوم { $day }، لكن التغطية لم تُفتح بعد في معطياتي. يمكن أن يتصل بكم موظف.
    .sms = { $regime }: انتهى الانتظار { $day } ولم تُفتح بعد. يمكن أن يتصل موظف.
contribution-waiting-ask = أشهر الانتظار ({ $regime }) لم تنته. لا أستطيع أن أؤكد عددها: اسألوا CNSS على { $phone }.
    .sms = { $regime }: أشهر الانتظار لم تنته. عددها: CNSS { $phone }.
contribution-waiting-agency = أشهر الانتظار ({ $regime }) لم تنته. لا أستطيع أن أؤكد عددها: اسألوا في وكالة CNSS.
    .sms = { $regime }: أشهر الانتظار لم تنته. عددها: وكالة CNSS.
