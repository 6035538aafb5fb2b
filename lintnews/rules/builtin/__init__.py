"""Rules that need more than phrases and patterns: one function a file.

Each module makes one `Rule` with `@rule(...)`; nothing is registered anywhere,
`builtin_rules` looks at the modules of this package. Patterns are kept as strings and
used through `re.search` and its like, which compile and remember them when first needed:
most articles need few of them, and compiling all would double the start-up time.
"""

from __future__ import annotations

from ..model import Rule


def builtin_rules() -> list[Rule]:
    """The rules of all modules of this package."""
    from importlib import import_module
    from os import listdir

    names = sorted({name.partition(".")[0] for name in listdir(__path__[0]) if name[0] != "_"})
    modules = [import_module(f"{__name__}.{name}") for name in names]
    return [value for module in modules for value in vars(module).values() if isinstance(value, Rule)]
