import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useForm } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { type RecordInput, recordInput } from '#shared/archive/schemas.ts'
import { Dialog } from '#web/src/ui/dialog.tsx'
import { TextField } from '#web/src/ui/field.tsx'
import { Failure } from '#web/src/ui/notice.tsx'
import { useAddRecord } from './api.ts'

/** What stands on the cover of an old paper file; its scans are added on the page that opens afterwards. */
export function RecordForm({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const add = useAddRecord()
  const {
    register,
    handleSubmit,
    formState: { errors },
  } = useForm<RecordInput>({ resolver: standardSchemaResolver(recordInput) })
  // An empty box says nothing; the server takes no empty texts.
  const optional = { setValueAs: (text: string | undefined) => text?.trim() || undefined }
  const onSubmit = handleSubmit((input) =>
    add.mutate(input, { onSuccess: ({ id }) => void navigate(`/can-bo/luu-tru/giay/${id}`) }),
  )

  return (
    <Dialog title="Số hóa hồ sơ giấy" onClose={onClose}>
      <form className="step-form" noValidate onSubmit={(event) => void onSubmit(event)}>
        {add.error && <Failure error={add.error} />}
        <div className="step-body">
          <TextField label="Tiêu đề trên bìa" error={errors.title?.message} {...register('title')} />
          <TextField
            label="Họ và tên người trong hồ sơ"
            error={errors.personName?.message}
            {...register('personName')}
          />
          <TextField
            label="Năm"
            inputMode="numeric"
            maxLength={4}
            error={errors.year?.message}
            {...register('year', { valueAsNumber: true })}
          />
          <TextField
            label="Số, ký hiệu"
            isOptional
            error={errors.reference?.message}
            {...register('reference', optional)}
          />
          <TextField
            label="Nơi cất bản giấy"
            isOptional
            error={errors.place?.message}
            {...register('place', optional)}
          />
          <TextField
            label="Mã hồ sơ điện tử đã kết thúc"
            isOptional
            hint="Khi bản giấy thuộc một hồ sơ đã có trên hệ thống."
            error={errors.dossier?.message}
            {...register('dossier', optional)}
          />
        </div>
        <footer className="dialog-foot">
          <button type="submit" className="primary" disabled={add.isPending}>
            {add.isPending ? 'Đang ghi…' : 'Ghi và thêm bản quét'}
          </button>
          <button type="button" onClick={onClose}>
            Đóng
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
