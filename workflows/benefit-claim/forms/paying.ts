/** What finance writes down: batch, bank, account, recovery. */
import { z } from 'zod';
import { field, form } from '../../kit/form.ts';
import { caseRef, day, evidenceOrFiles, lines, shortText, yuan } from '../../office/fields.ts';
import { accountFields } from './filing.ts';

const remark = () => lines({ zh: '说明', en: 'Remark' }, { max: 300 });
const bankReference = shortText({ zh: '银行流水号', en: 'Bank reference' }, { max: 60 });

export const batch = form({ batch: caseRef({ zh: '发放批次', en: 'Payment batch' }, 'payment-batch', ['draft'], { help: { zh: '选择尚在编制的批次', en: 'A batch that is still being drawn up' } }) });
export const unbatch = form({ remark: remark() });
export const bankOk = form({ bankReference, paidOn: day({ zh: '到账日期', en: 'Paid on' }) });
export const bankFail = form({
  cause: field(z.enum(['accountClosed', 'nameDiffers', 'numberWrong', 'other']), {
    label: { zh: '失败原因', en: 'Cause' }, input: 'choice',
    options: [
      { value: 'accountClosed', label: { zh: '账户已销户或冻结', en: 'Account closed or frozen' } },
      { value: 'nameDiffers', label: { zh: '户名不符', en: 'Name differs' } },
      { value: 'numberWrong', label: { zh: '账号有误', en: 'Number wrong' } },
      { value: 'other', label: { zh: '其他', en: 'Other' } },
    ],
  }),
  bankReference,
  returnedOn: day({ zh: '退回日期', en: 'Returned on' }),
});
export const correctAccount = form({
  ...accountFields,
  accountHolder: accountFields.accountHolder.optional(),
  papers: evidenceOrFiles({ zh: '账户证明', en: 'Proof of the account' }, { min: 1, kinds: ['account_proof', 'id_card'] }),
});
export const checkAccount = form({ papers: evidenceOrFiles({ zh: '账户证明', en: 'Proof of the account' }, { min: 1, kinds: ['account_proof', 'id_card'] }) });
export const confirmAccount = form({ remark: remark().optional() });
export const returnAccount = form({ remark: remark() });
export const close = form({});

export const recordRecovery = form({
  recoveredFen: yuan({ zh: '收回金额', en: 'Amount received' }, { max: 10_000_000, help: { zh: '不填即收回全部余额', en: 'Left blank it is all that is still open' } }).optional(),
  receiptNo: shortText({ zh: '缴款凭证号', en: 'Number of the receipt' }, { max: 60 }),
  receivedOn: day({ zh: '收到日期', en: 'Received on' }),
});
export const proposeWriteOff = form({
  writeOffGround: lines({ zh: '核销理由', en: 'Why it cannot be recovered' }, { min: 4, max: 500 }),
  papers: evidenceOrFiles({ zh: '依据材料', en: 'Papers' }, { min: 1 }),
});
export const signWriteOff = form({ opinion: lines({ zh: '意见', en: 'Opinion' }, { max: 500 }) });
export const refuseWriteOff = form({ opinion: lines({ zh: '意见', en: 'Opinion' }, { max: 500 }) });
