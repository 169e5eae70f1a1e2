"""Extracts of the registry and the funds: CSV files of households, scores, coverage, contributions and centres."""

from backend.registry.extracts.loading import LoadReport, load_extract
from backend.registry.extracts.reading import ExtractError
from backend.registry.extracts.rejects import remove_old_rejects

__all__ = ["ExtractError", "LoadReport", "load_extract", "remove_old_rejects"]
