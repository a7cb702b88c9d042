import { lazy, Suspense } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { ClockPage } from '#web/src/features/demo/clock-page.tsx'
import { DossierPage } from '#web/src/features/dossiers/dossier-page.tsx'
import { SignInPage } from '#web/src/features/session/sign-in-page.tsx'
import { Empty, Loading } from '#web/src/ui/notice.tsx'
import { DeskPage } from './desk-page.tsx'
import { Home, Layout } from './layout.tsx'
import { Providers } from './providers.tsx'

// Charts are for those who read reports; officers do not download them.
const ReportPage = lazy(() =>
  import('#web/src/features/reports/report-page.tsx').then(({ ReportPage: Page }) => ({ default: Page })),
)
const DrillPage = lazy(() =>
  import('#web/src/features/reports/drill-page.tsx').then(({ DrillPage: Page }) => ({ default: Page })),
)

export function App() {
  return (
    <Providers>
      <BrowserRouter>
        <Suspense
          fallback={
            <main className="page">
              <Loading rows={8} />
            </main>
          }
        >
          <Routes>
            <Route path="/can-bo/dang-nhap" element={<SignInPage />} />
            <Route element={<Layout />}>
              <Route path="/can-bo" element={<Home />} />
              <Route path="/can-bo/ban-xu-ly/:view?/:code?" element={<DeskPage />} />
              <Route path="/can-bo/ho-so/:code" element={<DossierPage />} />
              <Route path="/can-bo/bao-cao" element={<ReportPage />} />
              <Route path="/can-bo/bao-cao/ho-so" element={<DrillPage />} />
              <Route path="/can-bo/dong-ho" element={<ClockPage />} />
              <Route
                path="*"
                element={
                  <main className="page">
                    <Empty title="Không có trang này.">
                      <a href="/can-bo">Về trang đầu</a>
                    </Empty>
                  </main>
                }
              />
            </Route>
          </Routes>
        </Suspense>
      </BrowserRouter>
    </Providers>
  )
}
