# Several questions in one message.
two-questions = سولتو على جوج حوايج. نبداو بالأولى: { $first }. من بعد عاودو سولوني على: { $second }.
    .sms = نبداو بـ: { $first }. من بعد سولوني على: { $second }.
