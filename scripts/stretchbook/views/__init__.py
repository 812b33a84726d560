"""Every decision about what a page says: titles, times, order, plurals. No markup."""
