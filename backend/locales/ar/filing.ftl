# Standard Arabic: writing the request for a review, sending it, withdrawing it, answering the agency.

## What is wrong
review-what = ما الخطأ في ملفكم؟ اختاروا، أو اكتبوه بكلماتكم. لن يرسل شيء دون موافقتكم.
    .sms = ما الخطأ؟ رقم، أو اكتبوه.
review-noted = سجل من قبل: { $item }.
review-value = { $item }: في السجل { $declared }. كم العدد في الحقيقة؟ أجيبوا برقم، أو اكتبوا ما الخطأ.
    .sms = { $item }: في السجل { $declared }. كم في الحقيقة؟ رقم، أو اكتبوه.
review-value-unknown = { $item }: كم العدد في الحقيقة؟ أجيبوا برقم، أو اكتبوا ما الخطأ.
    .sms = { $item }: كم في الحقيقة؟ رقم، أو اكتبوه.
review-value-words = { $item }: اكتبوا ما الخطأ وكيف هو في الحقيقة، مثلا المبلغ وهل هو في الشهر أم في السنة.
    .sms = { $item }: اكتبوا المبلغ الصحيح، في الشهر أم في السنة.
review-problem-same = هذا هو المسجل من قبل.
review-problem-impossible = هذا العدد غير ممكن هنا.
review-problem-too-long = هذا طويل جدا لطلب واحد. اكتبوه أقصر من فضلكم.
    .sms = طويل جدا. اكتبوه أقصر من فضلكم.

## The summary
review-summary = هذا طلبكم، ولم يرسل بعد: مراجعة المؤشر { $score } بتاريخ { $computed_on }.
    .sms = لم يرسل بعد: مراجعة المؤشر { $score } بتاريخ { $computed_on }.
review-summary-item = - { $item }: خطأ.
review-summary-number = - { $item }: في السجل { $declared }، وعندكم { $said }.
review-summary-said = - { $item }: عندكم { $said }.
review-summary-yes = - { $item }: في السجل لا، وعندكم نعم.
review-summary-no = - { $item }: في السجل نعم، وعندكم لا.
review-summary-words = - بكلماتكم: { $text }
    .sms = - كلماتكم مسجلة.
review-summary-files = { $count ->
        [one] - صورة أو وثيقة واحدة مرفقة.
        [two] - صورتان أو وثيقتان مرفقتان.
        [few] - { $count } صور أو وثائق مرفقة.
       *[other] - { $count } صورة أو وثيقة مرفقة.
    }
    .sms = - الوثائق المرفقة: { $count }.
review-summary-until = آخر يوم لتقديمه: { $day }.
    .sms = آخر يوم: { $day }.
review-summary-late = انتهى الأجل يوم { $day }. سيسجل طلبكم رغم ذلك على أنه «خارج الأجل»، وسيقرر فيه شخص.
    .sms = انتهى الأجل { $day }: سيقرر فيه شخص.
review-summary-consent = بإرساله توافقون على أن ترسل معطيات أسرتكم إلى الوكالة الوطنية للسجلات. قولوا الصحيح فقط.
    .sms = بإرساله توافقون على إرسال معطياتكم لوكالة السجلات.
review-summary-send = هل أرسله؟
review-summary-word = لإرساله أجيبوا { $word }.
review-word-wrong = ليس هذا هو الرقم.
review-identify-again = لحمايتكم، عرفوا بأنفسكم مرة أخرى، ثم أعيدوا آخر جواب. الباقي محفوظ.
    .sms = من أنتم مرة أخرى؟ الباقي محفوظ.
review-left = لم يرسل شيء. ما قلتموه محفوظ حتى { $day }: اكتبوا «المراجعة» للمتابعة، هنا أو عبر قناة أخرى.
    .sms = لم يرسل شيء. محفوظ حتى { $day }: اكتبوا المراجعة للمتابعة.
review-left-empty = حسنا، لم يبدأ شيء. يمكنكم طلب المراجعة متى شئتم.
    .sms = حسنا، لم يرسل شيء.
review-dropped = تم المسح، ولم يرسل شيء.
review-sent = تم. سجل الطلب { $reference }، والوصل يأتيكم في رسالة أخرى.

## Withdrawing it, answering the agency
review-withdraw-ask = هل تسحبون طلب المراجعة { $reference }؟ لن تدرسه الوكالة بعد ذلك.
    .sms = هل تسحبون الطلب { $reference }؟
review-withdraw-word = لسحب الطلب { $reference } أجيبوا { $word }.
review-answer-question = تسأل الوكالة الوطنية للسجلات: { $question }
review-answer-ask = اكتبوا جوابكم في رسالة واحدة. يمكن إرفاق صورة: أرسلوها أولا.
    .sms = اكتبوا جوابكم للوكالة في رسالة واحدة.
review-answer-word = لإرسال هذا الجواب إلى الوكالة أجيبوا { $word }.

## Why not
review-refused = هذا غير ممكن الآن. يمكن أن ينظر موظف معكم في الأمر.
review-refused-not-adult = لا يطلب المراجعة إلا فرد راشد من الأسرة.
review-refused-no-score = لا أجد مؤشرا لأسرتكم: لا شيء يراجع هنا. يمكن أن ينظر موظف معكم في الأمر.
    .sms = لا أجد مؤشرا لأسرتكم. يمكن أن ينظر موظف معكم في الأمر.
review-refused-not-yours = لا يفعل هذا إلا من قدم الطلب أو المصرح عن الأسرة.
review-refused-text-too-long = هذا طويل جدا لطلب واحد. اكتبوه أقصر من فضلكم.
    .sms = طويل جدا. اكتبوه أقصر من فضلكم.
review-refused-too-many-files = الصور كثيرة على طلب واحد. يمكن أن يساعدكم موظف على الاختيار.
review-refused-nothing-asked = لا تطلب الوكالة شيئا الآن.

## Where it stands, until when
review-window = لكم { $days } يوما، ابتداء من يوم إشعاركم بالمؤشر.
review-none = لا أرى أي طلب مراجعة لأسرتكم.
review-unknown-reference = لا أرى الطلب { $reference } لدى أسرتكم.
review-over = انتهى أجل طلب المراجعة يوم { $day }. ما زال بإمكانكم طلبها: ستسجل «خارج الأجل»، وسيقرر فيها شخص.
    .sms = انتهى الأجل { $day }. يمكن تسجيلها خارج الأجل، وسيقرر شخص.
review-notified = يحسب هذا الأجل من { $day }، يوم أشعرتم بالمؤشر { $score }.

## Choices
choice-review-send = إرسال
choice-review-change = تصحيح أو إضافة
choice-review-clear = مسح الكل
choice-review-leave = ليس الآن
choice-review-drop = مسح الطلب
choice-review-withdraw = سحب الطلب
choice-review-withdraw-yes = نعم، سحبه
choice-review-keep = لا، إبقاؤه
choice-review-answer = جواب الوكالة
