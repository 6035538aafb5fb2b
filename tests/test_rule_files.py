"""Rule files: what is wrong with one is said with the file, the key and the remedy; what is right does what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from toml_rules import EXAMPLES, HEAD, SOUND, found, load, write

from lintnews.document import parse
from lintnews.engine import check
from lintnews.rules.load import load_file, load_rules
from lintnews.rules.model import RuleError, RuleSet

MATCH = '[[match]]\nphrases = ["harbour lights"]\n'


def problem(folder: Path, content: str, name: str = "pack/harbour-lights") -> str:
    """What the loader says of a file, without the file's name in front."""
    path = write(folder, content, name)
    with pytest.raises(RuleError) as error:
        load_file(path)
    start, _, rest = str(error.value).partition(": ")
    assert start == str(path)
    return rest


def test_a_sound_file_loads(tmp_path: Path) -> None:
    rule = load_file(write(tmp_path, SOUND))
    assert (rule.id, rule.severity, rule.status, rule.delete) == ("pack/harbour-lights", "warning", "stable", False)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("sumary = 'x'", "sumary: unknown key; did you mean 'summary'?"),
        ("frobnicate = 1", "frobnicate: unknown key; known: summary, message, severity,"),
        ("tags = 'x'", "tags: must be a list, not 'x'"),
        ("tags = ['']", "tags: must hold strings that are not empty"),
        ("tags = [1]", "tags: must hold strings that are not empty"),
        ("protected = 'yes'", "protected: must be true or false, not 'yes'"),
        ("status = 'stabel'", "status: 'stabel' is not one of stable, preview, deprecated; did you mean 'stable'?"),
        ("where = 1", "where: must be a table, not 1"),
        ("[where]\nlast_block = 2", "where.last_block: unknown key; did you mean 'last_blocks'?"),
        ("[where]\nlast_blocks = '2'", "where.last_blocks: must be a number, not '2'"),
        ("[where]\nlast_blocks = true", "where.last_blocks: must be a number, not True"),
        ("[where]\nfirst_blocks = 0", "where.first_blocks: must be 1 or more"),
        ("[where]\nblock = ['paragraf']", "where.block: 'paragraf' is not one of heading, paragraph,"),
        ("[where]\nblock = ['paragraf']", "did you mean 'paragraph'?"),
        ("[where]\nregion = ['foot']", "where.region: 'foot' is not one of article, header, footer,"),
        ("[where]\nformat = ['htm']", "where.format: 'htm' is not one of text, html, markdown; did you mean 'html'?"),
        ("[where]\nimages = 1", "where.images: must be true or false, not 1"),
        ("[fix]\ndelete = 'yes'", "fix.delete: must be true or false, not 'yes'"),
        ("[fix]\napplicability = 'save'", "fix.applicability: 'save' is not one of safe, unsafe, display"),
        (
            "protected = true\n[fix]\ndelete = true\napplicability = 'safe'",
            'fix.applicability: a protected rule is never repaired by a program; use "display"',
        ),
    ],
)
def test_a_wrong_key_is_named_with_its_remedy(tmp_path: Path, line: str, said: str) -> None:
    assert said in problem(tmp_path, HEAD + line + "\n" + MATCH + EXAMPLES)


@pytest.mark.parametrize("key", ["summary", "message", "severity", "since", "why"])
def test_a_missing_key_is_named(tmp_path: Path, key: str) -> None:
    left = "".join(line for line in SOUND.splitlines(keepends=True) if not line.startswith(key))
    assert problem(tmp_path, left) == f"{key}: is missing; every rule has one"


def test_a_wrong_severity_shows_the_nearest(tmp_path: Path) -> None:
    said = problem(tmp_path, SOUND.replace('"warning"', '"warn"'))
    assert said == "severity: 'warn' is not one of note, warning, error; did you mean 'warning'?"


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        ("phrase = ['harbour lights']", "match[1].phrase: unknown key; did you mean 'phrases'?"),
        ("", "match[1]: needs phrases or patterns"),
        (
            "phrases = ['harbour lights']\nextent = 'paragraph'",
            "match[1].extent: 'paragraph' is not one of match, sentence, block, to-end",
        ),
        ("phrases = ['harbour lights']\nextent = 'to_end'", "did you mean 'to-end'?"),
        ("phrases = 'harbour lights'", "match[1].phrases: must be a list, not 'harbour lights'"),
        ("phrases = ['harbour lights']\nat_least = 0", "match[1].at_least: must be 1 or more"),
        ("phrases = ['...']", "match[1].phrases: '...' holds no letter"),
        ("phrases = ['ad']", "match[1].phrases: 'ad' is too short to stand alone; use extent = \"block\""),
        (
            "patterns = ['harbour (lights']",
            "match[1].patterns: 'harbour (lights' is not a regular expression: missing )",
        ),
        ("phrases = ['harbour lights']\nunless = ['*']", "match[1].unless: '*' is not a regular expression"),
        (r"patterns = ['\w+ \d+']", "match[1].patterns: '\\\\w+ \\\\d+' requires no literal of 4 letters: add anchors"),
        ("patterns = ['a|harbour']", "where.last_blocks (at most 20)"),
    ],
)
def test_a_wrong_clause_is_named_with_its_remedy(tmp_path: Path, clause: str, said: str) -> None:
    assert said in problem(tmp_path, HEAD + "[[match]]\n" + clause + "\n" + EXAMPLES)


def test_the_clause_and_the_example_are_counted(tmp_path: Path) -> None:
    assert problem(tmp_path, HEAD + MATCH + "[[match]]\n" + EXAMPLES).startswith("match[2]: ")
    assert problem(tmp_path, SOUND.replace('name = "silent"', 'nam = "silent"')).startswith("example[2].nam: ")


def test_deleting_and_replacing_exclude_each_other(tmp_path: Path) -> None:
    said = problem(tmp_path, HEAD + MATCH + "replace = 'x'\n[fix]\ndelete = true\n" + EXAMPLES)
    assert said == "match[1].replace: the rule deletes already; keep one of fix.delete and replace"


@pytest.mark.parametrize("table", ["match", "example"])
def test_tables_are_written_with_double_brackets(tmp_path: Path, table: str) -> None:
    other = EXAMPLES if table == "match" else MATCH
    assert problem(tmp_path, f"{HEAD}{table} = ['x']\n{other}") == f"{table}: write [[{table}]] for each of them"


@pytest.mark.parametrize(
    ("example", "said"),
    [
        ("", "example[1]: needs exactly one of text, html and markdown"),
        ("text = 'x'\nhtml = 'x'", "example[1]: needs exactly one of text, html and markdown"),
        ("text = '⟦x'", "example[1].text: every ⟦ needs its ⟧"),
        ("html = 'x⟧'", "example[1].html: every ⟦ needs its ⟧"),
        ("text = '⟧x⟦'", "example[1].text: every ⟦ needs its ⟧"),
        ("text = '⟦x⟦y⟧⟧'", "no mark stands inside another"),
    ],
)
def test_a_wrong_example_is_named(tmp_path: Path, example: str, said: str) -> None:
    assert said in problem(tmp_path, HEAD + MATCH + "[[example]]\nname = 'x'\n" + example + "\n")


def test_broken_toml_is_named_with_its_line(tmp_path: Path) -> None:
    assert problem(tmp_path, "summary = \n").startswith("not valid TOML: Invalid value (at line 1, column 11)")


def test_other_bytes_than_utf_8_are_named(tmp_path: Path) -> None:
    path = write(tmp_path, "")
    path.write_bytes(SOUND.encode().replace(b"Words", b"W\xf6rter"))
    with pytest.raises(RuleError, match=r"harbour-lights\.toml: cannot be read: .*utf-8"):
        load_file(path)


@pytest.mark.parametrize("name", ["pack/Harbour", "pack/harbour_lights", "Pack/harbour", "pack/1st"])
def test_file_and_folder_names_make_the_id(tmp_path: Path, name: str) -> None:
    assert "must be lower-case words joined by hyphens" in problem(tmp_path, SOUND, name)


def test_two_rules_of_one_name_are_both_named(tmp_path: Path) -> None:
    one, two = (write(tmp_path / folder, SOUND) for folder in ("one", "two"))
    with pytest.raises(RuleError) as error:
        load_rules([tmp_path / "one", tmp_path / "two"])
    assert str(error.value) == f"{two}: the name 'pack/harbour-lights' is taken by {one}; rename one of them"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="nowhere: no such folder of rules"):
        load_rules([tmp_path / "nowhere"])


# ---- what the keys do


def test_to_end_takes_everything_from_the_first_of_two_phrases(tmp_path: Path) -> None:
    rule = load(
        tmp_path,
        '[where]\nlast_blocks = 3\n[[match]]\nat_least = 2\nextent = "to-end"\n'
        'phrases = ["leave a reply", "cancel reply", "required fields are marked"]\n'
        '[fix]\ndelete = true\napplicability = "unsafe"\n',
    )
    form = "Leave a Reply Cancel reply\n\nRequired fields are marked *\n\nName"
    assert found(rule, f"It rains.\n\n{form}") == [form]
    assert found(rule, "It rains.\n\nLeave a reply or leave a reply.\n\nName") == []
    assert found(rule, f"{form}\n\nOne.\n\nTwo.\n\nThree.") == []


def test_focus_narrows_the_finding_and_replace_repairs_it(tmp_path: Path) -> None:
    rule = load(
        tmp_path,
        '[where]\nlast_blocks = 6\n[[match]]\nanchors = ["our standards"]\n'
        "patterns = ['''\\((?:reporting|editing) by [^()]{3,99}?(?P<focus>\\)?\\s*our standards:.*)$''']\n"
        'replace = ")"\n',
    )
    assert found(rule, "(Editing by Jane RoeOur Standards: The Principles.") == ["Our Standards: The Principles."]
    assert found(rule, "“Our standards: the principles are on the wall,” she said.") == []


def test_anchors_and_unless_look_at_the_block(tmp_path: Path) -> None:
    rule = load(
        tmp_path,
        '[[match]]\nanchors = ["inbox", "newsletter"]\npatterns = ["sign up (?:for|to) our [a-z ]+"]\n'
        'unless = ["unsubscribe", "^she"]\n',
    )
    assert found(rule, "Sign up for our newsletter.") == ["Sign up for our newsletter"]
    assert found(rule, "Sign up for our choir.\n\nA newsletter.") == []
    assert found(rule, "Sign up for our newsletter. UNSUBSCRIBE any time.\n\nSign up to our inbox") == [
        "Sign up to our inbox"
    ]
    assert found(rule, "She said: sign up for our newsletter.") == []


@pytest.mark.parametrize(
    ("images", "with_image", "without"), [("true", 1, 0), ("false", 0, 1)], ids=["only with", "only without"]
)
def test_images(tmp_path: Path, images: str, with_image: int, without: int) -> None:
    rule = load(tmp_path, f"[where]\nimages = {images}\n{MATCH}")
    assert len(found(rule, '<p><img src="x"></p><p>Harbour lights</p>', "html")) == with_image
    assert len(found(rule, "<p>Harbour lights</p>", "html")) == without


def test_lang(tmp_path: Path) -> None:
    rule = load(tmp_path, f'[where]\nlang = ["de"]\n{MATCH}')
    german = "Der Hafen ist in der Nacht nicht zu sehen, und das ist für die Schiffe ein Problem. Harbour lights."
    english = "The port is not to be seen at night, and that is a problem for the ships of the town. Harbour lights."
    assert found(rule, german) == ["Harbour lights"]
    assert found(rule, english) == []
    assert found(rule, "Harbour lights") == ["Harbour lights"]  # too short to tell


def test_format(tmp_path: Path) -> None:
    rule = load(tmp_path, f'[where]\nformat = ["markdown", "text"]\n{MATCH}')
    assert [len(found(rule, "Harbour lights", format)) for format in ("text", "markdown", "html")] == [1, 1, 0]


def test_block_and_region(tmp_path: Path) -> None:
    page = "<footer><p>Harbour lights</p></footer><h2>Harbour <i>lights</i></h2><p>Harbour  lights</p>"
    heading = load(tmp_path, f'[where]\nblock = ["heading"]\n{MATCH}')
    footer = load(tmp_path, f'[where]\nregion = ["footer"]\n{MATCH}')
    document = parse(page, "html", "page")
    assert [[f.matched for f in check(document, RuleSet((rule,)))] for rule in (heading, footer)] == [
        ["Harbour lights"],
        ["Harbour lights"],
    ]
    assert [check(document, RuleSet((rule,)))[0].span.start for rule in (heading, footer)] == [
        page.index("Harbour <i>"),
        page.index("Harbour"),
    ]


def test_site(tmp_path: Path) -> None:
    rule = load(tmp_path, f'[where]\nsite = ["post.example"]\n{MATCH}')
    pages = [
        f'<link rel="canonical" href="{address}"><p>Harbour lights</p>'
        for address in ("https://post.example/a", "https://www.POST.example/", "https://lamppost.example/a")
    ]
    assert [len(found(rule, page, "html")) for page in [*pages, "<p>Harbour lights</p>"]] == [1, 1, 0, 0]


def test_first_and_last_blocks_add_up(tmp_path: Path) -> None:
    rule = load(tmp_path, f"[where]\nfirst_blocks = 1\nlast_blocks = 1\n{MATCH}")
    assert len(found(rule, "Harbour lights\n\nHarbour lights\n\nHarbour lights")) == 2


def test_case(tmp_path: Path) -> None:
    rule = load(tmp_path, "[[match]]\ncase = true\npatterns = ['Harbour lights']\n")
    assert found(rule, "Harbour lights are no harbour lights.") == ["Harbour lights"]
