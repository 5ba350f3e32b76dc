/** Small talk around a page's own part: sentences by subject, drawn by a seed so that a rebuild gives the same page. */

const pools: Record<string, string> = {
  trade: `收银台上那台机器,一天里最忙的就是中午和晚上两个钟头。|打印出来的小票要分两联,客人一联,自己留一联,月底好对账。|信号不好的地方,建议把机器放在靠窗的位置,或者插上无线网卡。|电池用了一年以后续航会变短,充电底座要选原装的。|节假日银行系统繁忙,款项入账可能比平时晚一些。|顾客用手机扫一扫就能付钱,现金找零的麻烦少了很多。|同一张卡短时间内反复失败,就先停下来,别再试了。|门口贴的牌子要擦干净,反光会让镜头认不出来。|换班时收银员要签退,避免账算到别人头上。|挥一挥卡就能付款的小额交易,一般不用签名。|老客户喜欢用储值,新客户更愿意直接付。|遇到吞纸,先关机,再打开纸仓盖轻轻抽出来。|月底结算单可以导成表格,发给会计就行。|批发市场的档口,一天要对上百笔账。|做餐饮的最怕高峰期断网,备一张流量卡比较稳妥。|小票抬头要和招牌一致,客人看账单时才不会误会。|费用怎么收,签约之前就要一条条问明白。|外地卡和本地卡在使用上没有区别。`,
  life: `阳台上的薄荷又长高了一截,剪下来泡水正好。|周末去河边走了走,柳树已经发芽了。|楼下的早餐铺换了老板,豆浆还是原来的味道。|孩子的作业本用完了,顺路去文具店买了两本。|最近降温,出门记得多带一件外套。|老房子的门锁有点涩,滴几滴缝纫机油就好。|绿萝一周浇一次水,叶子黄了就剪掉。|邻居家的猫趴在窗台上晒太阳,一动不动。|买回来的青菜先泡十分钟,再冲两遍。|晚上八点以后小区广场很热闹。|书架最上层的灰尘,一年只擦两次。|旧报纸用来擦玻璃,比抹布还干净。|下雨天骑车要慢,井盖很滑。|外婆腌的萝卜干,配白粥能吃两碗。|搬家时纸箱外面写上房间名字,拆起来省事。|这条街的梧桐是六十年前种下的。|桥头修表的师傅今年七十了,手还很稳。|冬天晒被子要趁中午那两个钟头。`,
  news: `记者从会议上了解到,今年将继续推进便民服务设施建设。|市民反映的停车难问题,街道表示将于下月给出方案。|受冷空气影响,未来三天气温下降六到八度。|有关负责人介绍,下一步将加强部门之间的协作。|活动现场设置了咨询台,吸引了不少群众驻足。|据统计,上半年全市接待游客同比增长一成二。|专家提醒,遇到拿不准的情况应当先核实再行动。|该项目计划于明年三季度完工,届时将惠及周边三万居民。|社区民警走进商铺,逐户发放宣传册。|业内人士认为,行业正在从拼规模转向拼服务。|当天的讲座持续了近两个小时,现场座无虚席。|许先生告诉记者,自己当时并没有多想。|目前案件正在进一步办理中。|法院审理后认为,双方的约定应当以书面合同为准。|志愿者们冒雨把宣传单送到每一户门口。|这条新开通的公交线路串起了三所学校和一个市场。|本报将持续关注。|统计部门的数据显示,小微主体数量稳步上升。`,
  gov: `申请人应当对所提交材料的真实性负责。|材料不齐全的,工作人员应当一次性告知需要补正的全部内容。|办理时限自受理之日起计算,法定节假日顺延。|本事项不收取任何费用。|申请人可以自行到窗口领取结果,也可以选择邮寄送达。|委托他人办理的,应当提交授权委托书。|对处理结果有异议的,可以依法申请行政复议或者提起行政诉讼。|系统仅支持 jpg、png、pdf 格式,单个文件不超过 5M。|办公时间为工作日上午九点至十二点,下午一点半至五点。|自助终端位于一楼大厅东侧。|网上提交后,请保存受理编号以便查询进度。|本指南由主管科室负责解释。|如遇系统维护,请错峰办理。|老年人可由工作人员协助填写。|涉及个人隐私的信息,将按照有关规定严格保密。|请勿轻信代办广告,谨防上当受骗。`,
  tech: `升级之前请先备份数据库。|接口返回的时间均为东八区时间,格式为 yyyyMMddHHmmss。|如果出现超时,请按指数退避的方式重试,最多五次。|日志默认保留三十天,可以在配置文件里调整。|字符集统一为 UTF-8。|前端静态资源建议放到单独的域名下。|测试环境每晚两点重置,请不要保存重要数据。|新版本移除了对旧浏览器的支持。|签名之前要把参数按字典序排列,空值不参与。|同一个订单号重复提交会返回相同的结果。|性能测试在四核八 G 的机器上完成。|组件支持按需加载,体积大约减少四成。|文档右上角可以切换版本。|如果编译失败,请先确认依赖的版本号。|批量导入的模板可以在后台下载。|定时任务的表达式采用六段写法。`,
  shop: `下单后四十八小时内发货,偏远地区顺延。|收到商品请当面验收,破损请拍照联系店铺。|尺寸为手工测量,误差在一到两厘米属正常。|支持七天无理由,定制款除外。|两件以上自动合并包裹。|发票随货寄出,电子票发送到邮箱。|老顾客收藏店铺可领五元券。|图片为实拍,受光线影响颜色略有差异。|质保期内免费维修,来回运费各承担一半。|客服在线时间早九点到晚十点。|包装采用瓦楞纸盒,内衬珍珠棉。|同城可自提,请提前电话预约。|批量采购价格另议。|补差价请联系客服后再拍。|库存有限,先到先得。`,
  en: `Deliveries leave our warehouse every weekday before four in the afternoon.|You can change your preferences at any time from the account page.|Our team is spread across three time zones, so somebody is usually awake.|The report is exported as a spreadsheet and can be shared with your accountant.|Most customers finish the set-up in less than twenty minutes.|We keep the interface calm because busy people have enough noise already.|Seasonal staff need only the basics, and the basics fit on one card by the till.|A slow network is annoying, a lost order is worse, so everything is queued locally.|We publish a short note about every change we make.|The garden behind the office has two apple trees and a bench.|Read the small print together with somebody who has done it before.|If you are in doubt, ask the person who answers for the budget.|Paper rolls, cables and stands are sold separately.|The spring edition adds dark mode and a better search.`,
  hant: `門市營業時間為上午十點至晚上九點,農曆新年休息。|若有任何疑問,歡迎於上班時間來電洽詢。|本公司保留修改活動辦法之權利。|捷運二號出口步行約五分鐘即可抵達。|天氣轉涼,請注意保暖。|商品圖片僅供參考,以實物為準。|離島地區配送需多二至三個工作天。|請妥善保管收據,以利日後查詢。|巷口的豆花店開了三十年,冬天改賣花生湯。|老闆說,做生意最重要的是把帳算清楚。|連假期間客服回覆較慢,敬請見諒。|週末市集有三十多個攤位參加。|會員生日當月可享折扣一次。|使用前請詳閱說明書。`,
};

function makeDice(seed: string): () => number {
  let state = 2166136261;
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function wrapPassage(text: string, at: number): string {
  if (at % 5 === 4) return `<blockquote class="b${at}">${text}</blockquote>`;
  if (at % 7 === 6) return `<ul class="txt-list"><li>${text}</li></ul>`;
  return `<p data-p="${at}">${text}</p>`;
}

/** `count` passages on one subject; the same seed always draws the same ones. */
export function pickPassages(pool: string, count: number, seed: string): string {
  if (count === 0) return '';
  const sentences = (pools[pool] ?? '').split('|');
  if (sentences.length < 2) throw new Error(`no pool named ${pool}`);
  const roll = makeDice(seed);
  const passages = Array.from({ length: count }, (_, at) => {
    const shuffled = sentences.map((text) => ({ text, key: roll() })).sort((a, b) => a.key - b.key);
    const used = shuffled.slice(0, 3 + Math.floor(roll() * 4)).map(({ text }) => text);
    return wrapPassage(used.join(pool === 'en' ? ' ' : ''), at);
  });
  return `<div class="more-reading">\n${passages.join('\n')}\n</div>`;
}
