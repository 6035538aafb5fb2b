"""`lintnews rules` and `lintnews explain`: the rules, one by one."""

from __future__ import annotations

import os
import re

import click

from ..rules.model import RuleError, RuleSet
from .failure import fail


@click.group()
def rules() -> None:
    """Show, test and start rules."""


@rules.command("list")
def list_rules() -> None:
    """All rules: name, severity, how they repair, what they find.

    Those that the configuration of this folder adds (rule-paths) are among them.
    """
    for rule in _all(examples=False).rules:
        repair = rule.fix or ""
        status = "" if rule.status == "stable" else f" [{rule.status}]"
        click.echo(f"{rule.id:34} {rule.severity:8} {repair:8} {rule.summary}{status}")


@rules.command()
@click.argument("id")
def show(id: str) -> None:
    """One rule: what it finds, why, and examples of what it marks and lets go."""
    _show(id)


@click.command()
@click.argument("id")
def explain(id: str) -> None:
    """The same as `lintnews rules show`."""
    _show(id)


def _show(id: str) -> None:
    known = _all()
    rule = known.get(id)
    if rule is None:
        try:
            meant = known.select([id]).rules
        except RuleError as error:
            raise fail(str(error)) from None
        if len(meant) == 1:
            raise fail(f"no rule is called {id!r}; did you mean {meant[0].id!r}?")
        raise fail(f"{id!r} is more than one rule: {', '.join(rule.id for rule in meant)}")
    from ..report.manual import page

    click.echo(page(rule), nl=False)


@rules.command()
def manual() -> None:
    """The pages of the rules that come with lintnews, as they stand in rules/README.md."""
    from ..report.manual import manual as write_manual

    click.echo(write_manual(_shipped().rules), nl=False)


@rules.command()
@click.argument("path", required=False)
def test(path: str | None) -> None:
    """Run the examples of rules: all, one by id, or those of a rule file or folder of packs."""
    from ..rules.load import load_file, load_rules
    from ..testing import problems

    try:
        if path is None:
            tested = _all().rules
        elif os.path.isdir(path):
            tested = load_rules([path], examples=True).rules
        elif os.path.exists(path) or path.endswith(".toml"):
            tested = (load_file(path),)
        else:
            tested = _all().select([path]).rules
    except RuleError as error:
        raise fail(str(error)) from None
    wrong = 0
    for rule in tested:
        for problem in problems(rule):
            wrong += 1
            click.echo(f"{rule.id}: {problem}")
    examples = sum(len(rule.examples) for rule in tested)
    click.echo(f"Rules: {len(tested)}, examples: {examples}, problems: {wrong}")
    if not tested:
        raise fail(f"{path}: no rules here; a rule file is <pack>/<rule>.toml")
    if wrong:
        raise click.exceptions.Exit(1)


@rules.command()
@click.argument("id")
@click.option(
    "--folder",
    type=click.Path(file_okay=False),
    default="rules",
    show_default=True,
    help="Folder of packs.",
)
def new(id: str, folder: str) -> None:
    """Start a rule file: rules/<pack>/<rule>.toml with every part in place."""
    if not re.fullmatch(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*/[a-z][a-z0-9]*(?:-[a-z0-9]+)*", id):
        raise fail(f"{id!r}: write <pack>/<rule> in lower-case words joined by hyphens, such as notice/press-contact")
    path = os.path.join(folder, *f"{id}.toml".split("/"))
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "x", encoding="utf-8") as file:
            file.write(_SKELETON)
    except FileExistsError:
        raise fail(f"{path}: exists already") from None
    except OSError as error:
        raise fail(f"{path}: cannot be written: {error.strerror or error}") from None
    click.echo(f"{path} written. Fill it in, then: lintnews rules test {path}")


def _shipped() -> RuleSet:
    from ..rules.load import shipped

    return shipped()


def _all(*, examples: bool = True) -> RuleSet:
    """The rules that come with lintnews, and those that the configuration of the current folder adds."""
    from ..config.resolve import Configurations
    from ..config.settings import ConfigError
    from ..rules.load import load_rules

    try:
        return load_rules(examples=examples, paths=Configurations().settings("<article>").rule_paths)
    except (ConfigError, RuleError) as error:
        raise fail(str(error)) from None


_SKELETON = """\
summary  = "What the rule finds, in a few words"
message  = "What an editor reads beside the finding"
severity = "warning"            # error, warning or note
status   = "stable"             # stable, or preview while it is tried out
since    = "0.1.0"

why = '''
Where these words come from, why they must not be published, and what keeps the rule
silent in honest prose.
'''

[where]                         # everything here is optional
block = ["paragraph", "heading"]

[[match]]
extent  = "block"               # match, sentence, block or to-end
phrases = ["the words to find"]

[fix]
delete        = true
applicability = "safe"          # safe, unsafe or display

[[example]]
name  = "marked: what the rule finds stands between the brackets"
text  = '''
The vote is on Friday.

⟦The words to find⟧
'''
fixed = '''
The vote is on Friday.
'''

[[example]]
name = "silent: a near miss"
text = '''
Nobody knew the words to find in such a moment.
'''
"""
