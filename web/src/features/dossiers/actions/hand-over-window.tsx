import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import * as z from 'zod/mini'
import { type HandOverCodeView, handOverCodeView, handOverInput } from '#shared/dossiers/step-schemas.ts'
import { formatTime } from '#shared/text/format.ts'
import { request } from '#web/src/lib/http.ts'
import { Choice, ChoiceGroup, TextField } from '#web/src/ui/field.tsx'
import { Failure } from '#web/src/ui/notice.tsx'
import { SignaturePad } from './signature-pad.tsx'
import { StepWindow } from './step-window.tsx'
import { type StepWindowProps, useStepForm } from './use-step-form.ts'

type Proof = 'none' | 'signature' | 'password'

/**
 * The result reaches the resident. The clock ended with the signature; this is the log-book of results. At the counter
 * whoever receives it signs on the pad, or tells the one-time password that the desk sends.
 */
export function HandOverWindow(props: StepWindowProps) {
  const { dossier, onClose } = props
  const [proof, setProof] = useState<Proof>('none')
  const { register, watch, setValue, getValues, setError, ...form } = useStepForm(props, {
    step: 'hand_over',
    schema: handOverInput,
    defaults: { method: dossier.channel === 'online' ? 'electronic' : 'counter', receivedBy: dossier.applicantName },
    toStep: (body) => ({ method: 'PUT', resource: 'handover', body }),
  })
  const { errors } = form.formState
  const method = watch('method')
  const choose = (next: Proof) => {
    setProof(next)
    // What was begun another way must not travel along.
    setValue('signature', undefined)
    setValue('password', undefined)
  }
  // What was chosen must also be there: otherwise the log would say nothing of it.
  const onSubmit = (event?: FormEvent<HTMLFormElement>) => {
    const missing = method !== 'counter' || proof === 'none' || getValues(proof) ? undefined : proof
    if (!missing) return form.onSubmit(event)
    event?.preventDefault()
    setError(missing, { message: missing === 'signature' ? 'Người nhận chưa ký.' : 'Nhập mã người nhận đọc.' })
  }

  return (
    <StepWindow
      title="Giao kết quả"
      dossier={dossier}
      form={{ ...form, onSubmit }}
      submitWords="Giao kết quả"
      onClose={onClose}
    >
      <ChoiceGroup legend="Giao bằng cách nào?" error={errors.method?.message}>
        <Choice value="counter" label="Tại quầy" {...register('method')} />
        <Choice
          value="electronic"
          label="Bản điện tử"
          hint="Công dân tải ở trang tra cứu."
          {...register('method', { onChange: () => choose('none') })}
        />
        <Choice value="post" label="Qua bưu chính" {...register('method', { onChange: () => choose('none') })} />
      </ChoiceGroup>
      <TextField
        label="Người nhận"
        isOptional={proof !== 'signature'}
        error={errors.receivedBy?.message}
        {...register('receivedBy')}
      />
      {method === 'post' && (
        <TextField label="Số bưu gửi" isOptional error={errors.tracking?.message} {...register('tracking')} />
      )}
      {method === 'counter' && (
        <ChoiceGroup legend="Người nhận xác nhận bằng gì?" error={errors.signature?.message}>
          <Choice name="proof" checked={proof === 'none'} onChange={() => choose('none')} label="Ký vào sổ giấy" />
          <Choice
            name="proof"
            checked={proof === 'signature'}
            onChange={() => choose('signature')}
            label="Ký trên bảng ký"
          />
          <Choice
            name="proof"
            checked={proof === 'password'}
            onChange={() => choose('password')}
            label="Mã gửi đến điện thoại hoặc email của công dân"
          />
        </ChoiceGroup>
      )}
      {method === 'counter' && proof === 'signature' && (
        <SignaturePad label="Chữ ký của người nhận" onChange={(png) => setValue('signature', png || undefined)} />
      )}
      {method === 'counter' && proof === 'password' && (
        <>
          <SendCode code={dossier.code} />
          <TextField
            label="Mã người nhận đọc"
            inputMode="numeric"
            autoComplete="off"
            maxLength={6}
            error={errors.password?.message}
            {...register('password')}
          />
        </>
      )}
    </StepWindow>
  )
}

/** Sends six digits to the resident's own telephone or mailbox, and says where they went. */
function SendCode({ code }: { code: string }) {
  const send = useMutation({
    mutationFn: async (): Promise<HandOverCodeView> =>
      z.parse(handOverCodeView, await request('POST', `/api/dossiers/${encodeURIComponent(code)}/handover-codes`)),
  })

  return (
    <div className="field">
      {send.error && <Failure error={send.error} />}
      {send.data && (
        <p role="status">
          Đã gửi mã đến {send.data.sentTo}, có giá trị đến {formatTime(send.data.expiresAt)}.
        </p>
      )}
      <button type="button" disabled={send.isPending} onClick={() => send.mutate()}>
        {send.data ? 'Gửi mã khác' : 'Gửi mã'}
      </button>
    </div>
  )
}
