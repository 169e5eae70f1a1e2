"""The `haqqi` command line."""
