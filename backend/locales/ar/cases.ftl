# A case for staff that a choice opens: everything is paid, and the cover is closed all the same. Standard Arabic.
# SMS texts (.sms) are UCS-2: two parts hold 134 characters, choices and source included.

choice-record-paid-but-closed = فتح ملف
case-recorded = فُتح ملفكم يوم { $day } تحت رقم { $reference }: كل شيء مؤدى، ومع ذلك لم تُفتح تغطيتكم ({ $regime }) بعد. احتفظوا بهذا الرقم وبوصل الأداء.
    .sms = فُتح الملف { $reference } يوم { $day } ({ $regime }).
case-open-already = ملفكم ({ $regime }) مفتوح منذ يوم { $day } تحت رقم { $reference }. لم يضع شيء، ولا حاجة إلى فتح ملف آخر.
    .sms = الملف { $reference } ({ $regime }) مفتوح منذ { $day }.
case-next = سيقرؤه موظف ويتابعه. وصندوق CNSS هو الذي يقرر فتح التغطية، ولا يمكنني أن أعدكم بذلك. للاتصال به مباشرة: { $phone }.
    .sms = سيقرؤه موظف. القرار لصندوق CNSS: { $phone }.
case-next-agency = سيقرؤه موظف ويتابعه. وصندوق CNSS هو الذي يقرر فتح التغطية، ولا يمكنني أن أعدكم بذلك. يمكنكم أيضا السؤال في وكالة CNSS.
    .sms = سيقرؤه موظف. القرار لصندوق CNSS.
case-not-needed = حسب معطياتي، لا توجد تغطية مغلقة وكل شيء مؤدى، فلا داعي لفتح ملف. انظروا وضعية اشتراكاتكم، أو اطلبوا أن يتصل بكم موظف.
    .sms = لا داعي الآن لفتح ملف. انظروا اشتراكاتكم.
