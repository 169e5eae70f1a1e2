# Learning from what was not understood.
message-kept = Chokran. 7tafedt b ljomla dyalkom, bla smiya w bla ar9am, { $months } chhor 3la lakter, bach nfhem 7sen.
    .sms = Chokran, 7tafedt biha { $months } chhor 3la lakter, bla smiya w bla ar9am.
message-not-kept = Ljomla dyalkom ma b9atch 3endi: ma 7tafedt b walou. Ktbou so2al dyalkom, wla khtarou:
    .sms = Ma 7tafedt b walou. Ktbou so2al wla ra9m:
choice-keep-message = T3ellem men jomlti
    .sms = T3ellem men jomlti
