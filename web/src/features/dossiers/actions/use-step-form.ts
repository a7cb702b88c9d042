import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useEffect, useRef, useState } from 'react'
import { type DefaultValues, type FieldValues, useForm } from 'react-hook-form'
import type * as z from 'zod/mini'
import type { DossierView } from '#shared/dossiers/dossier-view.ts'
import { type Step, useHeldSend, useStep } from '../api.ts'
import { holdStep } from '../held-steps.ts'
import { dropDraft, keepDraft, readDraft } from './drafts.ts'
import { filledOnly } from './filled-only.ts'
import { type StepName, stepEntries } from './step-entries.ts'

export interface StepWindowProps {
  dossier: DossierView
  onClose: () => void
  /** `dossier` is null when it left this unit. */
  onDone: (step: StepName, dossier: DossierView | null) => void
}

interface StepForm<Input> {
  step: StepName
  schema: z.ZodMiniType<Input, Input>
  defaults: DefaultValues<Input>
  /** The write that these words become. */
  toStep: (input: Input) => Omit<Step, 'version'>
}

/**
 * The form of one step: checked by the same schema as the server, kept as a draft until it is sent.
 *
 * The version is the one the officer saw when the window opened. When somebody else changed the dossier meanwhile the
 * window says so, and goes on with the new version only after the officer has seen it. Steps that leave the desk are
 * held back for ten seconds (`held-steps.ts`).
 */
export function useStepForm<Input extends FieldValues>(
  { dossier, onDone }: StepWindowProps,
  { step, schema, defaults, toStep }: StepForm<Input>,
) {
  const draftKey = `${dossier.code} ${step}`
  const [seenVersion, setSeenVersion] = useState(dossier.version)
  const send = useStep(dossier.code)
  const sendLater = useHeldSend(dossier.code)
  const isDone = useRef(false)
  const [resolve] = useState(() => standardSchemaResolver(schema))
  const form = useForm<Input>({
    resolver: (values, context, options) => resolve(filledOnly(values), context, options),
    defaultValues: readDraft<DefaultValues<Input>>(draftKey) ?? defaults,
  })
  const { getValues, handleSubmit } = form

  useEffect(
    () => () => {
      if (isDone.current) dropDraft(draftKey)
      else keepDraft(draftKey, getValues())
    },
    [draftKey, getValues],
  )

  const onSubmit = handleSubmit((input) => {
    if (stepEntries[step].heldWords) {
      const sendHeld = sendLater({ ...toStep(input), version: seenVersion })
      // The words stay as a draft until they are stored: taking the step back opens them again.
      holdStep({ code: dossier.code, step, applicantName: dossier.applicantName }, async (isLeaving) => {
        await sendHeld(isLeaving)
        dropDraft(draftKey)
      })
      onDone(step, dossier)

      return
    }
    send.mutate(
      { ...toStep(input), version: seenVersion },
      {
        onSuccess: (after) => {
          isDone.current = true
          onDone(step, after)
        },
      },
    )
  })

  return {
    ...form,
    onSubmit,
    isSending: send.isPending,
    error: send.error,
    /** Somebody else changed the dossier since this window opened. */
    isOutdated: !send.isSuccess && dossier.version !== seenVersion,
    /** The step is no longer open: the dossier went on, or another officer holds it. */
    isClosed: !send.isSuccess && !dossier.allowed.includes(step),
    acceptChanges: () => {
      send.reset()
      setSeenVersion(dossier.version)
    },
  }
}
