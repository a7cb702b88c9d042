import { lazy } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { MorningPage } from '#web/src/features/counter/morning-page.tsx'
import { ClockPage } from '#web/src/features/demo/clock-page.tsx'
import { DossierPage } from '#web/src/features/dossiers/dossier-page.tsx'
import { LogbookPage } from '#web/src/features/logbook/logbook-page.tsx'
import { CallsPage } from '#web/src/features/messages/calls-page.tsx'
import { SignInPage } from '#web/src/features/session/sign-in-page.tsx'
import { DeskPage } from './desk-page.tsx'
import { IntakeAtCounter } from './intake-at-counter.tsx'
import { Home, Layout } from './layout.tsx'
import { LinePageAtDesk } from './line-page-at-desk.tsx'
import { Providers } from './providers.tsx'
import { WarningsDesk } from './warnings-desk.tsx'

// Charts are for those who read reports; officers do not download them.
const ReportPage = lazy(() =>
  import('#web/src/features/reports/report-page.tsx').then(({ ReportPage: Page }) => ({ default: Page })),
)
const DrillPage = lazy(() =>
  import('#web/src/features/reports/drill-page.tsx').then(({ DrillPage: Page }) => ({ default: Page })),
)

const LineSettingsPage = lazy(() =>
  import('#web/src/features/tickets/line-settings-page.tsx').then(({ LineSettingsPage: Page }) => ({ default: Page })),
)
const OutagesPage = lazy(() =>
  import('#web/src/features/outages/outages-page.tsx').then(({ OutagesPage: Page }) => ({ default: Page })),
)
const SigningPage = lazy(() =>
  import('#web/src/features/signing/signing-page.tsx').then(({ SigningPage: Page }) => ({ default: Page })),
)
const ArchivePage = lazy(() =>
  import('#web/src/features/archive/archive-page.tsx').then(({ ArchivePage: Page }) => ({ default: Page })),
)
const RecordPage = lazy(() =>
  import('#web/src/features/archive/record-page.tsx').then(({ RecordPage: Page }) => ({ default: Page })),
)
const DisposalsPage = lazy(() =>
  import('#web/src/features/archive/disposals-page.tsx').then(({ DisposalsPage: Page }) => ({ default: Page })),
)
const CalendarPage = lazy(() =>
  import('#web/src/features/calendar/calendar-page.tsx').then(({ CalendarPage: Page }) => ({ default: Page })),
)
const NewEntryPage = lazy(() =>
  import('#web/src/features/calendar/new-entry-page.tsx').then(({ NewEntryPage: Page }) => ({ default: Page })),
)

const PeriodsPage = lazy(() =>
  import('#web/src/features/reports/ii06/periods-page.tsx').then(({ PeriodsPage: Page }) => ({ default: Page })),
)
const FormPage = lazy(() =>
  import('#web/src/features/reports/ii06/form-page.tsx').then(({ FormPage: Page }) => ({ default: Page })),
)
const CellPage = lazy(() =>
  import('#web/src/features/reports/ii06/cell-page.tsx').then(({ CellPage: Page }) => ({ default: Page })),
)
const SealPage = lazy(() =>
  import('#web/src/features/reports/ii06/seal-page.tsx').then(({ SealPage: Page }) => ({ default: Page })),
)
const QualityPage = lazy(() =>
  import('#web/src/features/reports/service-quality/quality-page.tsx').then(({ QualityPage: Page }) => ({
    default: Page,
  })),
)
const IndicatorPage = lazy(() =>
  import('#web/src/features/reports/service-quality/indicator-page.tsx').then(({ IndicatorPage: Page }) => ({
    default: Page,
  })),
)
const ComplaintsBehindPage = lazy(() =>
  import('#web/src/features/reports/service-quality/complaints-behind-page.tsx').then(
    ({ ComplaintsBehindPage: Page }) => ({ default: Page }),
  ),
)
const ExportsPage = lazy(() =>
  import('#web/src/features/reports/exports/exports-page.tsx').then(({ ExportsPage: Page }) => ({ default: Page })),
)

const CounterSlipPage = lazy(() =>
  import('#web/src/features/dossiers/counter-slip-page.tsx').then(({ CounterSlipPage: Page }) => ({ default: Page })),
)

const TriageDesk = lazy(() => import('./triage-desk.tsx').then(({ TriageDesk: Page }) => ({ default: Page })))

const ReconciliationPage = lazy(() =>
  import('#web/src/features/payments/reconciliation-page.tsx').then(({ ReconciliationPage: Page }) => ({
    default: Page,
  })),
)
const ComplaintsPage = lazy(() =>
  import('#web/src/features/complaints/complaints-page.tsx').then(({ ComplaintsPage: Page }) => ({ default: Page })),
)

export function App() {
  return (
    <Providers>
      {/* Not as transitions: those are drawn in slices, after whatever the server answers meanwhile. */}
      <BrowserRouter useTransitions={false}>
        <Routes>
          <Route path="/can-bo/dang-nhap" element={<SignInPage />} />
          <Route element={<Layout />}>
            <Route path="/can-bo" element={<Home />} />
            <Route path="/can-bo/ban-xu-ly/:view?/:code?" element={<DeskPage />} />
            <Route path="/can-bo/sang" element={<MorningPage />} />
            <Route path="/can-bo/canh-bao" element={<WarningsDesk />} />
            <Route path="/can-bo/phan-tuyen/:code?" element={<TriageDesk />} />
            <Route path="/can-bo/so-theo-doi" element={<LogbookPage />} />
            <Route path="/can-bo/su-co" element={<OutagesPage />} />
            <Route path="/can-bo/goi-so" element={<LinePageAtDesk />} />
            <Route path="/can-bo/goi-so/cach-phuc-vu" element={<LineSettingsPage />} />
            <Route path="/can-bo/tiep-nhan" element={<IntakeAtCounter />} />
            <Route path="/can-bo/ho-so/:code/phieu" element={<CounterSlipPage />} />
            <Route path="/can-bo/ho-so/:code" element={<DossierPage />} />
            <Route path="/can-bo/bao-cao" element={<ReportPage />} />
            <Route path="/can-bo/bao-cao/ho-so" element={<DrillPage />} />
            <Route path="/can-bo/bao-cao/ii06" element={<PeriodsPage />} />
            <Route path="/can-bo/bao-cao/ii06/bieu" element={<FormPage />} />
            <Route path="/can-bo/bao-cao/ii06/ho-so" element={<CellPage />} />
            <Route path="/can-bo/bao-cao/ii06/da-chot/:id" element={<SealPage />} />
            <Route path="/can-bo/bao-cao/766" element={<QualityPage />} />
            <Route path="/can-bo/bao-cao/766/ho-so" element={<IndicatorPage />} />
            <Route path="/can-bo/bao-cao/766/phan-anh" element={<ComplaintsBehindPage />} />
            <Route path="/can-bo/bao-cao/tep" element={<ExportsPage />} />
            <Route path="/can-bo/goi-bao-tin" element={<CallsPage />} />
            <Route path="/can-bo/doi-soat" element={<ReconciliationPage />} />
            <Route path="/can-bo/phan-anh" element={<ComplaintsPage />} />
            <Route path="/can-bo/ky-so" element={<SigningPage />} />
            <Route path="/can-bo/luu-tru" element={<ArchivePage />} />
            <Route path="/can-bo/luu-tru/giay/:id" element={<RecordPage />} />
            <Route path="/can-bo/luu-tru/huy" element={<DisposalsPage />} />
            <Route path="/can-bo/dong-ho" element={<ClockPage />} />
            <Route path="/can-bo/lich" element={<CalendarPage />} />
            <Route path="/can-bo/lich/ghi" element={<NewEntryPage />} />
            <Route
              path="*"
              element={
                <main className="page">
                  <h1>Không có trang này</h1>
                  <p>
                    Địa chỉ có thể bị gõ nhầm, hoặc trang đã được chuyển. <a href="/can-bo">Về trang đầu</a>
                  </p>
                </main>
              }
            />
          </Route>
        </Routes>
      </BrowserRouter>
    </Providers>
  )
}
