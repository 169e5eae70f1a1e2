# Several questions in one message.
two-questions = Vous posez deux questions. D'abord la première : { $first }. Ensuite, redemandez-moi : { $second }.
    .sms = D'abord : { $first }. Ensuite, redemandez-moi : { $second }.
