"""Adding `[[ignores]]` entries to the nearest configuration file, and nothing else to it."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from .config.resolve import NAMES, Configurations
from .suppress import Ignore
from .write import WriteError, write_file, write_whole

_SPECIAL = re.compile(r"[*?\[\]\\]|\A[!#]|\s\Z")


class EntryError(ValueError):
    """Entries that cannot be added; the message names the file and the remedy, and the file is as it was."""


def configuration_of(path: str, configurations: Configurations) -> str:
    """The absolute path of the configuration file for an article; it need not exist yet. Raises ConfigError.

    Where the article has none, the place for one is the top of the Git repository, or
    the current folder if the article lies below it, or the article's own.
    """
    if configuration := configurations.of(path):
        return os.path.abspath(configuration.files[-1].path)
    here = os.path.dirname(os.path.abspath(path))
    folders = [here]
    while (above := os.path.dirname(folders[-1])) != folders[-1]:
        folders.append(above)
    top = next((folder for folder in folders if os.path.lexists(os.path.join(folder, ".git"))), "")
    current = os.getcwd()
    return os.path.join(top or (current if current in folders else here), NAMES[0])


def pattern_of(path: str, configuration: str) -> str:
    """The pattern that stands for one article in a configuration file. Raises EntryError."""
    try:
        inside = os.path.relpath(os.path.abspath(path), os.path.dirname(configuration)).replace(os.sep, "/")
        inside.encode()
    except ValueError:
        raise EntryError(f"{path!r}: no entry can name this file; call it otherwise") from None
    if inside.startswith("../"):
        raise EntryError(f"{path}: not below the folder of {configuration}, so no entry there can name it")
    escaped = _SPECIAL.sub(lambda special: "\\" + special[0], inside)
    # A name without a slash would fit in every folder.
    return escaped if "/" in escaped else "/" + escaped


def add_entries(configuration: str, entries: Sequence[Ignore]) -> None:
    """Add entries at the end of a configuration file, which is made if there is none. Raises EntryError."""
    import tomllib

    try:
        with open(configuration, "rb") as file:
            old: bytes | None = file.read()
    except FileNotFoundError:
        old = None
    except OSError as error:
        raise EntryError(f"{configuration}: cannot be read: {error.strerror or error}") from None
    in_table = os.path.basename(configuration) == NAMES[1]
    try:
        text = (old or b"").decode()
        before = tomllib.loads(text)
        whole = text + _text(text, entries, "tool.lintnews.ignores" if in_table else "ignores")
        after = tomllib.loads(whole)
    except ValueError as error:
        remedy = "write the entries into it yourself, as docs/suppressions.md shows"
        raise EntryError(f"{configuration}: nothing can be added: {error}; {remedy}") from None
    table = after["tool"]["lintnews"] if in_table else after
    added = table["ignores"][-len(entries) :]
    del table["ignores"][-len(entries) :]
    if not table["ignores"]:
        del table["ignores"]
    if after != before or [entry.get("rule") for entry in added] != [entry.rule for entry in entries]:
        raise EntryError(f"{configuration}: nothing can be added without changing it; write the entries yourself")
    try:
        if old is None:
            write_whole(configuration, whole.encode())
        else:
            write_file(configuration, old, whole.encode())
    except WriteError as error:
        raise EntryError(f"{configuration}: cannot be written: {error}") from None


def _text(before: str, entries: Sequence[Ignore], name: str) -> str:
    """The entries as TOML, to be put behind `before`."""
    found = re.search(r"\r\n|\n", before)
    end = found[0] if found else "\n"
    lines = [] if not before or before.endswith("\n") else [""]
    for entry in entries:
        lines += [""] if lines or before else []
        lines.append(f"[[{name}]]")
        for key in ("path", "rule", "matched", "fingerprint", "reason"):
            if value := getattr(entry, key):
                lines.append(f"{key} = {_quoted(value)}")
    return end.join(lines) + end


def _quoted(value: str) -> str:
    """A string as TOML writes it."""
    if "'" not in value and value.isprintable() and "\\" in value:
        return f"'{value}'"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in escaped) + '"'
