# Darija in Arabic letters: writing the request for a review, sending it, withdrawing it, answering the agency.

## What is wrong
review-what = شنو اللي غالط فالملف ديالكم؟ ختارو، ولا كتبوها بالكلام ديالكم. حتى حاجة ما غتمشي بلا موافقتكم.
    .sms = شنو اللي غالط؟ رقم، ولا كتبوها.
review-noted = مسجل ديجا: { $item }.
review-value = { $item }: فالسجل كاين { $declared }. شحال فالحقيقة؟ جاوبو برقم، ولا كتبو شنو اللي غالط.
    .sms = { $item }: فالسجل { $declared }. شحال فالحقيقة؟ رقم، ولا كتبوها.
review-value-unknown = { $item }: شحال فالحقيقة؟ جاوبو برقم، ولا كتبو شنو اللي غالط.
    .sms = { $item }: شحال فالحقيقة؟ رقم، ولا كتبوها.
review-value-words = { $item }: كتبو شنو اللي غالط وكيفاش فالحقيقة، مثلا المبلغ وواش فالشهر ولا فالعام.
    .sms = { $item }: كتبو المبلغ الصحيح، وواش فالشهر ولا فالعام.
review-problem-same = هادشي هو اللي كاين ديجا فالسجل.
review-problem-impossible = هاد الرقم ما يمكنش هنا.
review-problem-too-long = هادشي طويل بزاف لطلب واحد. كتبوه قصر من هكا، عافاكم.
    .sms = طويل بزاف. كتبوه قصر، عافاكم.

## The summary
review-summary = هادا هو الطلب ديالكم، مازال ما مشى: مراجعة المؤشر { $score } ديال { $computed_on }.
    .sms = مازال ما مشى: مراجعة المؤشر { $score } ديال { $computed_on }.
review-summary-item = - { $item }: غالط.
review-summary-number = - { $item }: فالسجل { $declared }، عندكم { $said }.
review-summary-said = - { $item }: عندكم { $said }.
review-summary-yes = - { $item }: فالسجل لا، عندكم إيه.
review-summary-no = - { $item }: فالسجل إيه، عندكم لا.
review-summary-words = - بالكلام ديالكم: { $text }
    .sms = - الكلام ديالكم مسجل.
review-summary-files = { $count ->
        [one] - تصويرة ولا ورقة وحدة معاه.
        [two] - جوج تصاور ولا وراق معاه.
        [few] - { $count } ديال التصاور ولا الوراق معاه.
       *[other] - { $count } تصويرة ولا ورقة معاه.
    }
    .sms = - الوراق معاه: { $count }.
review-summary-until = آخر نهار باش يتطلب: { $day }.
    .sms = آخر نهار: { $day }.
review-summary-late = الوقت سالا نهار { $day }. الطلب غيتسجل واخا هكاك بحال «معطل»، وبنادم هو اللي غيقرر.
    .sms = الوقت سالا { $day }: بنادم غيقرر.
review-summary-consent = إلا صيفطتوه، كتوافقو باللي المعطيات ديال الأسرة ديالكم تمشي للوكالة الوطنية للسجلات. قولو غير اللي صحيح.
    .sms = إلا صيفطتوه كتوافقو معطياتكم تمشي لوكالة السجلات.
review-summary-send = نصيفطو؟
review-summary-word = باش يمشي، جاوبو { $word }.
review-word-wrong = ماشي هادا هو الرقم.
review-identify-again = باش نحميكم، قولو ليا عاود شكون نتوما، ومن بعد عاودو آخر جواب. الباقي محفوظ.
    .sms = شكون نتوما عاود؟ الباقي محفوظ.
review-left = والو ما تصيفط. اللي قلتو محفوظ حتى لـ { $day }: كتبو «المراجعة» باش تكملو، هنا ولا من بلاصة أخرى.
    .sms = والو ما تصيفط. محفوظ حتى لـ { $day }: كتبو المراجعة باش تكملو.
review-left-empty = واخا، ما بدينا والو. تقدرو تطلبو المراجعة فوقما بغيتو.
    .sms = واخا، والو ما تصيفط.
review-dropped = صافي تمسح، وما تصيفط والو.
review-sent = صافي. الطلب { $reference } تسجل، والوصل جاي ف SMS آخر.

## Withdrawing it, answering the agency
review-withdraw-ask = بغيتو تسحبو طلب المراجعة { $reference }؟ الوكالة ما غتبقاش تشوفو.
    .sms = تسحبو الطلب { $reference }؟
review-withdraw-word = باش تسحبو الطلب { $reference }، جاوبو { $word }.
review-answer-question = الوكالة الوطنية للسجلات كتسول: { $question }
review-answer-ask = كتبو الجواب ديالكم ف message واحد. تقدرو تزيدو تصويرة: صيفطوها هي الأولى.
    .sms = كتبو الجواب ديالكم للوكالة ف message واحد.
review-answer-word = باش يمشي هاد الجواب للوكالة، جاوبو { $word }.

## Why not
review-refused = هادشي ما ممكنش دابا. يقدر موظف يشوف معاكم.
review-refused-not-adult = غير واحد كبير (18 عام ولا كتر) من الأسرة اللي يقدر يطلب المراجعة.
review-refused-no-score = ما عنديش المؤشر ديال الأسرة ديالكم: ما كاين ما يتراجع هنا. يقدر موظف يشوف معاكم.
    .sms = ما عنديش المؤشر ديال الأسرة ديالكم. يقدر موظف يشوف معاكم.
review-refused-not-yours = غير اللي دار الطلب، ولا المصرح ديال الأسرة، اللي يقدر يدير هادشي.
review-refused-text-too-long = هادشي طويل بزاف لطلب واحد. كتبوه قصر من هكا، عافاكم.
    .sms = طويل بزاف. كتبوه قصر، عافاكم.
review-refused-too-many-files = التصاور بزاف على طلب واحد. يقدر موظف يعاونكم تختارو.
review-refused-nothing-asked = الوكالة ما كتطلب والو دابا.

## Where it stands, until when
review-window = عندكم { $days } يوم، من النهار اللي وصلكم فيه المؤشر.
    .sms = عندكم { $days } يوم من نهار وصلكم المؤشر.
review-none = ما كنشوف حتى طلب مراجعة ديال الأسرة ديالكم.
review-unknown-reference = ما كنشوفش الطلب { $reference } عند الأسرة ديالكم.
review-over = الوقت باش تتطلب المراجعة سالا نهار { $day }. مازال تقدرو تطلبوها: غتسجل «معطلة»، وبنادم هو اللي غيقرر.
    .sms = الوقت سالا { $day }. مازال تقدر تتسجل معطلة، وبنادم غيقرر.
review-notified = هاد الوقت كيتحسب من { $day }، النهار اللي وصلكم فيه المؤشر { $score }.

## Choices
choice-review-send = صيفط
choice-review-change = صحح ولا زيد
choice-review-clear = مسح كلشي
choice-review-leave = من بعد
choice-review-drop = مسح الطلب
choice-review-withdraw = سحب الطلب
choice-review-withdraw-yes = إيه، سحبو
choice-review-keep = لا، خليه
choice-review-answer = جاوب الوكالة
