import type { Dice } from './dice.ts';

const city = ['云泽', '青岚', '澄川', '望汀', '临渚', '白埠', '松陂', '沅桥'];
const month = ['1月', '3月', '4月', '5月', '6月', '8月', '9月', '10月', '11月', '12月'];

/** Headlines for side columns: everyday local news that has nothing to say about payment. */
export const headlines = [
  '城东菜场改造完成，百余摊位本周回迁',
  '老旧小区加装电梯补贴标准公布',
  '今年首场寒潮抵达，园林部门给行道树穿“棉衣”',
  '环湖步道夜跑人多，路灯提前一小时亮起',
  '两条公交线路调整走向，新增六个停靠站',
  '非遗剪纸走进小学课堂',
  '稻田里办起音乐会，村民当起了讲解员',
  '社区食堂推出老年半价窗口',
  '市图书馆延长暑期开放时间至二十一点',
  '全民健身日多个场馆免费开放',
  '水库除险加固工程通过验收',
  '春茶开采，首批明前茶今日上市',
  '青年夜校新增木工和烘焙两门课程',
  '高铁站东广场地下停车场启用',
  '河道清淤进入收尾阶段',
  '电动自行车集中充电点再增两百处',
  '志愿者为独居老人更换老化灶具软管',
  '初中学业水平考试成绩查询办法发布',
  '梨园文化节下周开锣',
  '二手书市集回归，周末连开两天',
  '市民热线上月办结率达九成八',
  '老字号糕点铺搬回原址',
  '湿地公园迎来数百只候鸟',
  '农机手抢抓晴天收晚稻',
  '人才公寓二期开始配租',
  '三条断头路年内打通',
  '夜间门诊试点扩大到八家医院',
  '村史馆里的一张旧船票',
  '校园足球联赛决出四强',
  '气象台发布大雾黄色预警',
];

const paragraphs: Record<string, readonly string[]> = {
  news: [
    '当天下午，记者来到现场看到，几名工作人员正在向过往居民发放资料，不少人停下脚步询问细节。',
    '“以前总觉得这种事离自己很远，听完才知道就在身边。”家住附近的陈女士说。',
    '据介绍，这项工作从年初启动，前后走访了四十多个村居，收集意见三百余条。',
    '相关负责人表示，下一步将把好的做法固定下来，形成长效机制，同时欢迎社会各界监督。',
    '截至发稿时，各项工作正在有序推进，后续进展本报将持续关注。',
    '记者从会上获悉，今年上半年全市同类事项的办理时间比去年同期缩短了近三分之一。',
    '在另一处点位，几位退休教师主动当起了宣传员，用方言编成顺口溜，听的人越围越多。',
    '业内人士认为，技术只能解决一部分问题，更要紧的是把规矩讲明白、把责任压下去。',
    '他说，自己做这一行十几年，见过的情形不少，能说清楚来龙去脉的却不多。',
    '采访快结束时，天色已暗，街口的小店陆续亮起了灯。',
  ],
  finance: [
    '从行业数据看，近两年线下交易笔数的增速放缓，但笔均金额有所回升，商户经营的韧性仍在。',
    '分析人士指出，监管重心已由准入转向持续合规，机构的内控投入占营收的比重逐年提高。',
    '年报显示，公司全年实现营业收入同比小幅下滑，扣除非经常性损益后的净利润则略有增长。',
    '多位受访者提到，费率市场化之后，单靠价格竞争难以为继，增值服务成为各家比拼的方向。',
    '值得注意的是，跨境业务的占比虽然不高，却贡献了超过两成的毛利。',
    '研究报告把风险归纳为政策、信用、技术三类，并分别给出了情景测算。',
    '央行公布的支付体系运行情况显示，银行卡人均持卡量与上季度基本持平。',
    '受此影响，板块指数早盘一度走低，午后在权重股带动下收复大部分失地。',
    '投资有风险，本文内容不构成任何买卖建议。',
  ],
  retail: [
    '对一家三十平方米的小店来说，最费时间的不是卖货，而是每天打烊后的对账。',
    '系统上线后，盘点从原来的通宵变成两个小时，店员也不用再靠记忆报价。',
    '会员储值、积分和优惠券都在同一个后台里，老板在手机上就能看到当天的毛利。',
    '仓库与门店共用一套商品资料，调拨单审核后库存自动增减。',
    '断网时前台照常开单，恢复后数据自动补传，不丢单也不重复。',
    '促销规则支持按时段、按会员等级、按单品组合设置，冲突时以顾客受益较多的一条为准。',
    '打印小票的版式可以自由拖拽，抬头、二维码和店铺公告都能改。',
    '软件按年订购，含远程协助和版本升级，不限制收银台数量。',
  ],
  tech: [
    '接口统一使用 HTTPS，请求与响应均为 JSON，字符集为 UTF-8，时间采用东八区。',
    '为避免重复提交，调用方需要保证流水号在同一日内唯一，超时后先查询再重发。',
    '签名前先按字段名升序排列，空值不参与，拼接后用商户私钥做摘要。',
    '异步通知可能乱序到达，应以状态机判断能否更新，收到后返回 success，否则会按退避间隔重推。',
    '沙箱环境不产生真实资金流动，数据每周日凌晨清空。',
    '升级到新版后，旧字段会再保留两个小版本，届时编译器会给出弃用提示。',
    '欢迎提交问题与合并请求，请先阅读贡献指南并运行全部测试。',
    '性能测试在四核八线程的机器上进行，单实例每秒可处理约一千二百笔请求。',
  ],
  law: [
    '本院认为，依法成立的合同对当事人具有法律约束力，双方均应当按照约定全面履行自己的义务。',
    '经庭审质证，对双方无异议的证据，本院予以确认并在卷佐证。',
    '当事人对自己提出的诉讼请求所依据的事实，应当提供证据加以证明。',
    '上述事实，有当事人陈述、书证、电子数据及庭审笔录等在案为凭。',
    '如不服本判决，可在判决书送达之日起十五日内递交上诉状，并按对方当事人的人数提出副本。',
    '未按指定期间履行给付金钱义务的，应当加倍支付迟延履行期间的债务利息。',
  ],
  life: [
    '出门前把该带的东西列个单子，往往比临时翻找省事得多。',
    '工作人员提醒，高峰时段等候时间较长，尽量错峰前往。',
    '信息仅用于本次办理，逾期未用的资料将按规定删除。',
    '如有疑问，可在工作日上午八点半到下午五点半拨打咨询电话。',
    '请如实填写，提交后如需更改，须到窗口凭原件办理。',
    '老人和儿童可由家属代为填写，代办人应当留下自己的联系方式。',
    '系统每晚零点至两点维护，期间暂停服务。',
    '提交成功后会收到短信回执，请注意查收。',
  ],
  en: [
    'We started with two registers and a shoebox of receipts, and for a while that was enough.',
    'The report breaks sales down by hour, by shelf and by member of staff, which is more than most small shops ever look at.',
    'Inventory counts update as soon as the order is paid, and the low-stock list is e-mailed every morning.',
    'You can cancel at any time from the settings page; we keep your data for ninety days in case you change your mind.',
    'Our support team answers within one working day and speaks five languages.',
    'Most of the work went into the boring parts: rounding, refunds, and what happens when the network drops in the middle of a sale.',
    'Nothing in this post is financial advice, and nobody paid us to write it.',
    'Pull requests are welcome; please open an issue first for anything larger than a typo.',
  ],
  hant: [
    '記者走訪多家商圈發現，店家對新制的看法並不一致，年輕老闆多半樂觀，傳統攤商則仍在觀望。',
    '業者表示，導入後每日結帳時間平均縮短二十分鐘，員工也較不容易算錯。',
    '主管機關提醒，民眾若接獲可疑來電，應先掛斷再撥打反詐騙專線查證。',
    '該校學務處指出，相關資料僅供審查使用，作業結束後將依規定銷毀。',
    '市場人士認為，手續費仍是小店家最在意的一環，補貼退場後是否續用有待觀察。',
    '主辦單位說，今年報名人數創下新高，現場將增設兩處服務台。',
  ],
};

const remarks = [
  '写得很实在，收藏了。',
  '我妈上个月也遇到过，幸好没信。',
  '楼上说得对，多问一句不吃亏。',
  '请问这个对个体户也适用吗？',
  '已转发到家庭群。',
  '字有点小，手机上看着费劲。',
  '沙发！',
  '感谢分享，学到了。',
  '去年就是这样办的，三天就好了。',
  '能不能出一期讲讲发票的？',
  '图挂了，楼主补一下。',
  '顶一个。',
  '说的都是大白话，好懂。',
  '建议置顶。',
  '这事我有发言权，在窗口干了八年。',
];
const nicks = [
  '沅桥老王',
  '风吹麦浪',
  '一只闲鱼',
  'u_38271',
  '小满同学',
  '夜航船',
  '阿岚姐',
  '三分糖',
  '隔壁老李',
  '青衫客',
  '麦兜妈妈',
  'guest_0917',
];

function drawRemarks(count: number, dice: Dice): string {
  const items = Array.from(
    { length: count },
    (_, i) =>
      `<li class="comment" id="cmt${i + 1}"><div class="who"><b>${dice.pick(nicks)}</b> <span class="time">${dice.int(2019, 2026)}-${dice.pick(['03', '06', '09', '11'])}-${dice.int(10, 28)} ${dice.int(10, 23)}:${dice.int(10, 59)}</span></div><div class="say">${dice.pick(remarks)}</div><div class="act"><a href="#">回复</a> <a href="#">赞(${dice.int(0, 60)})</a></div></li>`,
  );
  return `<div class="comments"><h4>网友评论</h4><ul>${items.join('')}</ul></div>`;
}

function drawRelated(count: number, dice: Dice): string {
  return `<div class="related"><h4>相关阅读</h4><ul>${dice
    .some(headlines, count)
    .map(
      (line) =>
        `<li><a href="/a/${dice.int(10000, 99999)}.html">${dice.pick(city)}：${line}</a><span>${dice.pick(month)}${dice.int(1, 28)}日</span></li>`,
    )
    .join('')}</ul></div>`;
}

/** `news 6`: six paragraphs of that sort; `comments 4`, `related 8`: what hangs below an article. */
export function fill(order: string, dice: Dice): string {
  const [sort = '', amount = '3'] = order.split(' ');
  if (sort === 'comments') return drawRemarks(Number(amount), dice);
  if (sort === 'related') return drawRelated(Number(amount), dice);
  const pool = paragraphs[sort];
  if (!pool) throw new Error(`no filler ${sort}`);
  return Array.from(
    { length: Number(amount) },
    () => `<p>${dice.some(pool, sort === 'en' ? 3 : dice.int(2, 3)).join(sort === 'en' ? ' ' : '')}</p>`,
  ).join('\n');
}
