"""Repairs: from a hit in the text to edits of the source, and from edits to a new source."""

from __future__ import annotations

from .apply import Applied, apply
from .place import place

__all__ = ["Applied", "apply", "place"]
