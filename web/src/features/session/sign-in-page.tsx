import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { Navigate, useSearchParams } from 'react-router'
import { type SignInInput, signInInput } from '#shared/accounts/schemas.ts'
import { accountOptions } from '#web/src/lib/account.ts'
import { demoOptions } from '#web/src/lib/demo.ts'
import { TextField } from '#web/src/ui/field.tsx'
import { Failure, Notice } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { Wordmark } from '#web/src/ui/wordmark.tsx'
import { useSignIn } from './api.ts'
import { DemoAccounts } from './demo-accounts.tsx'
import { returnAddress } from './return-address.ts'

/** Where staff sign in; the address they wanted is kept in `ve` and opened afterwards. */
export function SignInPage() {
  usePageTitle('Đăng nhập')
  const [params] = useSearchParams()
  const { data: account } = useQuery(accountOptions)
  const { data: demo } = useQuery(demoOptions)
  const address = returnAddress(params.get('ve'))
  const signIn = useSignIn(address)
  const {
    register,
    handleSubmit,
    reset,
    formState: { errors },
  } = useForm<SignInInput>({
    resolver: standardSchemaResolver(signInInput),
    defaultValues: { username: '', password: '' },
  })
  const onSubmit = handleSubmit((input) => signIn.mutate(input))

  if (account) return <Navigate to={address} replace />

  return (
    <main className={demo ? 'sign-in with-demo' : 'sign-in'}>
      <form onSubmit={onSubmit} noValidate className="card">
        <Wordmark />
        <h1>Đăng nhập bàn xử lý</h1>
        {params.has('ve') && !signIn.isError && (
          <Notice>Phiên làm việc đã hết. Đăng nhập lại để về đúng trang đang xem.</Notice>
        )}
        {signIn.isError && <Failure error={signIn.error} />}
        <TextField
          label="Tên đăng nhập"
          autoComplete="username"
          autoCapitalize="none"
          autoFocus
          error={errors.username?.message}
          {...register('username')}
        />
        <TextField
          label="Mật khẩu"
          type="password"
          autoComplete="current-password"
          error={errors.password?.message}
          {...register('password')}
        />
        <button type="submit" className="primary wide" disabled={signIn.isPending}>
          {signIn.isPending ? 'Đang đăng nhập…' : 'Đăng nhập'}
        </button>
        <p className="hint">Quên mật khẩu: liên hệ quản trị hệ thống của Công an tỉnh.</p>
      </form>
      {demo && (
        <DemoAccounts
          accounts={demo.accounts}
          password={demo.password}
          isPending={signIn.isPending}
          onChoose={(username) => {
            const chosen = { username, password: demo.password }
            reset(chosen)
            signIn.mutate(chosen)
          }}
        />
      )}
    </main>
  )
}
