<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ug" sourcelanguage="en">
<context>
    <name>Slip</name>
    <message>
        <source>Your number</source>
        <translation>نومۇرىڭىز</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>ئالدىنلىق</translation>
    </message>
    <message>
        <source>REPRINT</source>
        <translation>قايتا بېسىلغان</translation>
    </message>
    <message>
        <source>The same number as before, not a new one</source>
        <translation>بۇ بۇرۇنقى نومۇر، يېڭى نومۇر ئەمەس</translation>
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
        <translation>تەخمىنىي كۈتۈش</translation>
    </message>
    <message>
        <source>{low}–{high} min</source>
        <translation>⁦{low}–{high}⁩ مىنۇت</translation>
    </message>
    <message>
        <source>under {high} min</source>
        <translation>{high} مىنۇت ئىچىدە</translation>
    </message>
    <message>
        <source>Follow your place</source>
        <translation>نۆۋىتىڭىزنى كۆرۈڭ</translation>
    </message>
    <message>
        <source>Scan with your phone: no need to watch the screen.</source>
        <translation>تېلېفونىڭىزدا سكانىرلاپ، ئالدىڭىزدا قانچە كىشى بارلىقىنى كۆرەلەيسىز.</translation>
    </message>
    <message>
        <source>Please bring</source>
        <translation>ئېلىپ كېلىدىغان نەرسىلەر</translation>
    </message>
    <message>
        <source>If you miss your call</source>
        <translation>نۆۋەتتىن قېلىپ قالسىڭىز</translation>
    </message>
    <message>
        <source>Watch the screens and listen. If you missed it, take this slip to the service desk the same day: staff will put you back in the queue.</source>
        <translation>ئېكران ۋە كانايغا دىققەت قىلىڭ. نۆۋەتتىن قېلىپ قالسىڭىز، شۇ كۈنى بۇ تالوننى مۇلازىمەت سۇپىسىغا ئاپىرىڭ، خىزمەتچى سىزنى قايتا نۆۋەتكە قويىدۇ.</translation>
    </message>
    <message>
        <source>Taken {at}, valid that day</source>
        <translation>⁦{at}⁩ دا ئېلىندى، شۇ كۈنى كۈچكە ئىگە</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>ئېلىپ كېلىدىغان ماتېرىياللار</translation>
    </message>
    <message>
        <source>Nothing in particular; if in doubt, ask at the service desk.</source>
        <translation>باشقا ماتېرىيال لازىم ئەمەس؛ سوئالىڭىز بولسا مۇلازىمەت سۇپىسىدىن سوراڭ.</translation>
    </message>
    <message>
        <source>Printed {at}. This is not a queue number: please take one when you come.</source>
        <translation>⁦{at}⁩ دا بېسىلدى. بۇ نۆۋەت نومۇرى ئەمەس، ئىش بېجىرگەندە ئايرىم نومۇر ئېلىڭ.</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>كېيىنكى قەدەملەر</translation>
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
        <translation>تېلېفون: ⁦{phone}⁩</translation>
    </message>
    <message>
        <source>Your contact</source>
        <translation>ئالاقە كارتىسى</translation>
    </message>
    <message>
        <source>Your clerk</source>
        <translation>مەسئۇل خىزمەتچى</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>كۆزنەك</translation>
    </message>
    <message>
        <source>No. {counter}</source>
        <translation>⁦{counter}⁩-نومۇر</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>تېلېفون</translation>
    </message>
    <message>
        <source>Who received you stays responsible. Call, or show this card at the hall.</source>
        <translation>سىزنى كۈتۈۋالغان خىزمەتچى ئاخىرىغىچە مەسئۇل بولىدۇ. تېلېفون قىلىڭ ياكى بۇ كارتىنى زالدا كۆرسىتىڭ.</translation>
    </message>
    <message>
        <source>Printed {at}</source>
        <translation>⁦{at}⁩ دا بېسىلدى</translation>
    </message>
    <message>
        <source>Printed {at} at counter {counter}</source>
        <translation>⁦{at}⁩ دا ⁦{counter}⁩-كۆزنەكتە بېسىلدى</translation>
    </message>
</context>
</TS>
