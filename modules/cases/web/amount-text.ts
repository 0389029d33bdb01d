/** A sum of money as people type it in either custom ('1.250.000', '1,250,000.50', '$ 90 000'), as the contract asks it; null where there is none. */
export function amountText(typed: string): string | null {
  const bare = typed.replaceAll(/[^\d.,]/g, '')
  if (!/\d/.test(bare)) return null
  const cents = /[.,](\d{1,2})$/.exec(bare)
  const whole = (cents ? bare.slice(0, cents.index) : bare).replaceAll(/\D/g, '').replace(/^0+(?=\d)/, '') || '0'
  return cents ? `${whole}.${cents[1]}` : whole
}
