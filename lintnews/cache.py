"""Results of earlier runs: what has not changed is not checked again.

An entry is named by everything that decides about a result: the article's bytes, its
format, the settings, and with them the rules and the program. Its path is not among it,
so a renamed article is known. Whatever is wrong with the file of entries costs time
and nothing else: it is replaced, or done without.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

from . import __version__
from .cachefolder import results_file
from .document.model import Format, Scope
from .finding import Edit, Finding, Fix
from .rules.installed import versions
from .span import Span

LIMIT = 256 * 2**20
"""The size in bytes that a file of results may reach; beyond it, the older half of the entries goes."""

_NAME_SIZE = 20
_SEAL_SIZE = 16

# Seconds to wait for another run that is writing, before doing without.
_PATIENCE = 3.0


class Kept(NamedTuple):
    """What is kept of a result: what `Result` says of a file that was checked, but for its path and its source."""

    findings: tuple[Finding, ...]
    words: int
    scope: Scope
    blocks: tuple[int, int]
    suppressed: int = 0


class Cache(NamedTuple):
    """A file of results, and the key that seals its entries."""

    path: str
    key: bytes

    def name(self, data: bytes, format: Format, settings: str) -> bytes:
        """The name of an article's entry; `settings` is a digest of whatever decides about its result besides."""
        digest = blake2b(f"{settings} {format}\n".encode(), key=self.key, digest_size=_NAME_SIZE, person=b"name")
        digest.update(data)
        return digest.digest()

    def seal(self, name: bytes, content: bytes) -> bytes:
        """Proof that an entry was written by this user's lintnews, under this name."""
        return blake2b(name + content, key=self.key, digest_size=_SEAL_SIZE, person=b"seal").digest()


def open_cache(folder: str | None = None) -> Cache | None:
    """The cache of a run; None where nothing can be kept. See `results_file`."""
    file = results_file(folder)
    return Cache(*file) if file else None


def settings_key(*decisive: str) -> str:
    """A digest of what decides about results besides an article's bytes and format.

    `decisive` says it of rules and settings; lintnews itself, Python and all
    installed packages are added.
    """
    parts = (__version__, sys.version_info[:3], versions(), decisive)
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=_NAME_SIZE).hexdigest()


def _packed(kept: Kept) -> bytes:
    # Named tuples become lists, and so does what is in them.
    return json.dumps(kept, separators=(",", ":")).encode()


def _unpacked(content: bytes) -> Kept:
    findings, words, scope, (inside, whole), suppressed = json.loads(content)
    return Kept(tuple(map(_finding, findings)), words, scope, (inside, whole), suppressed)


def _finding(data: list[Any]) -> Finding:
    rule, severity, message, span, matched, fix, fingerprint, evidence = data
    repair = fix and Fix(tuple(Edit(Span(*place), text) for place, text in fix[0]), fix[1])
    return Finding(rule, severity, message, Span(*span), matched, repair, fingerprint, tuple(evidence))


@contextlib.contextmanager
def recalling(cache: Cache, unpacked: Callable[[bytes], Any] = _unpacked) -> Iterator[Callable[[bytes], Any]]:
    """A function from names to what is known under them, None for nothing; it reads the file until the context ends.

    `unpacked` makes a value (`Kept`) of the bytes that were kept.
    """
    with contextlib.ExitStack() as stack:
        connection: sqlite3.Connection | None = None
        if os.path.exists(cache.path):
            with _forgiving(cache):
                connection = stack.enter_context(_connected(cache))

        def recall(name: bytes) -> Any:
            nonlocal connection
            if connection is None:
                return None
            asked, connection = connection, None  # after an error it is not asked again
            with _forgiving(cache):
                row = asked.execute("SELECT content FROM results WHERE name = ?", (name,)).fetchone()
                connection = asked
                content = _unsealed(cache, name, row[0]) if row else None
                return None if content is None else unpacked(content)
            return None

        yield recall


def keep(cache: Cache, results: Mapping[bytes, Any], packed: Callable[[Any], bytes] = _packed) -> None:
    """Add results by their names: all of them at once, or none where the file cannot be written.

    `packed` makes bytes of a value (`Kept`).
    """
    if not results:
        return
    rows = [(name, _sealed(cache, name, packed(kept))) for name, kept in results.items()]
    with _forgiving(cache), _connected(cache) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE IF NOT EXISTS results (name BLOB PRIMARY KEY, content BLOB)")
        connection.executemany("INSERT OR REPLACE INTO results VALUES (?, ?)", rows)
        if _size(connection) > LIMIT:
            connection.execute(
                "DELETE FROM results WHERE rowid < "
                "(SELECT rowid FROM results ORDER BY rowid LIMIT 1 OFFSET (SELECT count(*) / 2 FROM results))"
            )
        connection.execute("COMMIT")


@contextlib.contextmanager
def _connected(cache: Cache) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(cache.path, timeout=_PATIENCE, isolation_level=None)
    try:
        # A crash of the machine may damage the file, which costs one run; waiting for the disk would cost every run.
        connection.execute("PRAGMA synchronous = OFF")
        yield connection
    finally:
        connection.close()


def _size(connection: sqlite3.Connection) -> int:
    """Bytes in use in the file; what was deleted is used again."""
    count, free, size = (
        connection.execute(f"PRAGMA {what}").fetchone()[0] for what in ("page_count", "freelist_count", "page_size")
    )
    return int((count - free) * size)


@contextlib.contextmanager
def _forgiving(cache: Cache) -> Iterator[None]:
    """Do without the file where it fails, and take a damaged one away."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the rest tells more than is needed here
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR):
            _take_away(cache.path)


def _take_away(path: str) -> None:
    done = "it is made anew"
    try:
        os.unlink(path)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(path + "-journal")
    except OSError as error:
        done = f"remove it ({error.strerror})"
    print(f"lintnews: {path}: this cache is damaged and was not used; {done}", file=sys.stderr)


def _sealed(cache: Cache, name: bytes, content: bytes) -> bytes:
    return cache.seal(name, content) + content


def _unsealed(cache: Cache, name: bytes, sealed: object) -> bytes | None:
    """What is in an entry; None for one that is damaged, or was not written by this user's lintnews."""
    if not isinstance(sealed, bytes) or cache.seal(name, sealed[_SEAL_SIZE:]) != sealed[:_SEAL_SIZE]:
        return None
    return sealed[_SEAL_SIZE:]
