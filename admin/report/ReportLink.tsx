/** The way from a case to its report. */
import ReportIcon from '@mui/icons-material/AssessmentOutlined';
import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import type { CaseRecord } from '../provider/records.ts';
import { useReportWords } from './use-report.ts';

export const reportPath = (workflow: string, id: string): string => `/reports/${workflow}/${encodeURIComponent(id)}`;

export const ReportLink = ({ one }: { one: CaseRecord }) => {
  const say = useReportWords();
  return <Button component={Link} to={reportPath(one.workflow, one.id)} variant="outlined" startIcon={<ReportIcon />} sx={{ mb: 1, displayPrint: 'none' }}>{say('open')}</Button>;
};
