<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
<context>
    <name>Words</name>
    <message><source>Counter {counter}</source><translation>{counter} 号窗口</translation></message>
    <message><source>Help at {places}</source><translation>呼叫帮助：{places}</translation></message>
    <message><source>Closed</source><translation>未开</translation></message>
    <message><source>Idle</source><translation>空闲</translation></message>
    <message><source>Called, not here yet</source><translation>已呼叫，未到</translation></message>
    <message><source>Serving</source><translation>办理中</translation></message>
    <message><source>Paused</source><translation>暂停</translation></message>
    <message><source>Busy</source><translation>有人在办</translation></message>
    <message><source>Elderly</source><translation>老年人</translation></message>
    <message><source>Ill</source><translation>患病</translation></message>
    <message><source>Disabled</source><translation>残障人士</translation></message>
    <message><source>Pregnant</source><translation>孕妇</translation></message>
    <message><source>Military</source><translation>军人</translation></message>
    <message><source>With an infant</source><translation>抱婴</translation></message>
    <message><source>Sign language</source><translation>手语</translation></message>
    <message><source>Wheelchair</source><translation>轮椅</translation></message>
    <message><source>Interpreter</source><translation>翻译</translation></message>
    <message><source>Meant for this counter</source><translation>指定由本窗口办理</translation></message>
    <message><source>Has waited longer than the limit</source><translation>等候超时，优先呼叫</translation></message>
    <message><source>Priority goes first here</source><translation>优先窗口，优先人群先办</translation></message>
    <message><source>Quick errands first (green window)</source><translation>短时业务优先（绿色窗口）</translation></message>
    <message><source>Next in the order</source><translation>按顺序</translation></message>
    <message><source>Called by hand</source><translation>手动叫号</translation></message>
    <message><source>Nobody is waiting for this counter</source><translation>本窗口暂无人等候</translation></message>
    <message><source>Press Next to call</source><translation>按“下一位”呼叫</translation></message>
    <message><source>Press Open to begin</source><translation>按“开窗”开始</translation></message>
    <message><source>Waited under a minute</source><translation>等候不到 1 分钟</translation></message>
    <message><source>Waited {minutes} min</source><translation>等候 {minutes} 分钟</translation></message>
    <message><source>{minutes} min</source><translation>{minutes} 分钟</translation></message>
    <message><source>Call {call}</source><translation>第 {call} 次呼叫</translation></message>
    <message><source>For this counter</source><translation>指定本窗口</translation></message>
    <message><source>Overdue</source><translation>超时</translation></message>
    <message><source>Offline since {time} · only Lists opens</source><translation>自 {time} 起离线 · 恢复前只能查看名单</translation></message>
    <message><source>Times and waits are off: the hall's clock was put back · tell who looks after it</source><translation>大厅时钟被调回过，时间和等候时长暂时不准 · 请告知系统维护人员</translation></message>
    <message><source>Nothing can be saved just now · press again when this is gone</source><translation>暂时无法保存 · 待本提示消失后请再按一次</translation></message>
    <message><source>Not saved · press again when the notice above is gone</source><translation>未保存 · 待上方提示消失后请再按一次</translation></message>
    <message><source>This pad is no longer in the hall file · tell whoever looks after the hall</source><translation>大厅配置中已没有这台叫号器 · 请联系大厅管理员</translation></message>
    <message><source>The keypad is unplugged · this window goes on working</source><translation>按键叫号器已拔出或断电 · 可继续在本窗口操作</translation></message>
    <message><source>Another machine goes by this pad's name too · stop one of the two</source><translation>另一台机器也在用本叫号器的名称 · 请停用其中一台</translation></message>
    <message><source>Closes at {time}; nobody waits here</source><translation>{time} 结束办公，本窗口无人等候</translation></message>
    <message><source>Closes at {time}; {waiting} wait here</source><translation>{time} 结束办公，本窗口还有 {waiting} 人等候</translation></message>
    <message><source>The hall is closed; {waiting} still wait here</source><translation>大厅已结束办公，本窗口还有 {waiting} 人等候</translation></message>
    <message><source>Connecting to the hall</source><translation>正在连接大厅…</translation></message>
    <message><source>Waiting for the state of this counter</source><translation>正在等待本窗口的状态…</translation></message>
    <message><source>Without a name</source><translation>不登录，直接开窗</translation></message>
    <message><source>Serves none of this counter's errands</source><translation>不办本窗口的业务</translation></message>
    <message><source>Here last</source><translation>上次在此</translation></message>
    <message><source>Wrong PIN. Tries left: {left}</source><translation>密码错误，还可以试 {left} 次</translation></message>
    <message><source>Wrong too often. Type the PIN again in {seconds} s</source><translation>密码连续输错，请 {seconds} 秒后再输</translation></message>
    <message><source>Wait {seconds} s</source><translation>请等 {seconds} 秒</translation></message>
    <message><source>Type the PIN again now</source><translation>现在可以重新输入密码</translation></message>
    <message><source>Lunch break</source><translation>午休</translation></message>
    <message><source>Meeting</source><translation>会议</translation></message>
    <message><source>Back in 10 minutes</source><translation>10 分钟后回来</translation></message>
    <message><source>Sorting papers</source><translation>整理材料</translation></message>
    <message><source>System trouble</source><translation>系统故障</translation></message>
    <message><source>No answer – press again if nothing happens</source><translation>没有回应，如无变化请再按一次</translation></message>
    <message><source>Not sent: the hall is offline</source><translation>未发送：大厅已离线</translation></message>
    <message><source>{number} called again</source><translation>已再次呼叫 {number}</translation></message>
    <message><source>{number} did not come</source><translation>{number} 已记为过号</translation></message>
    <message><source>{number} is held here</source><translation>{number} 已在本窗口挂起</translation></message>
    <message><source>{number} handed on</source><translation>{number} 已转出</translation></message>
    <message><source>{number} waits for this counter again</source><translation>{number} 重新等候本窗口</translation></message>
    <message><source>{number} waits again</source><translation>{number} 已恢复排队</translation></message>
    <message><source>Follow-up sheet: what comes next</source><translation>明白纸：接下来怎么办</translation></message>
    <message><source>Contact card: your name and telephone</source><translation>联系卡：您的姓名和电话</translation></message>
    <message><source>Checklist: what to bring</source><translation>材料清单：需要带什么</translation></message>
    <message><source>Open with your name first</source><translation>请先署名开窗</translation></message>
    <message><source>It comes out at {kiosk}</source><translation>正在取号机 {kiosk} 上打印</translation></message>
    <message><source>No ticket machine can print now. Look after one.</source><translation>目前没有可用的取号机，请检查。</translation></message>
    <message><source>Nobody is signed in: close, and open with a name.</source><translation>本窗口未署名，请关窗后署名开窗。</translation></message>
    <message><source>Nobody has been here today: press Next first.</source><translation>今天本窗口还没有叫号，请先按“下一位”。</translation></message>
</context>
<context>
    <name>Refusal</name>
    <message><source>The hall's system did not understand this pad. Ask whoever looks after the hall.</source><translation>大厅系统不认识这台叫号器的请求，请联系大厅管理员。</translation></message>
    <message><source>Too long. Shorten the text and press again.</source><translation>内容太长，请缩短后再按。</translation></message>
    <message><source>This pad is no longer in the hall file. Ask whoever looks after the hall.</source><translation>大厅配置里已没有这台叫号器，请联系大厅管理员。</translation></message>
    <message><source>Not from this counter: another counter must do it, or ask the supervisor.</source><translation>本窗口无权操作，请由其他窗口处理，或联系主管。</translation></message>
    <message><source>The press came too late and did nothing. Press again.</source><translation>按键到达太晚，未生效，请再按一次。</translation></message>
    <message><source>That service is no longer in the hall file. Choose another.</source><translation>大厅已没有这项业务，请另选。</translation></message>
    <message><source>That counter is no longer in the hall file. Choose another.</source><translation>大厅已没有这个窗口，请另选。</translation></message>
    <message><source>No such number today. Compare it with the ticket and type it again.</source><translation>今天没有这个号，请核对号票后重新输入。</translation></message>
    <message><source>No such booking. Ask the resident to take a ticket.</source><translation>没有这个预约，请居民现场取号。</translation></message>
    <message><source>That clerk is not in the hall file. Sign in with another number.</source><translation>没有这位工作人员，请换一个工号登录。</translation></message>
    <message><source>The hall is closed now. Try again in opening hours.</source><translation>大厅现在未开放，请在开放时间再试。</translation></message>
    <message><source>No more tickets for that service today. Choose another service.</source><translation>该业务今天的号已满，请另选业务。</translation></message>
    <message><source>The counter is closed. Open it first, or choose another one.</source><translation>窗口未开，请先开窗或另选窗口。</translation></message>
    <message><source>The counter is paused. Press Resume first.</source><translation>窗口已暂停，请先按“恢复”。</translation></message>
    <message><source>There is still a number at the counter. Press Done, Hold or No-show first.</source><translation>窗口还有号未结束，请先按“办结”“挂起”或“过号”。</translation></message>
    <message><source>There is no number at the counter. Press Next first.</source><translation>窗口没有当前号，请先按“下一位”。</translation></message>
    <message><source>Not possible any more: things have changed. Look at the screen and choose again.</source><translation>情况已变化，无法执行，请看屏幕后重新选择。</translation></message>
    <message><source>Wrong PIN. Type it again; after five wrong ones there is a minute's wait.</source><translation>密码错误，请重新输入；连续错五次后须等一分钟。</translation></message>
    <message><source>This ticket has its rating already. Nothing to do.</source><translation>这个号已评价过，无需再评。</translation></message>
    <message><source>The hall's system is busy. Wait a moment and press again.</source><translation>大厅系统正忙，请稍候再按。</translation></message>
</context>
<context>
    <name>LinkMark</name>
    <message><source>Online</source><translation>在线</translation></message>
    <message><source>Offline</source><translation>离线</translation></message>
</context>
<context>
    <name>CurrentCard</name>
    <message><source>%1 (elsewhere)</source><translation>%1（其他窗口）</translation></message>
</context>
<context>
    <name>MessageLine</name>
    <message><source>Waiting for the answer</source><translation>正在等待回应</translation></message>
</context>
<context>
    <name>NextCard</name>
    <message><source>Next</source><translation>下一位</translation></message>
    <message><source>waiting</source><translation>人等候</translation></message>
</context>
<context>
    <name>ButtonGrid</name>
    <message><source>Recall</source><translation>重呼</translation></message>
    <message><source>Start</source><translation>开始</translation></message>
    <message><source>Done</source><translation>办结</translation></message>
    <message><source>No-show</source><translation>过号</translation></message>
    <message><source>Hold</source><translation>挂起</translation></message>
    <message><source>Transfer</source><translation>转移</translation></message>
    <message><source>Lists</source><translation>名单</translation></message>
    <message><source>Lists · %1</source><translation>名单 · %1</translation></message>
    <message><source>Pause</source><translation>暂停</translation></message>
    <message><source>Resume</source><translation>恢复</translation></message>
    <message><source>Close</source><translation>关窗</translation></message>
    <message><source>Open</source><translation>开窗</translation></message>
    <message><source>Next</source><translation>下一位</translation></message>
    <message><source>Space</source><translation>空格</translation></message>
</context>
<context>
    <name>Panel</name>
    <message><source>Back</source><translation>返回</translation></message>
</context>
<context>
    <name>SignInPanel</name>
    <message><source>Who opens the counter?</source><translation>谁来开窗？</translation></message>
    <message><source>%1: PIN</source><translation>%1：请输入密码</translation></message>
    <message><source>Characters typed: %1</source><translation>已输入 %1 位</translation></message>
</context>
<context>
    <name>KeyPad</name>
    <message><source>Delete</source><translation>删除</translation></message>
    <message><source>OK</source><translation>确定</translation></message>
</context>
<context>
    <name>TransferPanel</name>
    <message><source>Transfer %1 to:</source><translation>%1 转到：</translation></message>
    <message><source>Search a service: name, or first letters in pinyin</source><translation>搜索业务：名称或拼音首字母</translation></message>
    <message><source>No service by that name</source><translation>没有找到这项业务</translation></message>
</context>
<context>
    <name>PausePanel</name>
    <message><source>Pause this counter</source><translation>暂停本窗口</translation></message>
    <message><source>Other reason, in your own words</source><translation>其他原因，自己填写</translation></message>
    <message><source>Pause</source><translation>暂停</translation></message>
</context>
<context>
    <name>ListsPanel</name>
    <message><source>Nobody is waiting for this counter</source><translation>本窗口暂无人等候</translation></message>
    <message><source>Nothing is held here</source><translation>本窗口没有挂起的号</translation></message>
    <message><source>Nobody missed a call here</source><translation>本窗口没有过号</translation></message>
    <message><source>Touch a number to call it now</source><translation>点号码，立即呼叫</translation></message>
    <message><source>Touch a number: it waits here again</source><translation>点号码，重新等候本窗口</translation></message>
    <message><source>Touch a number to bring it back</source><translation>点号码，恢复排队</translation></message>
    <message><source>Only to look at: as it was before the pad went offline</source><translation>仅供查看：离线前的情况</translation></message>
    <message><source>Waiting %1</source><translation>等候 %1</translation></message>
    <message><source>Held %1</source><translation>挂起 %1</translation></message>
    <message><source>Missed %1</source><translation>过号 %1</translation></message>
    <message><source>Or type a number</source><translation>或输入号码</translation></message>
    <message><source>Call</source><translation>呼叫</translation></message>
    <message><source>Touch a paper for who is here</source><translation>点一项，为当前居民打印</translation></message>
    <message><source>Papers</source><translation>单据</translation></message>
</context>

<context>
    <name>Pads</name>
    <message><source>Keypads at {line} are unplugged; look at plug and power</source><translation>{line} 上的按键叫号器已拔出或断电，请检查插头和电源</translation></message>
    <message><source>Evaluator {address} is heard, but not set up</source><translation>收到 {address} 号评价器的信号，但尚未设置该评价器</translation></message>
    <message><source>Keypad {address} is not in the hall file</source><translation>{address} 号按键叫号器不在大厅文件中，请登记或改正地址</translation></message>
    <message><source>Two keypads go by address {address}; change one</source><translation>有两个按键叫号器使用同一地址 {address}，请改其中一个</translation></message>
    <message><source>Keypad {address} has a key that the key map lacks</source><translation>{address} 号按键叫号器有一个键不在键位表中，请补充键位表</translation></message>
    <message><source>Noise on {line}; look at cable, speed and termination</source><translation>{line} 上有干扰，请检查线缆、波特率和终端电阻</translation></message>
    <message><source>Presses of keypad {address} come too late; set its clock</source><translation>{address} 号按键叫号器的按键到得太迟，请校准其时钟</translation></message>
</context>
</TS>
