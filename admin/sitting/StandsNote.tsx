/** For whom somebody stands in today, and in what. */
import Alert from '@mui/material/Alert';
import { useTranslate } from 'react-admin';
import { useRegistry } from '../case/registry.ts';
import { dayText, postNames } from '../case/standing.ts';
import { useMe } from '../common/office.ts';
import { useLang, useText } from '../i18n/text.ts';

export const StandsNote = () => {
  const translate = useTranslate();
  const text = useText();
  const lang = useLang();
  const registry = useRegistry();
  const stands = useMe()?.standsFor ?? [];
  return stands.map((one) => (
    <Alert key={one.case} severity="info" sx={{ mb: 1 }}>
      {translate('stands.now', {
        name: one.behalf.name, post: text(postNames([one.post])), until: text(dayText(one.until)),
        processes: one.workflows.map((name) => text(registry.find((workflow) => workflow.name === name)?.title) || name).join(lang === 'zh' ? '、' : ', '),
      })}
    </Alert>
  ));
};
