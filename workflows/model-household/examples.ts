/** One filled-in form for every way a nomination can go. */
import type { Workflow } from '../kit/workflow.ts';
import { exampleNotice } from '../office/gathered.ts';
import { dayOf } from '../office/working-days.ts';
import { NOTICES } from './notices.ts';
import { isOpen, schemes } from './schemes/index.ts';

/** Two hundred characters and more about nobody. */
export const sampleStory = [
  '该家庭常年照料邻里独居老人，每周帮助买菜、打扫，逢年过节接到家中团聚。',
  '家中藏书丰富，坚持每晚一起读书，周末把书借给邻居，带动楼栋办起了小小图书角。',
  '家庭成员积极参加村里的环境整治和义务巡逻，遇到邻里矛盾主动上门劝和，从不背后议论。',
  '长辈身体不便，全家轮流陪护，言传身教；年轻一代勤劳工作，诚实守信，按时履行各项约定。',
  '大家遇事共同商量，互相体谅，多年来家庭和睦，邻居们都愿意与他们来往。',
  '在去年汛期，他们腾出自家的储藏间存放防汛物资，并为值守人员送去热水和饭菜。',
].join('');
export const sampleSummary = '热心照料邻里独居老人，坚持全家读书，积极参加公益活动，家庭和睦，邻里称赞。';

export const sampleFacts = [{ fact: '常年照料邻里独居老人', heardFrom: 'neighbours', holds: 'true' }, { fact: '带动楼栋办起图书角', heardFrom: 'village', holds: 'true' }];

export const examples: Workflow['examples'] = (world) => {
  const { at, free } = world;
  const today = dayOf(at);
  const scheme = (schemes.find((one) => isOpen(one, today)) ?? schemes[0])?.id;
  const household = free.households[0]?.id ?? 'h000001';
  const scores = { harmony: 18, upbringing: 17, elders: 18, neighbours: 17, honesty: 9, opinion: 9 };
  const low = { harmony: 10, upbringing: 10, elders: 10, neighbours: 10, honesty: 5, opinion: 5 };
  const vote = { reference: '评议〔2026〕5号', heldOn: today, panel: 9, present: 8 };
  const ground = '经查阅材料、走访邻里，事实清楚。';
  const refusal = { reason: 'R10', ground, remedyTold: true };
  const reply = '已走访当事人及邻里三户，核查情况如上，特此答复。';
  const answers = [{ answer: '已补交同意书原件并核对。' }];
  return {
    open: { scheme, household, levelTarget: 'village', source: 'neighbours', categories: ['elders', 'neighbours'], members: [{ name: '安知远', relation: '02', consentReference: '同意书2026-031', signedOn: today }], allAdults: true },
    submit: { summary: sampleSummary, story: sampleStory, photos: [{ reference: '照片2026-031-1', portraitConsent: '肖像同意2026-031' }] },
    recordVote: [
      { minutes: { ...vote, yes: 7, no: 1, abstain: 0 }, villageOpinion: '同意推荐' },
      { minutes: { ...vote, yes: 3, no: 4, abstain: 1 }, villageOpinion: '同意票未过半，不予推荐' },
    ],
    draftNotice: { noticeText: `拟推荐家庭公示：安*家庭，类型：孝老爱亲、邻里互助。${sampleSummary}对公示有异议的，可在公示期内向村委会或镇办公室反映，可以匿名。` },
    release: { previewSeen: true },
    joinNotice: { notice: exampleNotice(world.cases(NOTICES, ['draft']), world, 'model-household') },
    leaveNotice: {},
    putUp: { noticePlace: '村务公开栏', noticePhone: '022-26990000', noticeDays: 5, releasedOn: today, postedOn: today, proven: true },
    postAnew: {},
    proveNotice: { noticePlace: '村务公开栏', postedOn: today },
    recordPosting: { sheet: { sheetNo: '公示2026-031', place: '村务公开栏', postedOn: today } },
    object: { subject: 'procedure', content: '评议会议未提前通知部分成员。', anonymous: true, receivedOn: today },
    judgeObjection: [{ finding: 'upheld', reply }, { finding: 'not_upheld', reply }],
    ruleObjection: [{ finding: 'upheld', reply }, { finding: 'not_upheld', reply }],
    pass: { visit: { visitedOn: today, persons: [{ name: '白若谷' }, { name: '安知远' }], findings: '两人入户，逐条核对事迹，均属实。' }, facts: sampleFacts, noOtherAward: true, townOpinion: '同意提交评审' },
    sendBack: { reason: 'R01', items: [{ item: '缺少一名成年成员的同意书' }] },
    resubmit: [{ answers }, { answers, story: `${sampleStory}补充说明：以上事迹均由邻里共同见证。` }],
    score: [{ scores, comment: '事迹真实，群众认可。' }, { scores: low, comment: '事迹较为一般。' }],
    substituteScore: [{ scores }, { scores: low }],
    rank: { rankReference: '评审〔2026〕6号' },
    recuse: { ground: '与该家庭一名成员为远亲。' },
    sign: [{ outcome: 'recommend', headOpinion: '同意推荐' }, { outcome: 'story', headOpinion: '作为典型案例宣传' }],
    reject: refusal,
    forward: { packReference: '报送2026-08' },
    confirm: { districtReference: '区复〔2026〕12号', districtOpinion: '同意表彰' },
    decline: { ground: '本年度表彰名额已满。' },
    appeal: { ground: '当事人认为评议票数统计有误。', signedOn: today },
    grantAppeal: { ground },
    refuseAppeal: refusal,
    withdrawConsent: { statement: [{ kind: 'written_statement', reference: '撤回同意2026-031', seenOn: today }], withdrawnOn: today },
    takeDown: { removedFrom: '村务公开栏、镇网站“我身边的家佳示范户”栏目。', downOn: today },
    withdraw: { statement: [{ kind: 'written_statement', reference: '撤回声明2026-031', seenOn: today }] },
    proposeRevocation: { revocationGround: 'false_facts', facts: '经核实，事迹中照料老人一节与事实不符。', heardOn: today, hearing: '家庭表示记述有误，同意撤销。' },
    confirmRevocation: { districtOpinion: '同意撤销' },
    declineRevocation: { ground: '现有材料不足以认定事迹不实。' },
  };
};
