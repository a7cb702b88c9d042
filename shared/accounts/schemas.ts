import * as z from 'zod/mini'

/**
 * Officer (cán bộ), commander (chỉ huy) of a commune police unit; supervisor (giám sát) of the province; administrator
 * (quản trị); helper (tổ công nghệ số cộng đồng), a neighbour who helps residents to file and is no member of the police.
 */
export const roles = ['officer', 'commander', 'supervisor', 'administrator', 'helper'] as const
export type Role = (typeof roles)[number]

export const signInInput = z.strictObject({
  username: z.string().check(z.minLength(1), z.maxLength(100)),
  password: z.string().check(z.minLength(1), z.maxLength(200)),
  otp: z.optional(z.string().check(z.maxLength(10))),
})
export type SignInInput = z.infer<typeof signInInput>

export const accountView = z.object({
  username: z.string(),
  name: z.string(),
  role: z.enum(roles),
  /** The unit of today's posting: a commune, or the province (`42`). */
  unit: z.object({ code: z.string(), name: z.string() }),
  /** True outside production, where demo accounts and the demo clock exist. */
  demo: z.boolean(),
})
export type AccountView = z.infer<typeof accountView>

export const sessionView = z.object({ account: accountView })
