/** The office's own code tables: what is seen, how it is verified, why something is refused. */
import { table } from './table.ts';

/** Papers are seen, not kept: a copy is the exception. */
export const evidence = table(
  ['id_card', '居民身份证', 'Identity card'],
  ['household_book', '户口簿', 'Household book'],
  ['marriage_certificate', '结婚证', 'Marriage certificate'],
  ['divorce_certificate', '离婚证或离婚判决', 'Divorce certificate or judgment'],
  ['death_certificate', '死亡证明', 'Death certificate'],
  ['residence_proof', '居住证明', 'Proof of residence'],
  ['account_proof', '账户证明', 'Proof of account'],
  ['authorisation', '委托书', 'Authorisation'],
  ['signed_form', '本人签字的申请表', 'Form signed by the person'],
  ['declaration', '承诺书', 'Declaration'],
  ['consent', '单独同意书', 'Separate consent'],
  ['quota_document', '原指标凭证或档案摘录', 'Original quota document or archive extract'],
  ['village_minutes', '村级评议记录', 'Minutes of the village panel'],
  ['visit_record', '入户核实记录', 'Record of a home visit'],
  ['department_record', '部门比对结果', 'Match with a department’s record'],
  ['written_statement', '书面说明', 'Written statement'],
  ['decision', '决定书或判决书', 'Decision or judgment'],
  ['bank_return', '银行回执', 'Bank return'],
  ['other', '其他材料', 'Other paper'],
);

/** `sampled` is legal only after the sample of the batch was checked; it never counts as a visit. */
export const verifyMethod = table(
  ['visit', '入户', 'Home visit'],
  ['phone', '电话', 'Telephone'],
  ['papers', '证件核对', 'Papers checked'],
  ['match', '部门比对', 'Match with a department'],
  ['self', '本人申报', 'Declared by the person'],
  ['sampled', '抽样确认', 'Confirmed by sample'],
);

export const reason = table(
  ['R01', '材料不全', 'Papers incomplete'],
  ['R02', '信息不一致', 'Data do not agree'],
  ['R03', '身份证校验不通过', 'Identity number fails the check'],
  ['R04', '户籍/居住不符', 'Household or residence does not match'],
  ['R05', '不在项目有效期', 'Outside the programme’s validity'],
  ['R06', '重复申报', 'Filed twice'],
  ['R07', '账户信息有误', 'Account details wrong'],
  ['R08', '公示异议成立', 'Objection to the notice upheld'],
  ['R09', '无表彰批准依据', 'No approval for a commendation'],
  ['R10', '超出受理范围', 'Outside what the office may accept'],
  ['R99', '其他(须说明)', 'Other (explain)'],
);

/** The only things an objection may be about. */
export const objection = table(
  ['not_eligible', '不符合条件', 'Conditions not met'],
  ['duplicate', '重复', 'Duplicate'],
  ['identity', '身份不实', 'Identity not true'],
  ['procedure', '程序', 'Procedure'],
);

export const accountType = table(
  ['social_security_card', '社保卡', 'Social-security card'],
  ['one_card', '一卡通', 'One-card passbook'],
  ['bank_card', '银行卡', 'Bank card'],
);

/** A refusal has no effect on any benefit or on the family. */
export const unable = table(
  ['moved', '已搬离', 'Moved away'],
  ['refused', '本人不愿核实', 'Declined by the person'],
  ['no_contact', '三次联系未果', 'No contact after three tries'],
  ['deceased', '已去世', 'Deceased'],
);

/** 个人信息保护法 Art. 47: when personal information must be erased. */
export const erasureGround = table(
  ['purpose_met', '处理目的已实现、无法实现或者不再必要', 'The purpose is met, cannot be met, or needs it no more'],
  ['term_over', '停止提供服务，或者保存期限已届满', 'The service has ended, or the term of keeping is over'],
  ['consent_withdrawn', '本人撤回同意', 'The person has withdrawn consent'],
  ['unlawful', '违反法律法规或者约定处理', 'Handled against the law or an agreement'],
  ['other_law', '法律、行政法规规定的其他情形', 'Another case named by law'],
);

/** 个人信息保护法 Arts. 47, 50: why erasure is refused. */
export const erasureRefusal = table(
  ['kept_by_law', '法律、行政法规规定的保存期限未届满', 'A law keeps it longer'],
  ['under_way', '尚有未办结的事项需要使用', 'A case under way still needs it'],
  ['no_ground', '不属于应当删除的情形', 'No ground of the law applies'],
  ['not_identified', '请求人身份或者代理权限未能确认', 'Who asks, or for whom, could not be confirmed'],
);
