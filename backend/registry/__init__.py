"""The social registry as we hold it: households, persons, centres, and the loading of extracts."""
