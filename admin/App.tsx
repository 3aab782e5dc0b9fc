/** The panel: every process of the registry is a resource, and no process is known by name. What react-admin draws around pages is our own. */
import CssBaseline from '@mui/material/CssBaseline';
import { AdminContext, CoreAdminUI, CustomRoutes, Notification, Resource } from 'react-admin';
import { lazy } from 'react';
import { BrowserRouter, Route } from 'react-router-dom';
import { makeAuthProvider } from './auth/auth-provider.ts';
import { useRegistry } from './case/registry.ts';
import { makeI18nProvider } from './i18n/provider.ts';
import { langOf } from './i18n/text.ts';
import { InboxPage } from './inbox/InboxPage.tsx';
import { Broken, NotThere } from './layout/NotThere.tsx';
import { PageLoading } from './layout/PageLoading.tsx';
import { Shell } from './layout/Shell.tsx';
import { makeClient } from './provider/client.ts';
import { makeDataProvider } from './provider/data-provider.ts';
import { makeStore } from './provider/store.ts';
import { makeUpload } from './provider/upload.ts';
import { SignInPage } from './sign-in/SignInPage.tsx';
import { darkTheme, lightTheme } from './theme/theme.ts';

const CaseList = lazy(() => import('./cases/CaseList.tsx').then(({ CaseList: page }) => ({ default: page })));
const CasePage = lazy(() => import('./case/CasePage.tsx').then(({ CasePage: page }) => ({ default: page })));
const OpenPage = lazy(() => import('./case/OpenPage.tsx').then(({ OpenPage: page }) => ({ default: page })));
const DeskHome = lazy(() => import('./desk/DeskHome.tsx').then(({ DeskHome: page }) => ({ default: page })));
const DeskPage = lazy(() => import('./desk/DeskPage.tsx').then(({ DeskPage: page }) => ({ default: page })));
const SittingHome = lazy(() => import('./sitting/SittingHome.tsx').then(({ SittingHome: page }) => ({ default: page })));
const SittingPage = lazy(() => import('./sitting/SittingPage.tsx').then(({ SittingPage: page }) => ({ default: page })));
const FindingsPage = lazy(() => import('./findings/FindingsPage.tsx').then(({ FindingsPage: page }) => ({ default: page })));
const JobsPage = lazy(() => import('./bulk/JobsPage.tsx').then(({ JobsPage: page }) => ({ default: page })));
const JobPage = lazy(() => import('./bulk/JobPage.tsx').then(({ JobPage: page }) => ({ default: page })));
const ImportsPage = lazy(() => import('./imports/ImportsPage.tsx').then(({ ImportsPage: page }) => ({ default: page })));
const ImportPage = lazy(() => import('./imports/ImportPage.tsx').then(({ ImportPage: page }) => ({ default: page })));
const LedgerPage = lazy(() => import('./ledger/LedgerPage.tsx').then(({ LedgerPage: page }) => ({ default: page })));
const EntriesPage = lazy(() => import('./ledger/EntriesPage.tsx').then(({ EntriesPage: page }) => ({ default: page })));
const DisclosurePage = lazy(() => import('./published/DisclosurePage.tsx').then(({ DisclosurePage: page }) => ({ default: page })));
const ReachPage = lazy(() => import('./notifications/ReachPage.tsx').then(({ ReachPage: page }) => ({ default: page })));
const MessagesPage = lazy(() => import('./notifications/MessagesPage.tsx').then(({ MessagesPage: page }) => ({ default: page })));
const PrivacyPage = lazy(() => import('./privacy/PrivacyPage.tsx').then(({ PrivacyPage: page }) => ({ default: page })));
const WorkbookPage = lazy(() => import('./workbook/WorkbookPage.tsx').then(({ WorkbookPage: page }) => ({ default: page })));
const BroughtPage = lazy(() => import('./workbook/BroughtPage.tsx').then(({ BroughtPage: page }) => ({ default: page })));
const PicturePage = lazy(() => import('./picture/PicturePage.tsx').then(({ PicturePage: page }) => ({ default: page })));
const ReportPage = lazy(() => import('./report/ReportPage.tsx').then(({ ReportPage: page }) => ({ default: page })));
const ResidentList = lazy(() => import('./register/ResidentList.tsx').then(({ ResidentList: page }) => ({ default: page })));
const ResidentPage = lazy(() => import('./register/ResidentPage.tsx').then(({ ResidentPage: page }) => ({ default: page })));
const HouseholdList = lazy(() => import('./register/HouseholdList.tsx').then(({ HouseholdList: page }) => ({ default: page })));
const HouseholdPage = lazy(() => import('./register/HouseholdPage.tsx').then(({ HouseholdPage: page }) => ({ default: page })));

const i18nProvider = makeI18nProvider();
const lang = () => langOf(i18nProvider.getLocale());
const client = makeClient('/api', lang);
const dataProvider = makeDataProvider(client, makeUpload('/api', lang));
const authProvider = makeAuthProvider(client);
const store = makeStore();

export const App = () => {
  const registry = useRegistry();
  return (
    <BrowserRouter>
      <AdminContext dataProvider={dataProvider} authProvider={authProvider} i18nProvider={i18nProvider} store={store} lightTheme={lightTheme} darkTheme={darkTheme}>
        <CssBaseline enableColorScheme />
        <CoreAdminUI requireAuth disableTelemetry layout={Shell} loginPage={SignInPage} loading={PageLoading} dashboard={InboxPage} catchAll={NotThere} accessDenied={NotThere} error={Broken}>
          {registry.map(({ name }) => <Resource key={name} name={name} list={CaseList} show={CasePage} create={OpenPage} />)}
          <Resource name="residents" list={ResidentList} show={ResidentPage} />
          <Resource name="households" list={HouseholdList} show={HouseholdPage} />
          <CustomRoutes>
            <Route path="/desk" element={<DeskHome />} />
            <Route path="/desk/:batch" element={<DeskPage />} />
            <Route path="/desk/:batch/workbook" element={<WorkbookPage />} />
            <Route path="/workbooks/:id" element={<BroughtPage />} />
            <Route path="/sitting" element={<SittingHome />} />
            <Route path="/sitting/:id" element={<SittingPage />} />
            <Route path="/findings" element={<FindingsPage />} />
            <Route path="/bulk" element={<JobsPage />} />
            <Route path="/bulk/:id" element={<JobPage />} />
            <Route path="/imports" element={<ImportsPage />} />
            <Route path="/imports/:id" element={<ImportPage />} />
            <Route path="/reports/:workflow/:id" element={<ReportPage />} />
            <Route path="/picture" element={<PicturePage />} />
            <Route path="/ledger" element={<LedgerPage />} />
            <Route path="/ledger/entries" element={<EntriesPage />} />
            <Route path="/disclosure/:workflow" element={<DisclosurePage />} />
            <Route path="/reach" element={<ReachPage />} />
            <Route path="/messages" element={<MessagesPage />} />
            <Route path="/privacy" element={<PrivacyPage />} />
          </CustomRoutes>
        </CoreAdminUI>
        <Notification />
      </AdminContext>
    </BrowserRouter>
  );
};
