/** What urging says. */
import { urgeWords } from '../../workflows/office/urging.ts';
import type { MessageTree } from '../i18n/tree.ts';

export const urgingMessages = {
  urging: {
    urge: { zh: '催办', en: 'Urge' },
    title: { zh: '催办本件', en: 'Urge this case' },
    about: { zh: '本件待%{who}办理。对方会马上收到提醒，催办记入办理记录；四小时内同一件只能催办一次。', en: 'This case waits for: %{who}. They are told at once, and the urging stands in what happened. A case can be urged once in four hours.' },
    titleMany: { zh: '催办 %{smart_count} 件', en: 'Urge one case |||| Urge %{smart_count} cases' },
    aboutMany: { zh: '各件的待办人员会马上收到提醒，催办记入各件的办理记录；四小时内同一件只能催办一次。', en: 'Whoever each case waits for is told at once, and the urging stands in what happened to it. A case can be urged once in four hours.' },
    busy: { zh: '正在催办 %{asked}/%{of}', en: 'Urging %{asked} of %{of}' },
    doneMany: { zh: '已催办 %{done} 件，未催办 %{left} 件。', en: 'Urged: %{done}. Not urged: %{left}.' },
    words: { zh: '说明（可不填）', en: 'A short sentence (optional)' },
    wordsHelp: { zh: '例如：申请人已两次来问', en: 'For example: the applicant has asked twice' },
    send: { zh: '催办', en: 'Urge' },
    done: { zh: '已催办，%{from} 后可以再催。', en: 'Urged. It may be urged again from %{from}.' },
    by: { zh: '催办 · %{name} %{at}', en: 'Urged · %{name} %{at}' },
    bySaying: { zh: '催办 · %{name} %{at}：%{words}', en: 'Urged · %{name} %{at}: %{words}' },
    saying: { zh: '%{name}：%{words}', en: '%{name}: %{words}' },
    until: { zh: '%{name} 已于 %{at} 催办，%{from} 后可以再催。', en: '%{name} urged it at %{at}; it may be urged again from %{from}.' },
    entry: { zh: '催办', en: 'Urged' },
    entryFor: { zh: '当时“%{state}”，待%{who}办理', en: 'It stood at “%{state}” and waited for: %{who}' },
    behalf: { zh: '%{name}（代%{absent}）', en: '%{name} (for %{absent})' },
    why: urgeWords,
  },
} as const satisfies MessageTree;
