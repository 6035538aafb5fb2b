"""lintnews finds what must not be published in an aggregated, syndicated or machine-rewritten article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import lint_path, lint_text, load_settings
    from .config.settings import ConfigError, Settings
    from .finding import Edit, Finding, Fix
    from .run import InputError
    from .span import Span

__version__ = "0.1.0"

__all__ = [
    "ConfigError",
    "Edit",
    "Finding",
    "Fix",
    "InputError",
    "Settings",
    "Span",
    "__version__",
    "lint_path",
    "lint_text",
    "load_settings",
]

_HOMES = {
    "lint_path": "api",
    "lint_text": "api",
    "load_settings": "api",
    "ConfigError": "config.settings",
    "Settings": "config.settings",
    "Edit": "finding",
    "Finding": "finding",
    "Fix": "finding",
    "InputError": "run",
    "Span": "span",
}


def __getattr__(name: str) -> Any:
    # Loaded when first used, so that `import lintnews` costs next to nothing.
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f".{_HOMES[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
