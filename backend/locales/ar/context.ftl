# Several questions in one message.
two-questions = سألتم سؤالين. نبدأ بالأول: { $first }. ثم اسألوني مرة أخرى عن: { $second }.
    .sms = نبدأ بـ: { $first }. ثم اسألوني عن: { $second }.
