# Standard Arabic: writing the request for a review, sending it, withdrawing it, answering the agency.

## What is wrong
review-what = ما الخطأ في ملفكم؟ اختاروا، أو اكتبوه بكلماتكم. لن أرسل شيئا دون موافقتكم.
    .sms = ما الخطأ؟ رقم، أو اكتبوه.
review-noted = مسجل من قبل: { $item }.
review-value = { $item }: في السجل { $declared }. ما الرقم الصحيح؟ أجيبوا برقم، أو اكتبوا ما الخطأ.
    .sms = { $item }: في السجل { $declared }. ما الصحيح؟ رقم، أو اكتبوه.
review-value-unknown = { $item }: ما الرقم الصحيح؟ أجيبوا برقم، أو اكتبوا ما الخطأ.
    .sms = { $item }: ما الصحيح؟ رقم، أو اكتبوه.
review-value-words = { $item }: اكتبوا ما الخطأ وما الصحيح، مثلا المبلغ وهل هو في الشهر أم في السنة.
    .sms = { $item }: اكتبوا المبلغ الصحيح، في الشهر أم في السنة.
review-problem-same = هذا نفس ما في السجل.
review-problem-impossible = هذا العدد غير ممكن هنا.
review-problem-too-long = هذا طويل جدا لطلب واحد. اكتبوه أقصر من فضلكم.
    .sms = طويل جدا. اكتبوه أقصر من فضلكم.

## The summary
review-summary = هذا طلبكم، ولم يرسل بعد: مراجعة المؤشر { $score } بتاريخ { $computed_on }.
    .sms = لم يرسل بعد: مراجعة المؤشر { $score } بتاريخ { $computed_on }.
review-summary-item = - { $item }: خطأ.
review-summary-number = - { $item }: في السجل { $declared }، وقلتم { $said }.
review-summary-said = - { $item }: قلتم { $said }.
review-summary-yes = - { $item }: في السجل لا، وقلتم نعم.
review-summary-no = - { $item }: في السجل نعم، وقلتم لا.
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
review-summary-late = انتهى الأجل يوم { $day }. سيُسجل طلبكم رغم ذلك على أنه «خارج الأجل»، وسيقرر فيه موظف لا آلة.
    .sms = انتهى الأجل { $day }: سيقرر موظف.
review-summary-consent = بإرساله توافقون على إرسال معطيات أسرتكم إلى الوكالة الوطنية للسجلات. تأكدوا أن كل شيء صحيح.
    .sms = بإرساله تقبلون نقل معطيات أسرتكم لوكالة السجلات.
review-summary-send = هل أرسله؟
review-summary-word = لإرساله أجيبوا { $word }.
review-word-wrong = ليس هذا هو الرقم.
review-identify-again = لحمايتكم، عرفوا بأنفسكم مرة أخرى، ثم أعيدوا آخر جواب. الباقي محفوظ.
    .sms = نتحقق مجددا. الباقي محفوظ.
review-left = لم أرسل شيئا. ما قلتموه محفوظ حتى { $day }: اكتبوا «المراجعة» للمتابعة، هنا أو بوسيلة أخرى (SMS، الموقع، واتساب).
    .sms = لم أرسل شيئا. محفوظ حتى { $day }: للمتابعة اكتبوا المراجعة.
review-left-empty = حسنا، لم نبدأ شيئا. يمكنكم طلب المراجعة متى شئتم.
    .sms = حسنا، لم أرسل شيئا.
review-drop-word = لمسح كل شيء أجيبوا { $word }.
review-dropped = تم المسح، ولم أرسل شيئا.
review-sent = تم تسجيل الطلب { $reference }، والوصل يأتيكم في رسالة أخرى.

## Withdrawing it, answering the agency
review-withdraw-ask = هل تريدون سحب طلب المراجعة { $reference }؟ لن تدرسه الوكالة بعد ذلك.
    .sms = هل تسحبون الطلب { $reference }؟
review-withdraw-word = لسحب الطلب { $reference } أجيبوا { $word }.
review-answer-question = تسأل الوكالة الوطنية للسجلات: { $question }
review-answer-ask = اكتبوا جوابكم في رسالة واحدة. يمكن إرفاق صورة: أرسلوها أولا.
    .sms = اكتبوا جوابكم للوكالة في رسالة واحدة.
review-answer-word = لإرسال هذا الجواب إلى الوكالة أجيبوا { $word }.

## Why not
review-refused = هذا غير ممكن الآن. يمكن أن يساعدكم موظف.
review-refused-not-adult = المراجعة يطلبها راشد من الأسرة (18 سنة فأكثر).
review-refused-no-score = لا أجد مؤشرا لأسرتكم، فلا يمكن أن أطلب مراجعته. يمكن أن يساعدكم موظف.
    .sms = لا أجد مؤشرا لأسرتكم. يمكن أن يساعدكم موظف.
review-refused-not-yours = يمكن ذلك فقط لمن قدم الطلب أو للمصرح عن الأسرة.
review-refused-text-too-long = هذا طويل جدا لطلب واحد. اكتبوه أقصر من فضلكم.
    .sms = طويل جدا. اكتبوه أقصر من فضلكم.
review-refused-too-many-files = الصور كثيرة على طلب واحد. يمكن أن يساعدكم موظف على الاختيار.
review-refused-too-many-words = أعطيت أرقام خاطئة كثيرة. لحمايتكم، لا يرسل شيء عبر SMS خلال ساعة. ما قلتموه محفوظ: تابعوا في الموقع أو واتساب، أو اطلبوا موظفا.
    .sms = أرقام خاطئة كثيرة: لا يرسل شيء عبر SMS خلال ساعة. كل شيء محفوظ.
review-refused-nothing-asked = لا تطلب الوكالة منكم شيئا الآن.

## Where it stands, until when
review-window = لديكم { $days } يوما، ابتداء من يوم إشعاركم بالمؤشر.
review-none = لا أجد أي طلب مراجعة لأسرتكم.
review-unknown-reference = لا أجد الطلب { $reference } لدى أسرتكم.
review-over = انتهى أجل طلب المراجعة يوم { $day }. ما زال بإمكانكم طلبها: ستُسجل «خارج الأجل»، وسيقرر فيها موظف لا آلة.
    .sms = انتهى الأجل { $day }. يمكن طلبها خارج الأجل، وسيقرر موظف.
review-notified = يُحسب هذا الأجل من { $day }، يوم إشعاركم بالمؤشر { $score }.

## Choices
choice-review-send = إرسال
choice-review-change = تصحيح أو إضافة
    .sms = تصحيح
choice-review-clear = مسح الكل
choice-review-leave = ليس الآن
choice-review-drop = مسح الطلب
choice-review-withdraw = سحب الطلب
choice-review-withdraw-yes = نعم، سحبه
choice-review-keep = لا، إبقاؤه
choice-review-answer = الرد على الوكالة
