"""The rule cache saves the reading of TOML and nothing else: no rule is ever old, lost or wrong because of it."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest
from command import check
from toml_rules import HEAD, SOUND, write

from lintnews.rules.load import load_rules
from lintnews.rules.model import Clause, Rule, RuleError
from lintnews.rules.packed import whole


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("LINTNEWS_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that is parsed as TOML."""
    seen: list[str] = []
    loads = tomllib.loads
    monkeypatch.setattr(tomllib, "loads", lambda text: seen.append(text) or loads(text))
    return seen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "rules", SOUND)
    write(tmp_path / "rules", SOUND.replace("harbour lights", "harbour bells"), "pack/harbour-bells")
    return tmp_path / "rules"


def phrases(folder: Path) -> dict[str, tuple[str, ...]]:
    return {rule.id: rule.clauses[0].phrases for rule in load_rules([folder]).rules}


BOTH = {"pack/harbour-bells": ("harbour bells",), "pack/harbour-lights": ("harbour lights",)}


def test_the_second_load_parses_nothing(cache: Path, folder: Path, parsed: list[str]) -> None:
    assert phrases(folder) == BOTH
    assert len(parsed) == 2
    assert phrases(folder) == BOTH
    assert len(parsed) == 2


def sighted(rule: Rule) -> list[Clause]:
    """The clauses of a rule as far as sighting needs them: the patterns of a function stay in its module."""
    clauses = whole(rule.clauses)
    return [c._replace(patterns=("",) * len(c.patterns)) if rule.by_function else c for c in clauses]


def test_a_cached_rule_is_the_rule_of_the_file(cache: Path) -> None:
    fresh, cached, whole = load_rules().rules, load_rules().rules, load_rules(examples=True).rules
    for one, two, three in zip(fresh, cached, whole, strict=True):
        for other in (two, three):
            assert (other.id, sighted(other), other.where, other.literals, other.digest, other.message) == (
                one.id,
                sighted(one),
                one.where,
                one.literals,
                one.digest,
                one.message,
            )


def test_an_edited_file_is_seen(cache: Path, folder: Path) -> None:
    assert phrases(folder) == BOTH
    path = write(folder, SOUND.replace("harbour lights", "harbour light"))
    assert phrases(folder)["pack/harbour-lights"] == ("harbour light",)
    # The same size, another time:
    before = path.stat()
    write(folder, SOUND.replace("harbour lights", "harbour night"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    assert phrases(folder)["pack/harbour-lights"] == ("harbour night",)


def test_a_new_and_a_removed_file_are_seen(cache: Path, folder: Path) -> None:
    assert phrases(folder) == BOTH
    write(folder, SOUND.replace("harbour lights", "harbour horns"), "other/harbour-horns")
    assert phrases(folder) == BOTH | {"other/harbour-horns": ("harbour horns",)}
    (folder / "pack" / "harbour-bells.toml").unlink()
    assert list(phrases(folder)) == ["other/harbour-horns", "pack/harbour-lights"]


def test_a_broken_file_is_an_error_however_often_it_is_loaded(cache: Path, folder: Path) -> None:
    write(folder, HEAD)
    for _ in range(2):
        with pytest.raises(RuleError, match="match: is missing"):
            phrases(folder)


def test_folders_do_not_take_each_other_s_place(cache: Path, tmp_path: Path, parsed: list[str]) -> None:
    for name in ("one", "two"):
        write(tmp_path / name, SOUND.replace("harbour lights", f"harbour {name}"))
    for _ in range(2):
        assert phrases(tmp_path / "one") == {"pack/harbour-lights": ("harbour one",)}
        assert phrases(tmp_path / "two") == {"pack/harbour-lights": ("harbour two",)}
    assert len(parsed) == 2


def _cut(data: bytes, at: int) -> bytes:
    return data[:at]


def _inverted(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


def _emptied(data: bytes, at: int) -> bytes:
    return data[:at] + bytes(len(data) - at)


def _lengthened(data: bytes, at: int) -> bytes:
    return data[:at] + b"x" + data[at:]


def test_a_damaged_cache_heals(cache: Path, folder: Path, parsed: list[str]) -> None:
    assert phrases(folder) == BOTH
    sound = {stored: stored.read_bytes() for stored in cache.iterdir()}
    assert len(sound) == 2  # what matching takes, and all there is
    for sixtieth in range(60):
        for damage in (_cut, _inverted, _emptied, _lengthened):
            for stored, data in sound.items():
                stored.write_bytes(damage(data, sixtieth * len(data) // 60))
            assert phrases(folder) == BOTH
            assert {stored: stored.read_bytes() for stored in sound} == sound
    count = len(parsed)
    assert phrases(folder) == BOTH
    assert len(parsed) == count


@pytest.mark.parametrize("blocked", ["file", "file/below", "folder"])
def test_a_cache_folder_that_cannot_be_written_only_costs_time(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, blocked: str
) -> None:
    (tmp_path / "file").write_bytes(b"in the way")
    monkeypatch.setenv("LINTNEWS_CACHE_DIR", str(tmp_path / blocked))
    if blocked == "folder":  # where the cache should be stored there is a folder
        phrases(folder)
        for stored in (tmp_path / "folder").iterdir():
            stored.unlink()
            stored.mkdir()
    for _ in range(2):
        assert phrases(folder) == BOTH
    assert (tmp_path / "file").read_bytes() == b"in the way"


def test_the_command_line_works_with_a_damaged_and_with_no_cache(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("It rains.\n\nAdvertisement\n")
    (tmp_path / "cache").mkdir()
    first = check(article, LINTNEWS_CACHE_DIR=str(tmp_path / "cache"))
    assert first.rules == ["promotion/ad-placeholder"]
    for stored in (tmp_path / "cache").iterdir():
        stored.write_bytes(stored.read_bytes()[:-7])
    for folder in ("cache", "a.txt/cache"):
        assert check(article, LINTNEWS_CACHE_DIR=str(tmp_path / folder)) == first


def test_no_temporary_file_stays(cache: Path, folder: Path, tmp_path: Path) -> None:
    for _ in range(3):
        write(folder, SOUND + "\n# more\n" * 3)
        phrases(folder)
    assert len(list(cache.iterdir())) == 2
