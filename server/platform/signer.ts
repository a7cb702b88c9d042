/** In whose name a document is signed. */
export interface SignedBy {
  unit: { code: string; name: string }
  /** The head of the unit, or the deputy, who decided. */
  person: string
  at: Date
}

/** Signs documents with the certificate of the unit that issues them. */
export interface Signer {
  /**
   * The same PDF with a signature behind its last byte (PAdES baseline B). Rejects with a refusal in plain words when
   * the unit has no certificate, or one that is not valid at `at`.
   */
  sign(pdf: Buffer, by: SignedBy): Promise<Buffer>
  /** The unit's certificate, for the page on which the head of the unit signs. */
  certificateOf(unit: SignedBy['unit'], at: Date): Promise<SigningCertificate>
}

/** What a person is told of a unit's certificate before anything is signed. */
export interface SigningCertificate {
  subject: string
  validUntil: Date
  /** Made by the desk for a demonstration: worth nothing outside it. */
  isTest: boolean
}
