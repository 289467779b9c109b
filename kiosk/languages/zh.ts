<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Language</name>
    <message>
        <source>English</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Take a number</source>
        <translation>取号</translation>
    </message>
    <message>
        <source>I have an appointment</source>
        <translation>我有预约</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message>
        <source>Touch to begin</source>
        <translation>请触摸屏幕开始</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>您还在吗？</translation>
    </message>
    <message>
        <source>When the count reaches zero, your choices are cleared.</source>
        <translation>倒计时结束后，将清除您刚才的选择。</translation>
    </message>
    <message>
        <source>Yes, I am still here</source>
        <translation>我还在，继续办理</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Other errands</source>
        <translation>其他业务</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>One moment, please</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>The ticket machine is connecting to the hall.</source>
        <translation>取号机正在连接大厅系统。</translation>
    </message>
    <message>
        <source>No connection to the hall's system</source>
        <translation>暂时联系不上大厅系统</translation>
    </message>
    <message>
        <source>We keep trying. If it takes long, please ask at the service desk.</source>
        <translation>正在重新连接。如需等候较久，请到服务台咨询。</translation>
    </message>
    <message>
        <source>No numbers just now</source>
        <translation>暂时无法取号</translation>
    </message>
    <message>
        <source>A number you have stays good. Please ask at the service desk.</source>
        <translation>已取的号码仍然有效。请到服务台咨询。</translation>
    </message>
    <message>
        <source>This ticket machine is out of order</source>
        <translation>本取号机暂停使用</translation>
    </message>
    <message>
        <source>Please go to another ticket machine or to the service desk. Staff: it is no longer in the hall file; please tell whoever looks after the hall.</source>
        <translation>请使用其他取号机，或到服务台取号。请工作人员注意：大厅配置中已没有本机，请联系管理员。</translation>
    </message>
    <message>
        <source>Please go to another ticket machine or to the service desk. Staff: another machine goes by its name; please stop one of the two.</source>
        <translation>请使用其他取号机，或到服务台取号。请工作人员注意：另一台机器也在用本机的名称，请停用其中一台。</translation>
    </message>
    <message>
        <source>The hall is closed</source>
        <translation>大厅现在不办公</translation>
    </message>
    <message>
        <source>Please come back during opening hours.</source>
        <translation>请在办公时间再来。</translation>
    </message>
    <message>
        <source>No more numbers today:
{errands}</source>
        <translation>今天的号已取完：
{errands}</translation>
    </message>
    <message>
        <source>Start again without it, or ask at the service desk.</source>
        <translation>请重新开始，不选这一项；或到服务台咨询。</translation>
    </message>
    <message>
        <source>No more numbers for this today</source>
        <translation>今天的号已取完</translation>
    </message>
    <message>
        <source>Please ask at the service desk, or come another day.</source>
        <translation>请到服务台咨询，或改天再来。</translation>
    </message>
    <message>
        <source>This errand is no longer offered</source>
        <translation>该事项已停止办理</translation>
    </message>
    <message>
        <source>Please choose again, or ask at the service desk.</source>
        <translation>请重新选择，或到服务台咨询。</translation>
    </message>
    <message>
        <source>We could not get a number for you</source>
        <translation>没能为您取到号</translation>
    </message>
    <message>
        <source>The hall's system did not answer. Please ask at the service desk.</source>
        <translation>大厅系统没有应答，请到服务台咨询。</translation>
    </message>
    <message>
        <source>Please ask at the service desk.</source>
        <translation>请到服务台咨询。</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>It was on {day} at {time}. You can take a number now.</source>
        <translation>您的预约是 {day} {time}，现在可以取普通号办理。</translation>
    </message>
    <message>
        <source>It is on {day} at {time}. Please come then, or take a number now.</source>
        <translation>您的预约是 {day} {time}，请届时再来，也可以现在取普通号。</translation>
    </message>
    <message>
        <source>We could not find this appointment</source>
        <translation>没有找到这个预约</translation>
    </message>
    <message>
        <source>Please look at the code once more, or take a number without an appointment.</source>
        <translation>请再核对一下预约码；也可以直接取普通号。</translation>
    </message>
    <message>
        <source>No appointment of today has these digits</source>
        <translation>今天没有这个尾号的预约</translation>
    </message>
    <message>
        <source>Please try the phone number you gave when booking, or your appointment code.</source>
        <translation>请用预约时留的手机号，或改用预约码。</translation>
    </message>
    <message>
        <source>Several appointments have these digits</source>
        <translation>今天有几个预约是这个尾号</translation>
    </message>
    <message>
        <source>Please type your appointment code instead.</source>
        <translation>请改用预约码查找。</translation>
    </message>
    <message>
        <source>Please wait a minute</source>
        <translation>请稍等一分钟</translation>
    </message>
    <message>
        <source>The digits did not fit several times. You can use your appointment code right away.</source>
        <translation>尾号几次都没有对上。现在可以改用预约码。</translation>
    </message>
    <message>
        <source>This appointment is not for today</source>
        <translation>这个预约不在今天</translation>
    </message>
    <message>
        <source>This appointment has been used already</source>
        <translation>这个预约已经用过了</translation>
    </message>
    <message>
        <source>You can take a new number, or ask at the service desk.</source>
        <translation>您可以重新取号，或到服务台咨询。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Type the code</source>
        <translation>输入预约码</translation>
    </message>
    <message>
        <source>Take a number</source>
        <translation>取普通号</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>No printing just now: your number will be shown on this screen.</source>
        <translation>打印机暂不能出票，号码会显示在屏幕上，请记下。</translation>
    </message>
    <message>
        <source>No connection to the hall's system. We keep trying.</source>
        <translation>暂时联系不上大厅系统，正在重新连接。</translation>
    </message>
    <message>
        <source>The time on tickets is not right just now; your number is good.</source>
        <translation>票上的时间暂时不准，您的号码有效。</translation>
    </message>
    <message>
        <source>No numbers can be given just now; a number you have stays good.</source>
        <translation>暂时无法取号，已取的号码仍然有效。</translation>
    </message>
    <message>
        <source>This ticket machine is out of order. Please ask at the service desk.</source>
        <translation>本取号机暂停使用，请到服务台咨询。</translation>
    </message>
    <message>
        <source>Staff have been called. Please wait here a moment.</source>
        <translation>已通知工作人员，请您在此稍候。</translation>
    </message>
    <message>
        <source>Calling staff</source>
        <translation>正在呼叫工作人员</translation>
    </message>
    <message>
        <source>Staff could not be reached from here. Please go to the service desk, or speak to anybody who works here.</source>
        <translation>暂时无法从这里呼叫工作人员。请您到服务台，或直接找身边的工作人员。</translation>
    </message>
    <message>
        <source>This language can't be read aloud here. Staff will gladly help: touch “Call staff”.</source>
        <translation>本机暂不能朗读这种语言。需要帮助请按“呼叫帮助”。</translation>
    </message>
    <message>
        <source>Reading aloud does not work just now. Staff will gladly help: touch “Call staff”.</source>
        <translation>暂时无法语音朗读。需要帮助请按“呼叫帮助”。</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>Hours</name>
    <message>
        <source>Open until {time}</source>
        <translation>今天办公至 {time}</translation>
    </message>
    <message>
        <source>Closes at {time}, in {minutes} min</source>
        <translation>{time} 结束办公，还有 {minutes} 分钟</translation>
    </message>
    <message>
        <source>It opens again at {time}.</source>
        <translation>{time} 恢复办公。</translation>
    </message>
    <message>
        <source>It opens again tomorrow at {time}.</source>
        <translation>明天 {time} 恢复办公。</translation>
    </message>
    <message>
        <source>It opens again at {time} on {weekday}, {day} {month}.</source>
        <translation>{month}{day}日（{weekday}）{time} 恢复办公。</translation>
    </message>
    <message>
        <source>Monday Tuesday Wednesday Thursday Friday Saturday Sunday</source>
        <translation>星期一 星期二 星期三 星期四 星期五 星期六 星期日</translation>
    </message>
    <message>
        <source>January February March April May June July August September October November December</source>
        <translation>1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月</translation>
    </message>
    <message>
        <source>{weekday}, {day} {month}</source>
        <translation>{month}{day}日（{weekday}）</translation>
    </message>
</context>
<context>
    <name>Categories</name>
    <message>
        <source>What brings you here today?</source>
        <translation>您要办理哪一类业务？</translation>
    </message>
    <message>
        <source>Errands: %1</source>
        <translation>%1 个事项</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>What brings you here today?</source>
        <translation>您要办理什么业务？</translation>
    </message>
    <message>
        <source>Please choose your errand</source>
        <translation>请选择要办理的事项</translation>
    </message>
</context>
<context>
    <name>ServiceRow</name>
    <message>
        <source>No more numbers today</source>
        <translation>今天的号已全部发完</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>%1 人等候</translation>
    </message>
</context>
<context>
    <name>WaitWords</name>
    <message>
        <source>wait not known</source>
        <translation>等候时间未知</translation>
    </message>
    <message>
        <source>under %1 min</source>
        <translation>约 %1 分钟以内</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>约 %1–%2 分钟</translation>
    </message>
    <message>
        <source>%1 to %2 minutes</source>
        <translation>约 %1 到 %2 分钟</translation>
    </message>
</context>
<context>
    <name>PriorityQuestion</name>
    <message>
        <source>Would you like to be served first?</source>
        <translation>您需要优先办理吗？</translation>
    </message>
    <message>
        <source>You may, if one of these is so. Just touch it; other residents cannot see your answer.</source>
        <translation>符合下列情况之一的，可以优先办理。旁人看不到您的选择。</translation>
    </message>
    <message>
        <source>Elderly</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>Unwell or frail</source>
        <translation>身体不适或体弱</translation>
    </message>
    <message>
        <source>Living with a disability</source>
        <translation>残障人士</translation>
    </message>
    <message>
        <source>Expecting a child</source>
        <translation>孕妇</translation>
    </message>
    <message>
        <source>With a small child</source>
        <translation>带着婴幼儿</translation>
    </message>
    <message>
        <source>Military or veteran</source>
        <translation>军人、退役军人</translation>
    </message>
    <message>
        <source>No, thank you: queue as usual</source>
        <translation>不需要，按顺序排队</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Waiting: %1</source>
        <translation>%1 人等候</translation>
    </message>
    <message>
        <source>Waiting now</source>
        <translation>正在等候</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 人</translation>
    </message>
    <message>
        <source>Expected wait</source>
        <translation>预计等候</translation>
    </message>
    <message>
        <source>Is this right?</source>
        <translation>请核对您要办理的事项</translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <translation>去掉 %1</translation>
    </message>
    <message>
        <source>You will be served first where the hall can.</source>
        <translation>将为您优先安排。</translation>
    </message>
    <message>
        <source>Add another errand</source>
        <translation>再办一项</translation>
    </message>
    <message>
        <source>Get my number</source>
        <translation>确认取号</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>需要带的材料</translation>
    </message>
</context>
<context>
    <name>Issuing</name>
    <message>
        <source>Getting your number</source>
        <translation>正在为您取号</translation>
    </message>
    <message>
        <source>The hall's system can't give out numbers just now. We keep asking for you; you will not get two numbers.</source>
        <translation>大厅系统暂时无法发号，正在继续为您办理；不会重复取号。</translation>
    </message>
    <message>
        <source>The hall's system has not answered yet. We keep asking for you; you will not get two numbers.</source>
        <translation>大厅系统还没有应答，正在继续为您办理；不会重复取号，请稍候。</translation>
    </message>
    <message>
        <source>Stop waiting and start again</source>
        <translation>不等了，重新开始</translation>
    </message>
</context>
<context>
    <name>Ticket</name>
    <message>
        <source>Your number</source>
        <translation>您的号码</translation>
    </message>
    <message>
        <source>You are next in line</source>
        <translation>前面没有人，即将叫到您</translation>
    </message>
    <message>
        <source>Ahead of you: %1</source>
        <translation>前面还有 %1 人</translation>
    </message>
    <message>
        <source>Appointment at %1</source>
        <translation>预约时间 %1</translation>
    </message>
</context>
<context>
    <name>PaperPart</name>
    <message>
        <source>Printing your ticket</source>
        <translation>正在打印小票</translation>
    </message>
    <message>
        <source>Please take your ticket</source>
        <translation>请取走您的小票</translation>
    </message>
    <message>
        <source>Did your ticket come out?</source>
        <translation>小票打印出来了吗？</translation>
    </message>
    <message>
        <source>The ticket could not be printed</source>
        <translation>小票没有打印出来</translation>
    </message>
    <message>
        <source>If none came out, please note your number.</source>
        <translation>如果没有出票，请记下您的号码。</translation>
    </message>
    <message>
        <source>Your number counts all the same. Please note it, or photograph the code. Staff have been told.</source>
        <translation>号码有效，请记下或拍下二维码。已通知工作人员。</translation>
    </message>
    <message>
        <source>Your number counts all the same. Please note it. Staff have been told.</source>
        <translation>号码有效，请记下。已通知工作人员。</translation>
    </message>
    <message>
        <source>Follow the queue on your phone</source>
        <translation>手机扫码，随时查看排队进度</translation>
    </message>
    <message>
        <source>Code for your phone: your place in the queue</source>
        <translation>手机查看排队进度的二维码</translation>
    </message>
    <message>
        <source>Try to print it again</source>
        <translation>再打印一次</translation>
    </message>
    <message>
        <source>I have noted my number</source>
        <translation>我已记下号码</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>AccessBar</name>
    <message>
        <source>Easy mode</source>
        <translation>长辈大字</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>语音朗读</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Lower screen</source>
        <translation>按钮下移</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>呼叫帮助</translation>
    </message>
    <message>
        <source>Staff called</source>
        <translation>已经呼叫</translation>
    </message>
</context>
<context>
    <name>AccessButton</name>
    <message>
        <source>%1: on</source>
        <translation>%1：已打开</translation>
    </message>
    <message>
        <source>%1: off</source>
        <translation>%1：未打开</translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>Your number</source>
        <translation>您的号码</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先</translation>
    </message>
    <message>
        <source>REPRINT</source>
        <translation>重打</translation>
    </message>
    <message>
        <source>The same number as before, not a new one</source>
        <translation>与先前的小票同一个号，不是新号</translation>
    </message>
    <message>
        <source>Your errands</source>
        <translation>办理事项</translation>
    </message>
    <message>
        <source>Ahead of you</source>
        <translation>前面等候</translation>
    </message>
    <message>
        <source>{n}</source>
        <translation>{n} 人</translation>
    </message>
    <message>
        <source>Expected wait</source>
        <translation>预计等候</translation>
    </message>
    <message>
        <source>{low}–{high} min</source>
        <translation>{low}–{high} 分钟</translation>
    </message>
    <message>
        <source>under {high} min</source>
        <translation>{high} 分钟内</translation>
    </message>
    <message>
        <source>Follow your place</source>
        <translation>扫码看进度</translation>
    </message>
    <message>
        <source>Scan with your phone: no need to watch the screen.</source>
        <translation>用手机随时查看前面还有几人，不必守在屏幕前。</translation>
    </message>
    <message>
        <source>Please bring</source>
        <translation>请带齐</translation>
    </message>
    <message>
        <source>If you miss your call</source>
        <translation>过号怎么办</translation>
    </message>
    <message>
        <source>Watch the screens and listen. If you missed it, take this slip to the service desk the same day: staff will put you back in the queue.</source>
        <translation>请留意屏幕和广播。没赶上叫号，请当天拿这张小票到服务台，工作人员会帮您重新排上。</translation>
    </message>
    <message>
        <source>Taken {at}, valid that day</source>
        <translation>{at} 取号，当天有效</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>办事请带齐</translation>
    </message>
    <message>
        <source>Nothing in particular; if in doubt, ask at the service desk.</source>
        <translation>无需另带材料；如有疑问，请到服务台咨询。</translation>
    </message>
    <message>
        <source>Printed {at}. This is not a queue number: please take one when you come.</source>
        <translation>{at} 打印。本单不是排队号，办理时请另行取号。</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>办事明白纸</translation>
    </message>
    <message>
        <source>Nothing more to do: your errand is finished.</source>
        <translation>事项已办结，无需再办其他手续。</translation>
    </message>
    <message>
        <source>Questions?</source>
        <translation>有疑问请联系</translation>
    </message>
    <message>
        <source>Telephone: {phone}</source>
        <translation>电话：{phone}</translation>
    </message>
    <message>
        <source>Your contact</source>
        <translation>联系卡</translation>
    </message>
    <message>
        <source>Your clerk</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>No. {counter}</source>
        <translation>{counter} 号</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Who received you stays responsible. Call, or show this card at the hall.</source>
        <translation>首问负责：由接待您的工作人员负责到底。有事请打电话，或持此卡到大厅。</translation>
    </message>
    <message>
        <source>Printed {at}</source>
        <translation>{at} 打印</translation>
    </message>
    <message>
        <source>Printed {at} at counter {counter}</source>
        <translation>{at} 在 {counter} 号窗口打印</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Find your errand</source>
        <translation>查找要办理的事项</translation>
    </message>
    <message>
        <source>Type its name or its initials</source>
        <translation>输入拼音或首字母</translation>
    </message>
    <message>
        <source>For example: MI or ILLNESS for major-illness registration</source>
        <translation>例如：医保大病登记，输入 YBDB 或 YIBAO</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters, or go back and choose from the list.</source>
        <translation>没有找到。请少输几个字母，或返回列表选择。</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
</context>
<context>
    <name>LetterKeys</name>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>DigitKeys</name>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>What to bring</source>
        <translation>需要带的材料</translation>
    </message>
    <message>
        <source>Do you have this with you?</source>
        <translation>这些材料您带齐了吗？</translation>
    </message>
    <message>
        <source>Printing your list</source>
        <translation>正在打印材料清单</translation>
    </message>
    <message>
        <source>Please take your list.</source>
        <translation>请取走材料清单。</translation>
    </message>
    <message>
        <source>Please take your list. If none came out, you can photograph this screen.</source>
        <translation>请取走清单。如果没有出纸，可以拍下屏幕。</translation>
    </message>
    <message>
        <source>The list could not be printed. You can photograph this screen.</source>
        <translation>清单没能打印出来，可以拍下屏幕。</translation>
    </message>
    <message>
        <source>No printing just now. You can photograph this screen.</source>
        <translation>暂时不能打印，可以拍下屏幕。</translation>
    </message>
    <message>
        <source>Print this list</source>
        <translation>打印这份清单</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续取号</translation>
    </message>
</context>
<context>
    <name>Appointment</name>
    <message>
        <source>Your appointment</source>
        <translation>预约签到</translation>
    </message>
    <message>
        <source>The last four digits of the phone number you gave when booking</source>
        <translation>请输入预约时所留手机号的后四位</translation>
    </message>
    <message>
        <source>Type the code of your appointment. Where there is a scanner, you can hold it there.</source>
        <translation>请输入预约码。如有扫码器，也可以扫预约二维码。</translation>
    </message>
    <message>
        <source>Appointment code</source>
        <translation>预约码</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>Look it up</source>
        <translation>查找预约</translation>
    </message>
</context>
<context>
    <name>Booking</name>
    <message>
        <source>You have checked in already</source>
        <translation>您已经签到了</translation>
    </message>
    <message>
        <source>Is this your appointment?</source>
        <translation>这是您的预约吗？</translation>
    </message>
    <message>
        <source>Today at</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Your number is %1.</source>
        <translation>您的号码是 %1。</translation>
    </message>
    <message>
        <source>You are early: you will be called around your time.</source>
        <translation>您来得比较早，会在预约时间前后叫到您。</translation>
    </message>
    <message>
        <source>Look for another</source>
        <translation>查找其他预约</translation>
    </message>
    <message>
        <source>No, not mine</source>
        <translation>不是我的</translation>
    </message>
    <message>
        <source>Show my number</source>
        <translation>显示我的号码</translation>
    </message>
    <message>
        <source>Yes, check me in</source>
        <translation>是的，签到取号</translation>
    </message>
</context>
<context>
    <name>ByWhat</name>
    <message>
        <source>By code</source>
        <translation>预约码</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>手机尾号</translation>
    </message>
</context>
</TS>
