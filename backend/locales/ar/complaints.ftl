# Standard Arabic: recording a complaint here. What is said before (chikaya.ma and others) is in general.ftl.
# SMS texts (.sms) are UCS-2: two parts hold 134 characters, choices and source included.

choice-record-complaint = تسجيلها هنا
    .sms = تسجيلها

## The form
form-complaint-intro = يمكنني تسجيل شكايتكم هنا. للتراجع اكتبوا: إلغاء.
form-complaint-text = أخبروني في رسالة واحدة بما وقع، وأين ومتى. لا تكتبوا رقم بطاقة بنكية ولا كلمة مرور.
    .sms = في رسالة واحدة: ماذا وقع، وأين ومتى؟ دون رقم بطاقة بنكية أو كلمة مرور.
form-complaint-text-explain = مثلا: اسم الوكالة أو المستشفى، واليوم، وما قيل لكم. للتراجع اكتبوا: إلغاء.
    .sms = مثلا المكان واليوم وما قيل لكم.
problem-too-little = لم أعرف بعد ما وقع لكم.
    .sms = لم أعرف بعد ما وقع.
complaint-failed = لم أعرف بعد ما وقع لكم، ولم يُسجل شيء. يمكن أن يتصل بكم موظف، أو ابدؤوا من جديد متى شئتم.
    .sms = لم يُسجل شيء. يمكن أن يتصل بكم موظف، أو ابدؤوا من جديد متى شئتم.

## Recorded
complaint-recorded = سُجلت شكايتكم يوم { $day } تحت رقم { $reference }، فاحتفظوا به. سيقرؤها موظف.
    .sms = سُجلت { $reference } يوم { $day }، وسيقرؤها موظف.
complaint-official-health = هذا التسجيل لا يعوض الشكاية الرسمية. بشأن مستشفى أو مركز صحي، تُقدم إلى وزارة الصحة: { $site }.
    .sms = هذا لا يعوض الشكاية الرسمية: { $site }.
complaint-official-cnss = هذا التسجيل لا يعوض الشكاية الرسمية. بشأن أمو وصندوق CNSS، اتصلوا بـ CNSS: { $phone } أو { $site }.
    .sms = هذا لا يعوض الشكاية الرسمية: CNSS { $phone } أو { $site }.
complaint-official-register = هذا التسجيل لا يعوض الشكاية الرسمية، وتُقدم على { $portal }. بشأن RNP وRSU، انظروا أيضا موقع الوكالة الوطنية للسجلات: { $site }.
    .sms = هذا لا يعوض الشكاية الرسمية: { $portal }. RSU: { $site }.
complaint-official-direct-aid = هذا التسجيل لا يعوض الشكاية الرسمية. بشأن الدعم الاجتماعي المباشر، تُقدم إلى الوكالة الوطنية للدعم الاجتماعي: { $site }.
    .sms = هذا لا يعوض الشكاية الرسمية: { $site }.
complaint-official-other = هذا التسجيل لا يعوض الشكاية الرسمية، وتُقدم على { $site }.
    .sms = هذا لا يعوض الشكاية الرسمية: { $site }.
complaint-official-ask = هذا التسجيل لا يعوض الشكاية الرسمية: اسألوا الإدارة المعنية أين تُقدم.
    .sms = هذا لا يعوض الشكاية الرسمية: اسألوا الإدارة أين تُقدم.
