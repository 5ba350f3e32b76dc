/** A seeded source of numbers in [0, 1): the same seed gives the same page again. */
export type Dice = (() => number) & { quiet?: boolean };

/** Promises a repeatable dice for one page id. */
export function diceFor(id: string): Dice {
  let state = 2166136261;
  for (const char of id) state = Math.imul(state ^ char.charCodeAt(0), 16777619) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Picks one entry. */
export function pick<T>(dice: Dice, list: readonly T[]): T {
  return list[Math.floor(dice() * list.length)] as T;
}

/** Picks `count` different entries (or all there are). */
export function pickSome<T>(dice: Dice, list: readonly T[], count: number): T[] {
  const rest = [...list];
  const taken: T[] = [];
  while (taken.length < count && rest.length > 0) taken.push(...rest.splice(Math.floor(dice() * rest.length), 1));
  return taken;
}

const subjects = [
  '开早餐铺的老周',
  '菜市场里卖水产的摊主',
  '县城一家母婴店',
  '装修队的工头',
  '做批发的小两口',
  '社区水果店',
  '汽修厂老板',
  '美甲店的店长',
  '夜市烧烤摊',
  '五金建材门市',
  '镇上的药房',
  '做民宿的年轻人',
];
const times = ['去年冬天', '上个月', '年后刚开工', '国庆前后', '一到周末', '换了门面之后', '从三月份起', '这两年'];
const actions = [
  '把现金抽屉换成了扫码加刷卡的一体设备',
  '开始每天晚上对着流水核账',
  '发现同样的客流到账时间差了一天',
  '把两台旧机器并成了一台',
  '给收银台拉了一条单独的网线',
  '专门腾出一个账户收货款',
  '让店员每班交接时打印汇总单',
  '算了一笔手续费的细账',
];
const lessons = [
  '省下来的是时间，不是那几块钱。',
  '账清楚了，家里人吵架都少了。',
  '真正要紧的是小票留底，半年内别扔。',
  '设备好不好，下雨天停电那次就看出来了。',
  '别人说的再好听，也要看结算单上的数字。',
  '到账慢一天，进货就要垫一天的钱。',
  '合同里的小字比海报上的大字有用。',
  '问清楚每一项收费，再决定签不签字。',
];
const facts = [
  '标准类商户刷信用卡，成本里包含发卡行服务费、网络服务费和收单方的服务费三块，缺一块都不是完整的价格。',
  '借记卡的手续费有封顶，大额货款走借记卡往往更划算，这一点很多店主直到对账时才注意到。',
  '扫码和刷卡是两套价格，谈费率的时候要分开问，不要只听一个最低的数字。',
  '终端的序列号与商户一一对应，换了门店地址需要重新登记，否则交易可能被拦截。',
  '结算周期常见的有次日到账和当日到账，法定节假日顺延，旺季之前先问好，免得周转不开。',
  '小票上的商户名称应当和门头一致，如果打出来的是外省的超市，就要警惕。',
  '电池、打印头和读卡口是终端最容易坏的三处，平时用软布擦一擦能用得更久。',
  '流量卡通常一年一续，续费前要确认扣款名目，不明不白的扣款可以要求说明。',
  '个体户和小微商户的单日限额不同，做大件生意的要提前问限额，免得客人站在柜台前干等。',
  '退货要走原路退回，不要用现金退刷卡的钱，否则两边都说不清。',
  '给店员的操作权限要分级，撤销和退货最好由店长来做。',
  '对账单建议按月导出存档，报税和贷款的时候都用得上。',
  '网络不好的门店可以选带双卡的设备，或者备一个离线的收款码。',
  '签约之前看一看协议里关于解约和设备归属的条款，机器是送的还是租的差别很大。',
  '信号弱的时候不要连续重试，先查一下上一笔有没有成功，避免重复扣款。',
  '打印纸的规格各家不同，五十七毫米和八十毫米不能混用。',
];
const asides = [
  '当然，各地情况不一样，仅供参考。',
  '这件事说起来简单，做起来要耐心。',
  '身边的同行大多也是这么做的。',
  '有不同看法的朋友可以在下面留言。',
  '以上数字来自本店自己的记录。',
  '篇幅有限，下次再细说。',
  '如果你刚开店，建议收藏。',
];
const headings = [
  '先把账算明白',
  '设备怎么选',
  '到账时间的那些事',
  '常见的几个误会',
  '老店主的经验',
  '日常保养',
  '签字前看一眼',
  '网络与打印',
  '对账的小习惯',
  '节假日怎么安排',
  '换门面以后',
  '关于手续费的组成',
];
const titles = [
  '小店收银台怎么摆更顺手',
  '二维码贴在哪里客人最方便',
  '一张小票里藏着的信息',
  '做批发为什么离不开对账',
  '电签机和大机器到底差在哪',
  '手续费从哪里来到哪里去',
  '打印机卡纸的三种处理办法',
  '夜市收款的四个细节',
  '流量卡到期了怎么办',
  '借记卡封顶是什么意思',
  '节假日到账时间说明',
  '扫码枪和扫码盒的区别',
  '门店搬家要改哪些信息',
  '新手店主第一周该学什么',
  '终端死机先别急着拔电',
  '交接班对账表怎么做',
  '餐饮行业的结算特点',
  '建材门市的大额收款',
  '什么是次日到账',
  '如何看懂结算单',
  '收款提示音太小怎么调',
  '连锁门店怎样统一管理',
  '小程序点餐与收银',
  '会员储值要注意什么',
  '备用机要不要准备一台',
  '外卖单与堂食单分开记',
  '现金、刷卡、扫码的比例变化',
  '终端充不进电的原因',
];
/** Small talk with no word of the trade in it, for pages whose only trade words are disguised. */
const quietSentences = [
  '立春一过，河堤上的柳条先软下来，钓鱼的人也多了。',
  '菜场东门换了新的遮雨棚，下大雨不用再绕路。',
  '孩子们放学以后爱在广场上放风筝，线总是缠在一起。',
  '今年的橘子比去年甜，摊主说是因为秋天雨水少。',
  '老街的石板路正在翻修，晚上走路要看着脚下。',
  '图书室周六开到晚上九点，靠窗的位置要早点去占。',
  '阳台上种薄荷，浇水不要太勤，三天一次就够。',
  '社区组织包粽子，糯米和粽叶都是邻居自己带来的。',
  '早上五点半的公交车最空，可以一路坐到终点看日出。',
  '腌萝卜要选带缨子的，晒到半干再放盐。',
  '隔壁巷子的猫生了四只小猫，已经有人预定了两只。',
  '夜里降温，出门记得带一件外套。',
];
const quietTitles = [
  '阳台种菜入门',
  '周末去哪里看花',
  '老街石板路翻修记',
  '腌萝卜的三个诀窍',
  '社区包粽子活动照片',
  '河堤钓鱼小记',
  '薄荷的养法',
  '图书室开放时间',
  '今年的橘子',
  '看日出的路线',
  '猫咪领养',
  '秋天的菜谱',
  '雨棚换新',
];
const quietRemarks = ['照片真好看。', '我家的薄荷又死了。', '周六一起去呀', '收藏了', '猫还有吗？', '写得好', '今天风真大'];
const people = [
  '南风',
  '阿梅',
  '建材老李',
  '晴天小铺',
  '五金王',
  '鱼档阿强',
  '小满',
  '大刘汽修',
  '蓝莓',
  '一树',
  '江边客',
  '甜甜妈',
  '老陈',
  '守店人',
  '平安是福',
  '夜宵摊主',
  '风里雨里',
  '四季',
];
const remarks = [
  '写得挺细，收藏了。',
  '我们这边到账要第二天中午，正常吗？',
  '打印纸在哪里买比较便宜？',
  '求一个对账表格模板。',
  '用了半年，没什么大问题，就是电池不太行。',
  '刚开店，什么都不懂，谢谢分享。',
  '楼上的，打机器背面的电话问问。',
  '限额能不能提？',
  '请问电签的能打小票吗',
  '沙发',
  '有没有带扫码的',
  '流量费怎么又扣了一次？',
  '朋友介绍来的，先看看。',
  '我家那台用了四年还好好的。',
  '讲得实在。',
  '下次能不能讲讲退货',
  '顶一个',
  '到底哪种适合小超市？',
  '收到，谢谢',
  '已经在用了，信号有时候差点。',
];
const cities = [
  '石家庄',
  '唐山',
  '太原',
  '沈阳',
  '大连',
  '长春',
  '哈尔滨',
  '南京',
  '无锡',
  '徐州',
  '苏州',
  '杭州',
  '宁波',
  '温州',
  '合肥',
  '福州',
  '泉州',
  '南昌',
  '济南',
  '青岛',
  '郑州',
  '洛阳',
  '武汉',
  '长沙',
  '广州',
  '佛山',
  '东莞',
  '南宁',
  '海口',
  '成都',
  '贵阳',
  '昆明',
  '西安',
  '兰州',
  '西宁',
  '银川',
  '乌鲁木齐',
];

/** One paragraph of harmless shop talk. */
export function paragraph(dice: Dice): string {
  if (dice.quiet) return pickSome(dice, quietSentences, 3).join('');
  const story = `${pick(dice, times)}，${pick(dice, subjects)}${pick(dice, actions)}，${pick(dice, lessons)}`;
  return pickSome(dice, [story, pick(dice, facts), pick(dice, facts), pick(dice, asides)], 2 + Math.floor(dice() * 3)).join('');
}

/** An article of `count` paragraphs, every few with a heading. */
export function article(dice: Dice, count: number): string {
  const heads = pickSome(dice, dice.quiet ? quietTitles : headings, headings.length);
  let html = '';
  for (let at = 0; at < count; at++) {
    if (at % 4 === 1) html += `<h3>${heads[(at >> 2) % heads.length]}</h3>\n`;
    html += `<p>${paragraph(dice)}</p>\n`;
  }
  return html;
}

/** Titles of other articles, as list items. */
export function related(dice: Dice, count: number): string {
  return pickSome(dice, dice.quiet ? quietTitles : titles, count)
    .map((title) => `<li><a href="/a/${1000 + Math.floor(dice() * 9000)}.html">${title}</a><span class="date">${day(dice)}</span></li>`)
    .join('\n');
}

/** Readers' comments. */
export function comments(dice: Dice, count: number): string {
  let html = '';
  for (let at = 0; at < count; at++)
    html += `<div class="cmt"><b>${pick(dice, people)}</b> <em>${day(dice)}</em><p>${pick(dice, dice.quiet ? quietRemarks : remarks)}</p></div>\n`;
  return html;
}

/** A row of city links, as agents' sites carry them. */
export function cityLinks(dice: Dice, count: number): string {
  return pickSome(dice, cities, count)
    .map((city) => `<a href="/city/${Math.floor(dice() * 900)}">${city}</a>`)
    .join(' ');
}

/** An invented date. */
export function day(dice: Dice): string {
  return `20${16 + Math.floor(dice() * 11)}-${String(1 + Math.floor(dice() * 12)).padStart(2, '0')}-${String(1 + Math.floor(dice() * 28)).padStart(2, '0')}`;
}
