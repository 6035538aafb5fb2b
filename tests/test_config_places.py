"""Lines of keys: the walk over a file finds what the parser finds, where it stands."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from lintnews.config.places import At, line_of, lines


def ways(value: Any, at: At = ()) -> Iterator[At]:
    """What leads to every value of a parsed file."""
    if at:
        yield at
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for part, inner in inside:
        yield from ways(inner, (*at, part))


PLAIN = "ab=#.[]{}, é"
KEYS = st.sampled_from(["a", "b-c", "d_1", "1", '"e f"', "'g.h'", '"[i]"', '"\\u006a"', "'#k'"])
DOTTED = st.lists(KEYS, min_size=1, max_size=3).flatmap(
    lambda parts: st.sampled_from([".", " . "]).map(lambda dot: dot.join(parts))
)
STRINGS = st.one_of(
    st.text(PLAIN, max_size=6).map(lambda text: f'"{text}"'),
    st.text(PLAIN + '"\\', max_size=6).map(lambda text: f"'{text}'"),
    st.text(PLAIN + "\n'", max_size=8).map(lambda text: f'"""{text}"""'),
    st.text(PLAIN + '\n"\\', max_size=8).map(lambda text: f"'''{text}'''"),
    st.sampled_from(['"\\""', '"\\\\"', '"""a""\\"\n"""', '"""a"""""', "'''b'''''", '"""\\\n  c"""', '""', "''"]),
)
OTHERS = st.sampled_from(["1", "-1.5", "true", "1979-05-27 07:32:00", "1979-05-27T07:32:00Z", "inf", "1e5", "0x_a"])
GAPS = st.sampled_from(["", " ", "\n", "# ] x\n", "\r\n  "])
VALUES: st.SearchStrategy[str] = st.recursive(
    STRINGS | OTHERS,
    lambda inner: (
        st.tuples(GAPS, st.lists(st.tuples(inner, GAPS), max_size=3), st.booleans()).map(
            lambda parts: (
                "["
                + parts[0]
                + ",".join(value + gap for value, gap in parts[1])
                + ("," if parts[2] and parts[1] else "")
                + "]"
            )
        )
        | st.lists(st.tuples(DOTTED, inner), max_size=2).map(
            lambda pairs: "{" + ", ".join(f"{key} = {value}" for key, value in pairs) + "}"
        )
    ),
    max_leaves=6,
)
LINES = st.one_of(
    st.tuples(DOTTED, VALUES).map(lambda pair: f"{pair[0]} = {pair[1]}"),
    st.tuples(DOTTED, VALUES).map(lambda pair: f"{pair[0]}={pair[1]} # [x]"),
    DOTTED.map(lambda key: f"[{key}]"),
    DOTTED.map(lambda key: f"[ {key} ]  # y = 1"),
    DOTTED.map(lambda key: f"[[{key}]]"),
    st.sampled_from(["", "# z = [", "   "]),
)


@given(st.lists(LINES, max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_the_walk_finds_what_the_parser_finds(written: list[str], end: str) -> None:
    text = end.join(written)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assume(False)
    found = lines(text)
    assert set(found) == set(ways(table))
    for at, line in found.items():
        if isinstance(at[-1], str) and at[-1].isalnum() and at[-1] != "j":
            assert at[-1] in text.split("\n")[line - 1]


def test_lines_count_from_one_and_the_nearest_place_stands_in() -> None:
    text = "# head\nselect = [\n  'a',\n  'b']\n[[overrides]]\npaths = ['x']\n[overrides.severity]\n'p' = 'off'\n"
    found = lines(text)
    assert found[("select", 1)] == 4
    assert found[("overrides", 0)] == 5
    assert found[("overrides", 0, "severity", "p")] == 8
    assert line_of(found, ("overrides", 0, "severity", "gone", 3)) == 7
    assert line_of(found, ("nothing",)) == 1
    assert line_of({}, ()) == 1
