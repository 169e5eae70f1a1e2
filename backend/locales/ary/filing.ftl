# Darija in Arabic letters: writing the request for a review, sending it, withdrawing it, answering the agency.

## What is wrong
review-what = شنو اللي غالط فالدوسي ديالكم؟ ختارو، ولا كتبوها بالكلام ديالكم. حتى حاجة ما غتمشي بلا ما توافقو نتوما.
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
review-summary-number = - { $item }: فالسجل { $declared }، قلتو { $said }.
review-summary-said = - { $item }: قلتو { $said }.
review-summary-yes = - { $item }: فالسجل لا، قلتو إيه.
review-summary-no = - { $item }: فالسجل إيه، قلتو لا.
review-summary-words = - بالكلام ديالكم: { $text }
    .sms = - الكلام ديالكم مسجل.
review-summary-files = { $count ->
        [one] - تصويرة ولا ورقة وحدة معاه.
        [two] - جوج تصاور ولا وراق معاه.
        [few] - { $count } ديال التصاور ولا الوراق معاه.
       *[other] - { $count } تصويرة ولا ورقة معاه.
    }
    .sms = - الوراق معاه: { $count }.
review-summary-until = آخر نهار باش يمشي: { $day }.
    .sms = آخر نهار: { $day }.
review-summary-late = الوقت سالا نهار { $day }. الطلب غيتسجل واخا هكاك، مكتوب فيه باللي جا من بعد الوقت، وبنادم، ماشي ماكينة، هو اللي غيقرر.
    .sms = الوقت سالا { $day }: بنادم غيقرر.
review-summary-consent = إلا صيفطتوه، راكم موافقين باش المعلومات ديال الأسرة ديالكم يمشيو للوكالة الوطنية للسجلات. شوفو مزيان واش كلشي صحيح.
    .sms = إلا صيفطتوه قبلتو معلومات أسرتكم يمشيو لوكالة السجلات.
review-summary-send = نصيفطو؟
review-summary-word = باش يمشي، جاوبو { $word }.
review-word-wrong = ماشي هادا هو الرقم.
review-identify-again = باش نحميكم، قولو ليا عاود شكون نتوما، ومن بعد عاودو آخر جواب. الباقي محفوظ.
    .sms = نتأكدو عاود. الباقي محفوظ.
review-left = ما تصيفط والو. اللي قلتو محفوظ حتى لـ { $day }: كتبو «المراجعة» باش تكملو، هنا ولا بطريقة أخرى (SMS، السيت، واتساب).
    .sms = ما تصيفط والو. محفوظ حتى لـ { $day }: كتبو المراجعة باش تكملو.
review-left-empty = واخا، ما بدينا والو. تقدرو تطلبو المراجعة فوقما بغيتو.
    .sms = واخا، ما تصيفط والو.
review-drop-word = باش تمسحو كلشي، جاوبو { $word }.
review-dropped = صافي تمسح، وما تصيفط والو.
review-sent = صافي. الطلب { $reference } تسجل، والتوصيل جاي فميساج آخر.

## Withdrawing it, answering the agency
review-withdraw-ask = بغيتو تحيدو طلب المراجعة { $reference }؟ الوكالة ما غتبقاش تدرسو.
    .sms = تحيدو الطلب { $reference }؟
review-withdraw-word = باش تحيدو الطلب { $reference }، جاوبو { $word }.
review-answer-question = الوكالة الوطنية للسجلات كتسول: { $question }
review-answer-ask = كتبو الجواب ديالكم فميساج واحد. تقدرو تزيدو تصويرة: صيفطوها هي اللولة.
    .sms = كتبو الجواب ديالكم للوكالة فميساج واحد.
review-answer-word = باش يمشي هاد الجواب للوكالة، جاوبو { $word }.

## Why not
review-refused = هادشي ما يمكنش دابا. يقدر موظف يشوف معاكم.
review-refused-not-adult = باش تطلبو المراجعة، خاصكم تكونو من الأسرة وعندكم 18 عام ولا كتر.
review-refused-no-score = ما عنديش المؤشر ديال الأسرة ديالكم: ما يمكنش نطلبو ليه المراجعة. يقدر موظف يشوف معاكم.
    .sms = ما عنديش المؤشر ديال الأسرة ديالكم. يقدر موظف يشوف معاكم.
review-refused-not-yours = غير اللي دار الطلب، ولا اللي صرح على الأسرة، اللي يقدر يدير هادشي.
review-refused-text-too-long = هادشي طويل بزاف لطلب واحد. كتبوه قصر من هكا، عافاكم.
    .sms = طويل بزاف. كتبوه قصر، عافاكم.
review-refused-too-many-files = التصاور بزاف على طلب واحد. يقدر موظف يعاونكم تختارو.
review-refused-too-many-words = تعطاو بزاف ديال الأرقام غالطين. باش نحميكم، والو ما غيمشي ب SMS حتى تدوز ساعة. اللي قلتو محفوظ: كملو فالسيت ولا فواتساب، ولا طلبو موظف.
    .sms = الأرقام الغالطين بزاف: والو ما يمشي ب SMS حتى تدوز ساعة. كلشي محفوظ.
review-refused-nothing-asked = الوكالة ما كتطلب والو دابا.

## Where it stands, until when
review-window = عندكم { $days } يوم، من النهار اللي وصلكم فيه المؤشر.
    .sms = عندكم { $days } يوم من نهار وصلكم المؤشر.
review-none = ما لقيت حتى طلب مراجعة ديال الأسرة ديالكم.
review-unknown-reference = ما لقيتش الطلب { $reference } عند الأسرة ديالكم.
review-over = الوقت باش تتطلب المراجعة سالا نهار { $day }. مازال تقدرو تطلبوها: غتسجل، مكتوب فيها باللي جات من بعد الوقت، وبنادم، ماشي ماكينة، هو اللي غيقرر.
    .sms = الوقت سالا { $day }. تقدرو تطلبوها واخا هكاك: بنادم غيقرر.
review-notified = هاد الوقت كيتحسب من { $day }، النهار اللي وصلكم فيه المؤشر { $score }.

## Choices
choice-review-send = نصيفطو
choice-review-change = نصحح ولا نزيد
    .sms = نصحح
choice-review-clear = نمسح كلشي
choice-review-leave = من بعد
choice-review-drop = نمسح الطلب
choice-review-withdraw = نحيد الطلب
choice-review-withdraw-yes = إيه، نحيدو
choice-review-keep = لا، نخليه
choice-review-answer = نجاوب الوكالة
