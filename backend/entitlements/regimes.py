"""The insurance regimes, and the states of a person's cover."""

REGIMES = ("amo_tadamon", "amo_achamil", "amo_tns", "amo_salaried")
STATUSES = ("open", "suspended", "closed")
