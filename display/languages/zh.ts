<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
<context>
    <name>Words</name>
    <message><source>Counter {counter}</source><translation>{counter} 号窗口</translation></message>
    <message><source>Please go to counter {counter}</source><translation>请到 {counter} 号窗口</translation></message>
    <message><source>Now calling</source><translation>正在叫号</translation></message>
    <message><source>Last call</source><translation>上次叫号</translation></message>
    <message><source>Please wait for your number</source><translation>请等候叫号</translation></message>
    <message><source>Counter</source><translation>窗口</translation></message>
    <message><source>Recent calls</source><translation>最近叫号</translation></message>
    <message><source>Missed numbers</source><translation>过号</translation></message>
    <message><source>Please ask our staff</source><translation>请联系工作人员</translation></message>
    <message><source>Waiting</source><translation>等候人数</translation></message>
    <message><source>Served today</source><translation>今日已办</translation></message>
    <message><source>Green counters {counters}: short business goes first now</source><translation>绿色窗口 {counters} 号：现在优先办理短时业务</translation></message>
    <message><source>The hall closes at {time}, in {minutes} min</source><translation>大厅 {time} 结束办公，还有 {minutes} 分钟</translation></message>
    <message><source>The hall is closed; those with a number are still served</source><translation>大厅已停止取号，已取号的请继续等候办理</translation></message>
    <message><source>The hall is closed</source><translation>大厅现在不办公</translation></message>
    <message><source>Please come back during opening hours.</source><translation>请在办公时间再来。</translation></message>
    <message><source>It opens again at {time}.</source><translation>{time} 恢复办公。</translation></message>
    <message><source>It opens again tomorrow at {time}.</source><translation>明天 {time} 恢复办公。</translation></message>
    <message><source>It opens again at {time} on {weekday}, {day} {month}.</source><translation>{month}{day}日（{weekday}）{time} 恢复办公。</translation></message>
    <message><source>Area {zone}</source><translation>{zone} 区</translation></message>
    <message><source>Free</source><translation>空闲</translation></message>
    <message><source>Paused</source><translation>暂停</translation></message>
    <message><source>Closed</source><translation>关闭</translation></message>
    <message><source>Please come</source><translation>请到本窗口</translation></message>
    <message><source>Being served</source><translation>正在办理</translation></message>
    <message><source>Counter {counter} open</source><translation>{counter} 号窗口 等候叫号</translation></message>
    <message><source>Counter {counter} closed</source><translation>{counter} 号窗口 未开放</translation></message>
    <message><source>Counter {counter} paused</source><translation>{counter} 号窗口 暂停</translation></message>
    <message><source>{what}: {why}</source><translation>{what}：{why}</translation></message>
    <message><source>No connection, please wait</source><translation>系统连接中断 请稍候</translation></message>
    <message><source>Connecting to the hall</source><translation>正在连接大厅系统……</translation></message>
    <message><source>No connection since {since}; the numbers here may be out of date</source><translation>{since} 起与大厅系统失去联系，号码可能已经变化</translation></message>
    <message><source>The times shown are not right just now; numbers are called as always</source><translation>屏幕上的时间暂时不准，叫号照常进行</translation></message>
    <message><source>No numbers can be given or called just now; yours stays good. Please wait</source><translation>暂时不能取号和叫号，已取的号码仍然有效，请稍候</translation></message>
    <message><source>Staff: another machine goes by this screen's name; please stop one of the two</source><translation>请工作人员注意：另一台机器也在用本屏的名称，请停用其中一台</translation></message>
    <message><source>Staff: this screen is no longer in the hall file; please tell whoever looks after the hall</source><translation>请工作人员注意：大厅配置中已没有本屏，请联系管理员</translation></message>
    <message><source>Not in the hall file</source><translation>大厅配置中已无此屏</translation></message>
    <message><source>{weekday}, {day} {month}</source><translation>{month}{day}日 {weekday}</translation></message>
    <message><source>Monday Tuesday Wednesday Thursday Friday Saturday Sunday</source><translation>星期一 星期二 星期三 星期四 星期五 星期六 星期日</translation></message>
    <message><source>January February March April May June July August September October November December</source><translation>1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月</translation></message>
</context>
</TS>
