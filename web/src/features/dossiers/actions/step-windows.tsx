import type { ComponentType } from 'react'
import { AcceptWindow } from './accept-window.tsx'
import { BeginCheckWindow, EndCheckWindow } from './agency-windows.tsx'
import { GrantWindow, SendBackWindow } from './decide-windows.tsx'
import { ExtendWindow } from './extend-window.tsx'
import { HandOverWindow } from './hand-over-window.tsx'
import { ProposeWindow } from './propose-window.tsx'
import { RefuseWindow } from './refuse-window.tsx'
import type { StepName } from './step-entries.ts'
import { SupplementDrawer } from './supplement-drawer.tsx'
import { RecordPaymentWindow, RequestPaymentWindow, VariantWindow } from './term-and-fee-windows.tsx'
import { TransferWindow } from './transfer-window.tsx'
import type { StepWindowProps } from './use-step-form.ts'
import { WithdrawWindow } from './withdraw-window.tsx'

/** The window of each step; steps without one are taken at once, because nothing is to be said and all can be undone. */
export const stepWindows: Partial<Record<StepName, ComponentType<StepWindowProps>>> = {
  accept: AcceptWindow,
  request_supplement: SupplementDrawer,
  refuse: RefuseWindow,
  propose: ProposeWindow,
  resolve: GrantWindow,
  send_back: SendBackWindow,
  hand_over: HandOverWindow,
  transfer: TransferWindow,
  change_variant: VariantWindow,
  request_payment: RequestPaymentWindow,
  record_payment: RecordPaymentWindow,
  extend: ExtendWindow,
  begin_agency_check: BeginCheckWindow,
  end_agency_check: EndCheckWindow,
  withdraw: WithdrawWindow,
}
