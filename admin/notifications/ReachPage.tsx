/** How I want to be reached outside the panel: ticked by me alone, and unticked as easily. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { HttpError } from 'react-admin';
import { useState, type FormEvent } from 'react';
import { ErrorState } from '../common/ErrorState.tsx';
import { PageTitle } from '../common/PageTitle.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import type { Refused } from '../provider/client.ts';
import { useCasework } from '../provider/data-provider.ts';
import type { ReachRecord, ReachToKeep } from '../provider/records.ts';
import { useNotificationWords } from './use-notifications.ts';
import { WayFields, type Way } from './WayFields.tsx';

const KEY = ['reach'];
const asKept = (mail: Way, sms: Way): ReachToKeep => ({ mail: mail.on, sms: sms.on, ...(mail.typed.trim() && { mailAddress: mail.typed.trim() }), ...(sms.typed.trim() && { phone: sms.typed.trim() }) });
const errorsIn = (error: Error | null): Readonly<Record<string, string>> => (error instanceof HttpError ? ((error.body ?? {}) as Refused).errors ?? {} : {});

const Form = ({ reach }: { reach: ReachRecord }) => {
  const say = useNotificationWords();
  const casework = useCasework();
  const queries = useQueryClient();
  const [mail, setMail] = useState<Way>({ on: reach.mail, typed: '' });
  const [sms, setSms] = useState<Way>({ on: reach.sms, typed: '' });
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: (kept: ReachToKeep) => casework.keepReach(kept),
    onSuccess: ({ data }) => {
      queries.setQueryData(KEY, data);
      setMail({ on: data.mail, typed: '' });
      setSms({ on: data.sms, typed: '' });
    },
  });
  const errors = errorsIn(error);
  const save = (event: FormEvent) => {
    event.preventDefault();
    mutate(asKept(mail, sms));
  };
  return (
    <Box component="form" noValidate onSubmit={save}>
      <WayFields tick={say('mail')} label={say('mailAddress')} type="email" way={mail} known={reach.mailAddress} error={errors['mailAddress']} change={setMail} forget={() => mutate({ ...asKept(mail, sms), mailAddress: '' })} />
      <WayFields tick={say('sms')} label={say('phone')} type="tel" way={sms} known={reach.phone} error={errors['phone']} change={setSms} forget={() => mutate({ ...asKept(mail, sms), phone: '' })} />
      <Button type="submit" variant="contained" disabled={isPending}>{say('save')}</Button>
      <Box role="status" sx={{ mt: 1 }}>{isSuccess && <Alert severity="success">{say('saved')}</Alert>}</Box>
      {error && Object.keys(errors).length === 0 && <ErrorState error={error} />}
    </Box>
  );
};

export const ReachPage = () => {
  const say = useNotificationWords();
  const casework = useCasework();
  const { data, error, isPending, refetch } = useQuery({ queryKey: KEY, retry: false, queryFn: async ({ signal }) => (await casework.getReach({ signal })).data });
  return (
    <Box sx={{ maxWidth: 640 }}>
      <PageTitle>{say('settings')}</PageTitle>
      <Typography color="textSecondary" sx={{ mb: 2 }}>{say('settingsAbout')}</Typography>
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : isPending ? <PageLoading /> : <Paper variant="outlined" sx={{ p: 2 }}><Form reach={data} /></Paper>}
    </Box>
  );
};
