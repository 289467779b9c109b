<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- Uyghur in Arabic script, written without a native speaker: before a hall uses it, one should proofread it.
     U+2066 and U+2069 around figures keep them left to right. -->
<TS version="2.1" language="ug" sourcelanguage="en">
<context>
    <name>Language</name>
    <message>
        <source>English</source>
        <translation>ئۇيغۇرچە</translation>
    </message>
    <message>
        <source>Take a number</source>
        <translation>نومۇر ئېلىش</translation>
    </message>
    <message>
        <source>I have an appointment</source>
        <translation>ۋاقىت بەلگىلىگەنمەن</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message>
        <source>Touch to begin</source>
        <translation>باشلاش ئۈچۈن ئېكراننى بېسىڭ</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>سىز تېخى بۇ يەردىمۇ؟</translation>
    </message>
    <message>
        <source>When the count reaches zero, your choices are cleared.</source>
        <translation>ساناق نۆلگە چۈشكەندە تاللىغانلىرىڭىز ئۆچۈرۈلىدۇ.</translation>
    </message>
    <message>
        <source>Yes, I am still here</source>
        <translation>ھەئە، مەن بۇ يەردە</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Other errands</source>
        <translation>باشقا ئىشلار</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>One moment, please</source>
        <translation>سەل ساقلاڭ</translation>
    </message>
    <message>
        <source>The ticket machine is connecting to the hall.</source>
        <translation>نومۇر ئېلىش ماشىنىسى زال سىستېمىسىغا ئۇلىنىۋاتىدۇ.</translation>
    </message>
    <message>
        <source>No connection to the hall's system</source>
        <translation>زال سىستېمىسىغا ئۇلانمىدى</translation>
    </message>
    <message>
        <source>We keep trying. If it takes long, please ask at the service desk.</source>
        <translation>قايتا ئۇلىنىۋاتىدۇ. ئۇزۇن ساقلاپ قالسىڭىز، مۇلازىمەت ئۈستىلىدىن سوراڭ.</translation>
    </message>
    <message>
        <source>No numbers just now</source>
        <translation>ھازىرچە نومۇر ئالغىلى بولمايدۇ</translation>
    </message>
    <message>
        <source>A number you have stays good. Please ask at the service desk.</source>
        <translation>ئالغان نومۇرىڭىز كۈچكە ئىگە. مۇلازىمەت ئۈستىلىدىن سوراڭ.</translation>
    </message>
    <message>
        <source>This ticket machine is out of order</source>
        <translation>بۇ ماشىنا ۋاقىتلىق توختىتىلدى</translation>
    </message>
    <message>
        <source>Please go to another ticket machine or to the service desk. Staff: it is no longer in the hall file; please tell whoever looks after the hall.</source>
        <translation>باشقا نومۇر ئېلىش ماشىنىسىنى ئىشلىتىڭ ياكى مۇلازىمەت ئۈستىلىگە بېرىڭ. خادىملارغا: بۇ ماشىنا زالنىڭ سەپلىمىسىدە يوق؛ زال باشقۇرغۇچىغا خەۋەر قىلىڭ.</translation>
    </message>
    <message>
        <source>Please go to another ticket machine or to the service desk. Staff: another machine goes by its name; please stop one of the two.</source>
        <translation>باشقا نومۇر ئېلىش ماشىنىسىنى ئىشلىتىڭ ياكى مۇلازىمەت ئۈستىلىگە بېرىڭ. خادىملارغا: باشقا بىر ماشىنا بۇ ماشىنىنىڭ نامىنى ئىشلىتىۋاتىدۇ؛ بىرىنى توختىتىڭ.</translation>
    </message>
    <message>
        <source>The hall is closed</source>
        <translation>زال ھازىر تاقاق</translation>
    </message>
    <message>
        <source>Please come back during opening hours.</source>
        <translation>ئىش ۋاقتىدا قايتا كېلىڭ.</translation>
    </message>
    <message>
        <source>No more numbers today:
{errands}</source>
        <translation>بۈگۈنكى نومۇرى تۈگىگەن ئىش:
{errands}</translation>
    </message>
    <message>
        <source>Start again without it, or ask at the service desk.</source>
        <translation>ئۇنى تاللىماي قايتا باشلاڭ ياكى مۇلازىمەت ئۈستىلىدىن سوراڭ.</translation>
    </message>
    <message>
        <source>No more numbers for this today</source>
        <translation>بۇ ئىشنىڭ بۈگۈنكى نومۇرى تۈگىدى</translation>
    </message>
    <message>
        <source>Please ask at the service desk, or come another day.</source>
        <translation>مۇلازىمەت ئۈستىلىدىن سوراڭ ياكى باشقا كۈنى كېلىڭ.</translation>
    </message>
    <message>
        <source>This errand is no longer offered</source>
        <translation>بۇ ئىش ئەمدى بېجىرىلمەيدۇ</translation>
    </message>
    <message>
        <source>Please choose again, or ask at the service desk.</source>
        <translation>قايتا تاللاڭ ياكى مۇلازىمەت ئۈستىلىدىن سوراڭ.</translation>
    </message>
    <message>
        <source>We could not get a number for you</source>
        <translation>سىزگە نومۇر ئالالمىدۇق</translation>
    </message>
    <message>
        <source>The hall's system did not answer. Please ask at the service desk.</source>
        <translation>زال سىستېمىسى جاۋاب بەرمىدى. مۇلازىمەت ئۈستىلىدىن سوراڭ.</translation>
    </message>
    <message>
        <source>Please ask at the service desk.</source>
        <translation>مۇلازىمەت ئۈستىلىدىن سوراڭ.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>باشتىن باشلاش</translation>
    </message>
    <message>
        <source>It was on {day} at {time}. You can take a number now.</source>
        <translation>ۋاقتىڭىز {day} {time} ئىدى. ھازىر نومۇر ئالسىڭىز بولىدۇ.</translation>
    </message>
    <message>
        <source>It is on {day} at {time}. Please come then, or take a number now.</source>
        <translation>ۋاقتىڭىز {day} {time}. شۇ چاغدا كېلىڭ ياكى ھازىر نومۇر ئېلىڭ.</translation>
    </message>
    <message>
        <source>We could not find this appointment</source>
        <translation>بۇ بەلگىلەنگەن ۋاقىتنى تاپالمىدۇق</translation>
    </message>
    <message>
        <source>Please look at the code once more, or take a number without an appointment.</source>
        <translation>كودنى يەنە بىر قېتىم تەكشۈرۈڭ ياكى ئادەتتىكى نومۇر ئېلىڭ.</translation>
    </message>
    <message>
        <source>No appointment of today has these digits</source>
        <translation>بۈگۈن بۇ رەقەملەر بىلەن بەلگىلەنگەن ۋاقىت يوق</translation>
    </message>
    <message>
        <source>Please try the phone number you gave when booking, or your appointment code.</source>
        <translation>ۋاقىت بەلگىلىگەندە بەرگەن تېلېفون نومۇرىنى ياكى كودىڭىزنى كىرگۈزۈڭ.</translation>
    </message>
    <message>
        <source>Several appointments have these digits</source>
        <translation>بۇ رەقەملەر بىلەن بىر قانچە ۋاقىت بەلگىلەنگەن</translation>
    </message>
    <message>
        <source>Please type your appointment code instead.</source>
        <translation>ئۇنىڭ ئورنىغا كودىڭىزنى كىرگۈزۈڭ.</translation>
    </message>
    <message>
        <source>Please wait a minute</source>
        <translation>بىر مىنۇت ساقلاڭ</translation>
    </message>
    <message>
        <source>The digits did not fit several times. You can use your appointment code right away.</source>
        <translation>رەقەملەر بىر قانچە قېتىم توغرا كەلمىدى. كودىڭىزنى ھازىرلا ئىشلەتسىڭىز بولىدۇ.</translation>
    </message>
    <message>
        <source>This appointment is not for today</source>
        <translation>بەلگىلەنگەن ۋاقىت بۈگۈن ئەمەس</translation>
    </message>
    <message>
        <source>This appointment has been used already</source>
        <translation>بۇ بەلگىلەنگەن ۋاقىت ئىشلىتىلىپ بولدى</translation>
    </message>
    <message>
        <source>You can take a new number, or ask at the service desk.</source>
        <translation>يېڭى نومۇر ئېلىڭ ياكى مۇلازىمەت ئۈستىلىدىن سوراڭ.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>قايتا سىناش</translation>
    </message>
    <message>
        <source>Type the code</source>
        <translation>كودنى كىرگۈزۈش</translation>
    </message>
    <message>
        <source>Take a number</source>
        <translation>نومۇر ئېلىش</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>No printing just now: your number will be shown on this screen.</source>
        <translation>ھازىرچە باسقىلى بولمايدۇ: نومۇرىڭىز مۇشۇ ئېكراندا كۆرسىتىلىدۇ.</translation>
    </message>
    <message>
        <source>No connection to the hall's system. We keep trying.</source>
        <translation>زال سىستېمىسىغا ئۇلانمىدى، قايتا ئۇلىنىۋاتىدۇ.</translation>
    </message>
    <message>
        <source>The time on tickets is not right just now; your number is good.</source>
        <translation>بېلەتتىكى ۋاقىت ھازىرچە توغرا ئەمەس؛ نومۇرىڭىز كۈچكە ئىگە.</translation>
    </message>
    <message>
        <source>No numbers can be given just now; a number you have stays good.</source>
        <translation>ھازىرچە نومۇر ئالغىلى بولمايدۇ، ئالغان نومۇرىڭىز كۈچكە ئىگە.</translation>
    </message>
    <message>
        <source>This ticket machine is out of order. Please ask at the service desk.</source>
        <translation>بۇ ماشىنا ۋاقىتلىق توختىتىلدى. مۇلازىمەت ئۈستىلىدىن سوراڭ.</translation>
    </message>
    <message>
        <source>Staff have been called. Please wait here a moment.</source>
        <translation>خادىملارغا خەۋەر قىلىندى. مۇشۇ يەردە سەل ساقلاڭ.</translation>
    </message>
    <message>
        <source>Calling staff</source>
        <translation>خادىم چاقىرىلىۋاتىدۇ</translation>
    </message>
    <message>
        <source>Staff could not be reached from here. Please go to the service desk, or speak to anybody who works here.</source>
        <translation>بۇ يەردىن خادىملارغا خەۋەر قىلالمىدۇق. مۇلازىمەت ئۈستىلىگە بېرىڭ ياكى يېنىڭىزدىكى خادىمغا ئېيتىڭ.</translation>
    </message>
    <message>
        <source>This language can't be read aloud here. Staff will gladly help: touch “Call staff”.</source>
        <translation>بۇ تىلنى بۇ يەردە ئوقۇپ بېرەلمەيمىز. ياردەم لازىم بولسا «خادىم چاقىرىش»نى بېسىڭ.</translation>
    </message>
    <message>
        <source>Reading aloud does not work just now. Staff will gladly help: touch “Call staff”.</source>
        <translation>ھازىرچە ئوقۇپ بەرگىلى بولمايدۇ. ياردەم لازىم بولسا «خادىم چاقىرىش»نى بېسىڭ.</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Back</source>
        <translation>قايتىش</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>ئالدىنقى بەت</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>كېيىنكى بەت</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>%2 بەتنىڭ %1-بېتى</translation>
    </message>
</context>
<context>
    <name>Hours</name>
    <message>
        <source>Open until {time}</source>
        <translation>بۈگۈن {time} گىچە ئوچۇق</translation>
    </message>
    <message>
        <source>Closes at {time}, in {minutes} min</source>
        <translation>{time} دا تاقىلىدۇ، {minutes} مىنۇت قالدى</translation>
    </message>
    <message>
        <source>It opens again at {time}.</source>
        <translation>{time} دا قايتا ئېچىلىدۇ.</translation>
    </message>
    <message>
        <source>It opens again tomorrow at {time}.</source>
        <translation>ئەتە {time} دا قايتا ئېچىلىدۇ.</translation>
    </message>
    <message>
        <source>It opens again at {time} on {weekday}, {day} {month}.</source>
        <translation>{month}نىڭ {day}-كۈنى ({weekday}) {time} دا قايتا ئېچىلىدۇ.</translation>
    </message>
    <message>
        <source>Monday Tuesday Wednesday Thursday Friday Saturday Sunday</source>
        <translation>دۈشەنبە سەيشەنبە چارشەنبە پەيشەنبە جۈمە شەنبە يەكشەنبە</translation>
    </message>
    <message>
        <source>January February March April May June July August September October November December</source>
        <translation>1-ئاي 2-ئاي 3-ئاي 4-ئاي 5-ئاي 6-ئاي 7-ئاي 8-ئاي 9-ئاي 10-ئاي 11-ئاي 12-ئاي</translation>
    </message>
    <message>
        <source>{weekday}, {day} {month}</source>
        <translation>{month}نىڭ {day}-كۈنى ({weekday})</translation>
    </message>
</context>
<context>
    <name>Categories</name>
    <message>
        <source>What brings you here today?</source>
        <translation>بۈگۈن قايسى ئىش بىلەن كەلدىڭىز؟</translation>
    </message>
    <message>
        <source>Errands: %1</source>
        <translation>%1 تۈرلۈك ئىش</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>What brings you here today?</source>
        <translation>قايسى ئىشنى بېجىرىسىز؟</translation>
    </message>
    <message>
        <source>Please choose your errand</source>
        <translation>بېجىرىدىغان ئىشنى تاللاڭ</translation>
    </message>
</context>
<context>
    <name>ServiceRow</name>
    <message>
        <source>No more numbers today</source>
        <translation>بۈگۈنكى نومۇرلار تۈگىدى</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>%1 كىشى ساقلاۋاتىدۇ</translation>
    </message>
</context>
<context>
    <name>WaitWords</name>
    <message>
        <source>wait not known</source>
        <translation>ساقلاش ۋاقتى نامەلۇم</translation>
    </message>
    <message>
        <source>under %1 min</source>
        <translation>%1 مىنۇتتىن ئاز</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>&#x2066;%1–%2&#x2069; مىنۇت</translation>
    </message>
    <message>
        <source>%1 to %2 minutes</source>
        <translation>%1 مىنۇتتىن %2 مىنۇتقىچە</translation>
    </message>
</context>
<context>
    <name>PriorityQuestion</name>
    <message>
        <source>Would you like to be served first?</source>
        <translation>ئالدىن بېجىرىشنى خالامسىز؟</translation>
    </message>
    <message>
        <source>You may, if one of these is so. Just touch it; other residents cannot see your answer.</source>
        <translation>تۆۋەندىكى ئەھۋاللارنىڭ بىرى بولسا بولىدۇ. بېسىڭلا، باشقىلار تاللىشىڭىزنى كۆرمەيدۇ.</translation>
    </message>
    <message>
        <source>Elderly</source>
        <translation>ياشانغانلار</translation>
    </message>
    <message>
        <source>Unwell or frail</source>
        <translation>كېسەل ياكى ئاجىز</translation>
    </message>
    <message>
        <source>Living with a disability</source>
        <translation>مېيىپلار</translation>
    </message>
    <message>
        <source>Expecting a child</source>
        <translation>ھامىلىدارلار</translation>
    </message>
    <message>
        <source>With a small child</source>
        <translation>كىچىك بالا ئېلىپ كەلگەنلەر</translation>
    </message>
    <message>
        <source>Military or veteran</source>
        <translation>ھەربىي، سەپتىن چۈشكەن ھەربىي</translation>
    </message>
    <message>
        <source>No, thank you: queue as usual</source>
        <translation>ياق، نۆۋەت بويىچە</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Waiting: %1</source>
        <translation>%1 كىشى ساقلاۋاتىدۇ</translation>
    </message>
    <message>
        <source>Waiting now</source>
        <translation>ھازىر ساقلاۋاتقانلار</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 كىشى</translation>
    </message>
    <message>
        <source>Expected wait</source>
        <translation>مۆلچەردىكى ساقلاش</translation>
    </message>
    <message>
        <source>Is this right?</source>
        <translation>توغرىمۇ؟ تەكشۈرۈپ كۆرۈڭ</translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <translation>%1 نى چىقىرىۋېتىش</translation>
    </message>
    <message>
        <source>You will be served first where the hall can.</source>
        <translation>ئىمكانقەدەر ئالدىن بېجىرىلىدۇ.</translation>
    </message>
    <message>
        <source>Add another errand</source>
        <translation>يەنە بىر ئىش قوشۇش</translation>
    </message>
    <message>
        <source>Get my number</source>
        <translation>نومۇر ئېلىش</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>ئېلىپ كېلىدىغانلار</translation>
    </message>
</context>
<context>
    <name>Issuing</name>
    <message>
        <source>Getting your number</source>
        <translation>نومۇرىڭىز ئېلىنىۋاتىدۇ</translation>
    </message>
    <message>
        <source>The hall's system can't give out numbers just now. We keep asking for you; you will not get two numbers.</source>
        <translation>زال سىستېمىسى ھازىرچە نومۇر بېرەلمەيدۇ. سىز ئۈچۈن داۋاملىق سوراۋاتىمىز؛ ئىككى نومۇر چىقمايدۇ.</translation>
    </message>
    <message>
        <source>The hall's system has not answered yet. We keep asking for you; you will not get two numbers.</source>
        <translation>زال سىستېمىسى تېخى جاۋاب بەرمىدى. سىز ئۈچۈن داۋاملىق سوراۋاتىمىز؛ ئىككى نومۇر چىقمايدۇ.</translation>
    </message>
    <message>
        <source>Stop waiting and start again</source>
        <translation>ساقلىماي باشتىن باشلاش</translation>
    </message>
</context>
<context>
    <name>Ticket</name>
    <message>
        <source>Your number</source>
        <translation>نومۇرىڭىز</translation>
    </message>
    <message>
        <source>You are next in line</source>
        <translation>ئالدىڭىزدا ھېچكىم يوق</translation>
    </message>
    <message>
        <source>Ahead of you: %1</source>
        <translation>ئالدىڭىزدا %1 كىشى بار</translation>
    </message>
    <message>
        <source>Appointment at %1</source>
        <translation>بەلگىلەنگەن ۋاقىت %1</translation>
    </message>
</context>
<context>
    <name>PaperPart</name>
    <message>
        <source>Printing your ticket</source>
        <translation>نومۇر قەغىزى بېسىلىۋاتىدۇ</translation>
    </message>
    <message>
        <source>Please take your ticket</source>
        <translation>نومۇر قەغىزىڭىزنى ئېلىڭ</translation>
    </message>
    <message>
        <source>Did your ticket come out?</source>
        <translation>نومۇر قەغىزى چىقتىمۇ؟</translation>
    </message>
    <message>
        <source>The ticket could not be printed</source>
        <translation>نومۇر قەغىزى بېسىلمىدى</translation>
    </message>
    <message>
        <source>If none came out, please note your number.</source>
        <translation>قەغەز چىقمىسا، نومۇرىڭىزنى خاتىرىلىۋېلىڭ.</translation>
    </message>
    <message>
        <source>Your number counts all the same. Please note it, or photograph the code. Staff have been told.</source>
        <translation>نومۇرىڭىز كۈچكە ئىگە. خاتىرىلىۋېلىڭ ياكى كودنى رەسىمگە تارتىۋېلىڭ. خادىملارغا خەۋەر قىلىندى.</translation>
    </message>
    <message>
        <source>Your number counts all the same. Please note it. Staff have been told.</source>
        <translation>نومۇرىڭىز كۈچكە ئىگە. خاتىرىلىۋېلىڭ. خادىملارغا خەۋەر قىلىندى.</translation>
    </message>
    <message>
        <source>Follow the queue on your phone</source>
        <translation>نۆۋەتنى تېلېفونىڭىزدا كۆرۈڭ</translation>
    </message>
    <message>
        <source>Code for your phone: your place in the queue</source>
        <translation>تېلېفون كودى: نۆۋەتتىكى ئورنىڭىز</translation>
    </message>
    <message>
        <source>Try to print it again</source>
        <translation>قايتا بېسىش</translation>
    </message>
    <message>
        <source>I have noted my number</source>
        <translation>نومۇرنى خاتىرىلىۋالدىم</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تامام</translation>
    </message>
</context>
<context>
    <name>AccessBar</name>
    <message>
        <source>Easy mode</source>
        <translation>چوڭ خەت</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>ئوقۇپ بېرىش</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>يۇقىرى سېلىشتۇرما</translation>
    </message>
    <message>
        <source>Lower screen</source>
        <translation>تۆۋەنگە چۈشۈرۈش</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>خادىم چاقىرىش</translation>
    </message>
    <message>
        <source>Staff called</source>
        <translation>چاقىرىلدى</translation>
    </message>
</context>
<context>
    <name>AccessButton</name>
    <message>
        <source>%1: on</source>
        <translation>%1: ئوچۇق</translation>
    </message>
    <message>
        <source>%1: off</source>
        <translation>%1: تاقاق</translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>Your number</source>
        <translation>نومۇرىڭىز</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>ئالدىن</translation>
    </message>
    <message>
        <source>REPRINT</source>
        <translation>قايتا بېسىلدى</translation>
    </message>
    <message>
        <source>The same number as before, not a new one</source>
        <translation>ئالدىنقى نومۇر، يېڭى نومۇر ئەمەس</translation>
    </message>
    <message>
        <source>Your errands</source>
        <translation>بېجىرىدىغان ئىشلار</translation>
    </message>
    <message>
        <source>Ahead of you</source>
        <translation>ئالدىڭىزدا</translation>
    </message>
    <message>
        <source>{n}</source>
        <translation>{n} كىشى</translation>
    </message>
    <message>
        <source>Expected wait</source>
        <translation>مۆلچەردىكى ساقلاش</translation>
    </message>
    <message>
        <source>{low}–{high} min</source>
        <translation>&#x2066;{low}–{high}&#x2069; مىنۇت</translation>
    </message>
    <message>
        <source>under {high} min</source>
        <translation>{high} مىنۇتتىن ئاز</translation>
    </message>
    <message>
        <source>Follow your place</source>
        <translation>نۆۋىتىڭىزنى كۆرۈڭ</translation>
    </message>
    <message>
        <source>Scan with your phone: no need to watch the screen.</source>
        <translation>تېلېفونىڭىزدا سىكانىرلاڭ: ئېكرانغا قاراپ تۇرۇش ھاجەتسىز.</translation>
    </message>
    <message>
        <source>Please bring</source>
        <translation>ئېلىپ كېلىڭ</translation>
    </message>
    <message>
        <source>If you miss your call</source>
        <translation>نۆۋەتنى ئۆتكۈزۈۋەتسىڭىز</translation>
    </message>
    <message>
        <source>Watch the screens and listen. If you missed it, take this slip to the service desk the same day: staff will put you back in the queue.</source>
        <translation>ئېكران ۋە كانايغا دىققەت قىلىڭ. ئۆتكۈزۈۋەتسىڭىز، شۇ كۈنى بۇ قەغەزنى مۇلازىمەت ئۈستىلىگە ئەكېلىڭ، خادىملار سىزنى قايتا نۆۋەتكە تىزىدۇ.</translation>
    </message>
    <message>
        <source>Taken {at}, valid that day</source>
        <translation>&#x2066;{at}&#x2069; ئېلىندى، شۇ كۈنى كۈچكە ئىگە</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>ئېلىپ كېلىدىغان نەرسىلەر</translation>
    </message>
    <message>
        <source>Nothing in particular; if in doubt, ask at the service desk.</source>
        <translation>ئالاھىدە نەرسە لازىم ئەمەس؛ سوئالىڭىز بولسا مۇلازىمەت ئۈستىلىدىن سوراڭ.</translation>
    </message>
    <message>
        <source>Printed {at}. This is not a queue number: please take one when you come.</source>
        <translation>&#x2066;{at}&#x2069; بېسىلدى. بۇ نۆۋەت نومۇرى ئەمەس: كەلگەندە نومۇر ئېلىڭ.</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>كېيىن قىلىدىغان ئىشلار</translation>
    </message>
    <message>
        <source>Nothing more to do: your errand is finished.</source>
        <translation>ئىشىڭىز پۈتتى، باشقا رەسمىيەت يوق.</translation>
    </message>
    <message>
        <source>Questions?</source>
        <translation>سوئالىڭىز بارمۇ؟</translation>
    </message>
    <message>
        <source>Telephone: {phone}</source>
        <translation>تېلېفون: &#x2066;{phone}&#x2069;</translation>
    </message>
    <message>
        <source>Your contact</source>
        <translation>ئالاقە كارتىسى</translation>
    </message>
    <message>
        <source>Your clerk</source>
        <translation>سىزنى كۈتكەن خادىم</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>كۆزنەك</translation>
    </message>
    <message>
        <source>No. {counter}</source>
        <translation>{counter}-نومۇر</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>تېلېفون</translation>
    </message>
    <message>
        <source>Who received you stays responsible. Call, or show this card at the hall.</source>
        <translation>سىزنى كۈتكەن خادىم ئاخىرىغىچە مەسئۇل. ئىش بولسا تېلېفون قىلىڭ ياكى بۇ كارتىنى زالدا كۆرسىتىڭ.</translation>
    </message>
    <message>
        <source>Printed {at}</source>
        <translation>&#x2066;{at}&#x2069; بېسىلدى</translation>
    </message>
    <message>
        <source>Printed {at} at counter {counter}</source>
        <translation>&#x2066;{at}&#x2069; {counter}-كۆزنەكتە بېسىلدى</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Find your errand</source>
        <translation>ئىشىڭىزنى ئىزدەش</translation>
    </message>
    <message>
        <source>Type its name or its initials</source>
        <translation>ئىسمىنى ياكى باش ھەرپلىرىنى كىرگۈزۈڭ</translation>
    </message>
    <message>
        <source>For example: MI or ILLNESS for major-illness registration</source>
        <translation>مەسىلەن: 医保大病登记 ئۈچۈن YBDB ياكى YIBAO</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters, or go back and choose from the list.</source>
        <translation>تېپىلمىدى. ئازراق ھەرپ كىرگۈزۈڭ ياكى قايتىپ تىزىملىكتىن تاللاڭ.</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search</source>
        <translation>ئىزدەش</translation>
    </message>
</context>
<context>
    <name>LetterKeys</name>
    <message>
        <source>Space</source>
        <translation>بوشلۇق</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>ئۆچۈرۈش</translation>
    </message>
</context>
<context>
    <name>DigitKeys</name>
    <message>
        <source>Delete</source>
        <translation>ئۆچۈرۈش</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>What to bring</source>
        <translation>ئېلىپ كېلىدىغان نەرسىلەر</translation>
    </message>
    <message>
        <source>Do you have this with you?</source>
        <translation>بۇلار يېنىڭىزدا بارمۇ؟</translation>
    </message>
    <message>
        <source>Printing your list</source>
        <translation>تىزىملىك بېسىلىۋاتىدۇ</translation>
    </message>
    <message>
        <source>Please take your list.</source>
        <translation>تىزىملىكنى ئېلىڭ.</translation>
    </message>
    <message>
        <source>Please take your list. If none came out, you can photograph this screen.</source>
        <translation>تىزىملىكنى ئېلىڭ. چىقمىسا، ئېكراننى رەسىمگە تارتىۋېلىڭ.</translation>
    </message>
    <message>
        <source>The list could not be printed. You can photograph this screen.</source>
        <translation>تىزىملىك بېسىلمىدى. ئېكراننى رەسىمگە تارتىۋېلىڭ.</translation>
    </message>
    <message>
        <source>No printing just now. You can photograph this screen.</source>
        <translation>ھازىرچە باسقىلى بولمايدۇ. ئېكراننى رەسىمگە تارتىۋېلىڭ.</translation>
    </message>
    <message>
        <source>Print this list</source>
        <translation>تىزىملىكنى بېسىش</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>بولىدۇ</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>داۋاملاشتۇرۇش</translation>
    </message>
</context>
<context>
    <name>Appointment</name>
    <message>
        <source>Your appointment</source>
        <translation>بەلگىلەنگەن ۋاقتىڭىز</translation>
    </message>
    <message>
        <source>The last four digits of the phone number you gave when booking</source>
        <translation>ۋاقىت بەلگىلىگەندە بەرگەن تېلېفون نومۇرىنىڭ ئاخىرقى تۆت رەقىمى</translation>
    </message>
    <message>
        <source>Type the code of your appointment. Where there is a scanner, you can hold it there.</source>
        <translation>كودىڭىزنى كىرگۈزۈڭ. سىكاننېر بولسا، كودنى شۇنىڭغا تۇتسىڭىزمۇ بولىدۇ.</translation>
    </message>
    <message>
        <source>Appointment code</source>
        <translation>كود</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>سەل ساقلاڭ</translation>
    </message>
    <message>
        <source>Look it up</source>
        <translation>ۋاقتىمنى ئىزدەش</translation>
    </message>
</context>
<context>
    <name>Booking</name>
    <message>
        <source>You have checked in already</source>
        <translation>ئاللىقاچان تىزىملىتىپ بولدىڭىز</translation>
    </message>
    <message>
        <source>Is this your appointment?</source>
        <translation>بۇ سىزنىڭ ۋاقتىڭىزمۇ؟</translation>
    </message>
    <message>
        <source>Today at</source>
        <translation>بۈگۈن</translation>
    </message>
    <message>
        <source>Your number is %1.</source>
        <translation>نومۇرىڭىز %1.</translation>
    </message>
    <message>
        <source>You are early: you will be called around your time.</source>
        <translation>بالدۇر كەلدىڭىز: بەلگىلەنگەن ۋاقىت ئەتراپىدا چاقىرىمىز.</translation>
    </message>
    <message>
        <source>Look for another</source>
        <translation>باشقىسىنى ئىزدەش</translation>
    </message>
    <message>
        <source>No, not mine</source>
        <translation>ياق، مېنىڭ ئەمەس</translation>
    </message>
    <message>
        <source>Show my number</source>
        <translation>نومۇرۇم</translation>
    </message>
    <message>
        <source>Yes, check me in</source>
        <translation>ھەئە، نومۇر ئېلىش</translation>
    </message>
</context>
<context>
    <name>ByWhat</name>
    <message>
        <source>By code</source>
        <translation>كود</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>تېلېفون</translation>
    </message>
</context>
</TS>
