/** What the page of a case says. */
import type { MessageTree } from '../i18n/tree.ts';

const page = {
  loading: { zh: '正在读取办件…', en: 'Loading the case…' },
  notRead: { zh: '没有读到办件', en: 'The case could not be read' },
  notFound: { zh: '没有这个办件，或它不在您的管辖范围内。', en: 'There is no such case, or it lies outside your units.' },
  noWorkflow: { zh: '没有这项业务。', en: 'There is no such process.' },
  number: { zh: '办件号 %{id}', en: 'Case %{id}' },
  print: { zh: '打印', en: 'Print' },
  printed: { zh: '打印时间：%{at}', en: 'Printed: %{at}' },
  opened: { zh: '%{at} 开办', en: 'Opened %{at}' },
  facts: { zh: '基本情况', en: 'At a glance' },
  erased: { zh: '%{on} 已删除：%{fields}；另有 %{rows} 条办理记录中的敏感内容，记录链仍可核验。', en: 'Erased on %{on}: %{fields}; and what was sensitive in %{rows} entries of logs, which can still be verified.' },
  nothing: { zh: '登记册中没有留存', en: 'nothing was left in the register' },
  done: { zh: '已办理“%{event}”。', en: 'Done: “%{event}”.' },
} satisfies MessageTree;

const actions = {
  actions: { zh: '可以办理的事项', en: 'What you can do' },
  noActions: { zh: '目前没有需要您办理的事项。', en: 'There is nothing for you to do at the moment.' },
  blocked: { zh: '暂不能办理', en: 'Not possible yet' },
  blockedNow: { zh: '暂不能办理“%{event}”：%{why}', en: '“%{event}” is not possible yet: %{why}' },
  next: { zh: '办理之后', en: 'What happens next' },
  nextEither: { zh: '按所填内容和本件情况，会是下列之一：', en: 'Depending on the form and the case, one of these:' },
} satisfies MessageTree;

const form = {
  required: { zh: '带 * 的必须填写', en: 'Fields marked * are required' },
  optionalGroup: { zh: '选填；如填写，带 * 的各项须填全。', en: 'Optional; where filled in, its fields marked * are all required.' },
  noFields: { zh: '无需填写，确认即可。', en: 'Nothing to fill in: just confirm.' },
  confirm: { zh: '确认“%{event}”', en: 'Confirm: %{event}' },
  sending: { zh: '正在提交…', en: 'Sending…' },
  cancel: { zh: '取消', en: 'Cancel' },
  keys: { zh: 'Ctrl+Enter 提交，Esc 关闭', en: 'Ctrl+Enter sends, Esc closes' },
  errors: { zh: '有 %{smart_count} 处需要更正：', en: '%{smart_count} entry needs correcting: |||| %{smart_count} entries need correcting:' },
  wholeForm: { zh: '整张表', en: 'The form' },
  row: { zh: '第 %{n} 行', en: 'Row %{n}' },
  addRow: { zh: '添加一行：%{label}', en: 'Add a row: %{label}' },
  removeRow: { zh: '删除第 %{n} 行', en: 'Remove row %{n}' },
  noRows: { zh: '还没有填写', en: 'None yet' },
  choose: { zh: '请选择', en: 'Please choose' },
  counter: { zh: '%{n}/%{max} 字', en: '%{n} of %{max} characters' },
  counted: { zh: '%{n} 字', en: '%{n} characters' },
  yuan: { zh: '元', en: 'yuan' },
  moneyWrong: { zh: '请填写金额（元），最多两位小数，如 3,400.00', en: 'Give an amount in yuan with at most two decimals, e.g. 3,400.00' },
  numberWrong: { zh: '请填写数字', en: 'Give a number' },
  search: { zh: '输入姓名或编号查找', en: 'Type a name or a number to search' },
  searching: { zh: '正在查找…', en: 'Searching…' },
  nothingFound: { zh: '没有找到', en: 'Nothing found' },
  searchFailed: { zh: '查找没有成功，请再试', en: 'The search failed: please try again' },
  clear: { zh: '清除', en: 'Clear' },
  showList: { zh: '展开', en: 'Show the list' },
  hideList: { zh: '收起', en: 'Hide the list' },
  retype: { zh: '原值 %{masked}（已脱敏），需要时请重新完整填写', en: 'Was %{masked} (masked): type it in full where it is needed' },
  leaveTitle: { zh: '放弃已填写的内容？', en: 'Discard what you typed?' },
  leaveText: { zh: '内容还没有提交，关闭后不会保留。', en: 'It has not been sent and will not be kept.' },
  leave: { zh: '放弃', en: 'Discard' },
  stay: { zh: '继续填写', en: 'Keep typing' },
  restored: { zh: '已恢复%{at}的草稿。', en: 'Your draft of %{at} is back.' },
  restoredOlder: { zh: '写这份草稿之后本件有了新进展，请核对后再提交。', en: 'The case has moved on since: please check it before you send.' },
  restoredLost: { zh: '下列号码不带回原文，请重新填写：%{fields}', en: 'These numbers do not come back and must be typed again: %{fields}' },
  startAnew: { zh: '放弃草稿', en: 'Discard' },
} satisfies MessageTree;

const refusals = {
  refused: { zh: '没有办成', en: 'Not done' },
  stale: { zh: '填写期间本件有了变化，内容未提交，已为您保留。', en: 'The case changed while you were typing. Nothing was sent; what you typed is kept.' },
  notOffered: { zh: '本件现在不能由您办理此事项，可能别人已经办过。所填内容仍保留在下面。', en: 'You cannot do this to the case now; somebody may have done it already. What you typed is kept below.' },
  kept: { zh: '按规定暂不能办理：', en: 'The rules keep this from being done:' },
  gone: { zh: '没有这个办件（或单位），或它不在您的管辖范围内。', en: 'There is no such case or unit, or it lies outside your units.' },
  forbidden: { zh: '您没有办理此事项的权限。', en: 'You may not do this.' },
  busy: { zh: '系统暂时没有回答，不能确定是否已办成。请再次提交：不会重复办理。', en: 'The system did not answer, so it is not known whether this was done. Please send again: it will not be done twice.' },
  busyAfter: { zh: '建议 %{smart_count} 秒后再试。', en: 'Try again in %{smart_count} second. |||| Try again in %{smart_count} seconds.' },
  offline: { zh: '网络不通，不能确定是否已办成。网络恢复后请再次提交：不会重复办理。', en: 'No connection, so it is not known whether this was done. Send again when it is back: it will not be done twice.' },
  reused: { zh: '您先前的提交其实已经办成，这次修改的内容没有提交。请关闭后查看本件。', en: 'Your earlier sending had gone through; the changed form was not sent. Please close this and look at the case.' },
  signedOut: { zh: '登录已失效，请重新登录。', en: 'Your session has ended: please sign in again.' },
  failed: { zh: '系统出错，没有办成，请稍后再试。', en: 'Something went wrong and nothing was done: please try again later.' },
  invalid: { zh: '有内容需要更正，请看标出的各项。', en: 'Some entries need correcting: see the marked fields.' },
} satisfies MessageTree;

const changed = {
  changedTitle: { zh: '本件刚有变化', en: 'The case has just changed' },
  changedBy: { zh: '您打开表单以后：', en: 'Since you opened the form:' },
  changedFields: { zh: '有变化的内容：', en: 'What is different:' },
  field: { zh: '项目', en: 'Field' },
  before: { zh: '原来', en: 'Before' },
  after: { zh: '现在', en: 'Now' },
  sendAgain: { zh: '按新情况再次提交', en: 'Send again on the new version' },
  backToForm: { zh: '返回修改', en: 'Back to the form' },
  notAnyMore: { zh: '按现在的情况，您已不能办理此事项。所填内容仍保留，可以复制。', en: 'As things stand you can no longer do this. What you typed is kept and can be copied.' },
  logFailed: { zh: '没有读到办理记录。', en: 'The log could not be read.' },
} satisfies MessageTree;

const sheet = {
  steps: { zh: '各环节所填内容', en: 'What was filled in, step by step' },
  calendar: { zh: '本期日程', en: 'Days of the month' },
  dayBehind: { zh: '已过', en: 'behind' },
  dayNext: { zh: '下一个', en: 'Next' },
  sample: { zh: '抽查样本', en: 'The town’s sample' },
  drawnFrom: { zh: '%{at} 由系统从 %{of} 条中随机抽取 %{n} 条（种子 %{seed}）', en: '%{n} of %{of} drawn at random by the office, %{at} (seed %{seed})' },
  lookedAt: { zh: '已核对 %{looked} 条，还剩 %{left} 条，有差错 %{wrong} 条', en: '%{looked} looked at, %{left} to go, %{wrong} wrong' },
  lookAtOne: { zh: '登记抽查结果：%{name}', en: 'Enter what the sample showed: %{name}' },
  notLooked: { zh: '待核对', en: 'to be looked at' },
  noSteps: { zh: '还没有填写过表单。', en: 'No form has been filled in yet.' },
  related: { zh: '相关', en: 'Related' },
  parent: { zh: '上级办件', en: 'Parent case' },
  children: { zh: '下级办件：%{title}（%{total}）', en: 'Cases below it: %{title} (%{total})' },
  countFailed: { zh: '没有读到数量', en: 'The counts could not be read' },
  subject: { zh: '登记册条目', en: 'Register entry' },
  timeline: { zh: '办理记录', en: 'What happened' },
  clockDue: { zh: '系统（到期）', en: 'System (due)' },
  clockFollows: { zh: '系统（随其他办件办理）', en: 'System (by another case)' },
  clockBorn: { zh: '系统（随上级办件建立）', en: 'System (opened with the parent case)' },
  behalf: { zh: '%{name}（代%{absent}）', en: '%{name} (for %{absent})' },
  moved: { zh: '%{from} → %{to}', en: '%{from} → %{to}' },
  stayed: { zh: '仍在 %{to}', en: 'still at %{to}' },
} satisfies MessageTree;

const picture = {
  picture: { zh: '流程图', en: 'Picture of the process' },
  showPicture: { zh: '显示流程图', en: 'Show the picture' },
  hidePicture: { zh: '收起流程图', en: 'Hide the picture' },
  pictureLoading: { zh: '正在画流程图…', en: 'Drawing…' },
  pictureFailed: { zh: '流程图没有画出来，请看下面的文字说明。', en: 'The picture could not be drawn: please read the text below.' },
  pictureHelp: { zh: '粗线为已走过的路，虚线为下一步可能的去向。用加减键缩放，方向键移动，0 键切换完整流程。', en: 'Thick lines are the way gone, broken ones may follow. + and − zoom, arrow keys move, 0 turns to the whole process and back.' },
  zoomIn: { zh: '放大', en: 'Zoom in' },
  zoomOut: { zh: '缩小', en: 'Zoom out' },
  showWhole: { zh: '看完整流程', en: 'Show the whole process' },
  showWay: { zh: '只看本件', en: 'Show this case only' },
  here: { zh: '● %{place}（现在在此）', en: '● %{place} (here now)' },
  wayGone: { zh: '已走过的路', en: 'The way gone' },
  mayFollow: { zh: '接下来可能', en: 'What may follow' },
  nothingFollows: { zh: '没有后续。', en: 'Nothing follows.' },
  stepGone: { zh: '%{event} → %{to}（%{at}）', en: '%{event} → %{to} (%{at})' },
  stepAhead: { zh: '%{event} → %{to}，之后待%{who}', en: '%{event} → %{to}, then for: %{who}' },
  stepAheadEnd: { zh: '%{event} → %{to}', en: '%{event} → %{to}' },
} satisfies MessageTree;

const opening = {
  open: { zh: '新建办件：%{title}', en: 'Open a case: %{title}' },
  forUnit: { zh: '为哪个单位办理', en: 'For which unit' },
  noUnit: { zh: '您没有可以开办此业务的单位。', en: 'You have no unit for which this process can be opened.' },
  bornOnly: { zh: '此业务由系统建立，不能手工新开。', en: 'Cases of this process are opened by the system, not by hand.' },
} satisfies MessageTree;

export const caseMessages = { case: { ...page, ...actions, ...form, ...refusals, ...changed, ...sheet, ...picture, ...opening } } satisfies MessageTree;
export type CaseWord = keyof typeof caseMessages.case;
