# Arabic: the statutory notice of a new score. It states no last day: nothing is proved yet.
# SMS texts (.sms) are UCS-2: three parts hold 201 characters.

score-notice = لأسرتكم مؤشر جديد: { $score } ({ $day }). لمعرفة ما يفتحه لكم، اكتبوا لي: المؤشر. إن رأيتم أنه غير صحيح، يمكنكم طلب مراجعته، اكتبوا لي: المراجعة. لا أطلب منكم أبدا البطاقة البنكية ولا رمزها السري.
    .sms = حقي: لأسرتكم مؤشر جديد: { $score } ({ $day }). لمعرفة ما يفتحه، اكتبوا: المؤشر. إن رأيتم أنه غير صحيح، اكتبوا: المراجعة. حقي لا يطلب أبدا البطاقة البنكية.
