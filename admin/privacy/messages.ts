/** What the panel says to those who watch over personal data. */
import { readWords } from '../../workflows/office/read-words.ts';
import type { MessageTree } from '../i18n/tree.ts';

export const privacyMessages = {
  privacy: {
    menu: { zh: '个人信息保护', en: 'Privacy' },
    group: { zh: '监督', en: 'Oversight' },
    readings: { zh: '谁查看了谁的信息', en: 'Who read whose data' },
    readingsHint: { zh: '每次查看个人信息都会在这里留痕，不能更改或删除。', en: 'Every reading of personal data is written down here; nobody can change or remove it.' },
    none: { zh: '没有符合条件的查看记录。', en: 'No readings match.' },
    noneYet: { zh: '还没有查看记录。', en: 'Nobody’s data have been read yet.' },
    noneYetHint: { zh: '有人查看居民的个人信息时，会自动记在这里。', en: 'Whenever somebody reads a resident’s personal data it is entered here.' },
    ...readWords,
    personId: { zh: '查看人用户名', en: 'Reader’s user name' },
    subject: { zh: '登记对象或办件编号', en: 'Number of the person or case' },
    why: { zh: '理由中有', en: 'Words of the reason' },
    from: { zh: '自', en: 'From' },
    to: { zh: '至', en: 'To' },
    andMore: { zh: '等 %{smart_count} 项', en: 'and others, %{smart_count} in all' },
    ofThis: { zh: '谁查看过', en: 'Who read this' },
    keys: { zh: '密钥更换', en: 'Rotation of the keys' },
    keysHint: { zh: '更换后，所有加密内容在后台换用新密钥重新加密，不影响办公；旧密钥文件须保留到旧备份全部到期。', en: 'Everything sealed is sealed anew in the background while the office works. Keep the old key files until the last backup made with them has expired.' },
    rotate: { zh: '更换密钥', en: 'Rotate the keys' },
    rotateWhy: { zh: '更换理由', en: 'Why' },
    short: { zh: '请写明理由，至少 5 个字。', en: 'Please give a reason of at least 5 characters.' },
    underWay: { zh: '正在更换：第 %{round} 轮，已检查 %{walked}/%{total} 行，已重新加密 %{sealedAnew} 行', en: 'Under way: round %{round}, %{walked} of %{total} rows looked at, %{sealedAnew} sealed anew' },
    ended: { zh: '%{at} 完成，重新加密 %{sealedAnew} 行', en: 'Ended %{at}; %{sealedAnew} rows sealed anew' },
    by: { zh: '%{name} 于 %{at} 发起：%{reason}', en: 'Begun by %{name}, %{at}: %{reason}' },
    neverRotated: { zh: '尚未更换过。', en: 'Never rotated yet.' },
    progress: { zh: '更换进度', en: 'Progress of the rotation' },
  },
} satisfies MessageTree;
