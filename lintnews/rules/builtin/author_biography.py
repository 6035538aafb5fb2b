"""Who wrote the text, told under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Selector, Sighting, Wording
from ..said import Said
from ._authors import COMPANIONS, NAME
from ._biographies import BIOS, ME, MINE, POSTS, SHORT
from .author_contact_box import fits, has_a_part

# What a report holds and such a box does not: asked first, because it is cheap.
_REPORTS = (" said", " says", " told ", " were ", " had ")
# The title of a book.
_TITLE = r'"([^"]{2,60})"'
_EDGES = " \t\n.*_|-/[]()!?»>:…"


@rule(
    "notice/author-biography",
    summary="Sentences about the author under the text",
    message="Biography of the author left under the text",
    severity="warning",
    since="0.1.0",
    delete=True,
    applicability="unsafe",
    where=Selector(blocks=("paragraph", "heading", "list-item", "cell", "caption"), longest=900, last_blocks=4),
    wordings=(
        Wording("named", "|".join(f"{NAME}(?:{one})" for one in BIOS), "sentence"),
        Wording("short", "|".join(SHORT), "sentence"),
        Wording("posts", "|".join(POSTS)),
        Wording("me", "|".join(ME), "sentence"),
    ),
    tags=("boilerplate", "provenance"),
    why="""
“{Name} is director of the institute”, “When she is not writing, she …”: blogs and opinion pages
present their guests under the text. Under another house's name the sentences are false.

Callings and hobbies are in the news as well. So it counts only in the last four blocks, as a
whole block of such sentences, in the present tense, about somebody whom the text names
nowhere else.
""",
    examples=(
        marked(
            "a guest and a columnist",
            "The vote is on Friday.\n\n⟦Una Farr is director of the Skerry Institute and a fellow of Lamp College.⟧\n\n"
            "⟦Guest columnist Ole Brandt is treasurer of the choir. His column runs on Sundays.⟧\n",
            fixed="The vote is on Friday.\n",
        ),
        marked(
            "a blogger and a hobby",
            "The vote is on Friday.\n\n⟦Hello, I’m Ada! I bake bread on an island. Welcome to my oven!⟧\n\n"
            "⟦When he’s not baking, you can find him on his boat.⟧\n",
        ),
        marked(
            "a post",
            "The vote is on Friday.\n\n⟦Una Farr, Senior Lecturer in Law, Lamp College⟧\n",
        ),
        marked(
            "a label and links in brackets",
            "The vote was close.\n\n⟦Our critic: Una Farr, harbour master, ten years at the pier⟧\n\n⟦Ole bakes and sails. [Profile] [Email]⟧\n",
        ),
        marked(
            "people in the news",
            "The vote is on Friday.\n\nUna Farr is director of the harbour and said the ferry would run again.\n\n"
            "The writer lives in a tower. Ole covers his roof with straw.\n\nIn her spare time she built the chapel.",
        ),
        marked(
            "somebody whom the text names",
            "Una Farr has opened the dairy again, and the whole village came to see it.\n\nUna Farr is a retired teacher and lives in Skerry.",
        ),
    ),
)
def author_biography(document: Document, sightings: Sequence[Sighting], said: Said) -> Iterator[Hit]:
    """Find blocks that are nothing but a biography."""
    text = plain_text(document)
    for block in said.blocks:
        part = text[block.start : block.end]
        if document.body[0] is block or any(word in part for word in _REPORTS):
            continue
        if _is_bio(document, block, text, said):
            yield Hit(block.span)


def _is_bio(document: Document, block: Block, text: str, said: Said) -> bool:
    from ...document.sentences import sentences

    part = text[block.start : block.end]
    if post := said.whole("posts", block, part.strip(_EDGES)) or said.whole("posts", block, part):
        name = post.groupdict().get("name")
        return not (name and ":" in part[:40] and has_a_part(document, block, name.split()[-1]))
    about = mine = False
    for number, sentence in enumerate(sentences(document, block)):
        words = re.sub(_TITLE, r"\1", text[sentence.start : sentence.end]).strip(_EDGES)
        if said.whole("me", block, words):
            mine = True
        elif named := said.whole("named", block, words):
            about = not has_a_part(document, block, named["name"].split()[-1])
            if not about:
                return False
        elif said.whole("short", block, words) and not _is_known(document, block, words):
            about = True
        elif number == 0 or not ((about and fits(COMPANIONS, words)) or (mine and fits((MINE,), words))):
            return False
    return about or mine


def _is_known(document: Document, block: Block, words: str) -> bool:
    """Whether the text names the person with whom a sentence begins, or speaks of whoever that is."""
    first = words.split()[0]
    return first not in (
        "The",
        "When",
        "In",
        "Guest",
        "Our",
        "Columnist",
        "Bio",
        "About",
        "Author",
        "MORE",
    ) and has_a_part(document, block, first.strip(",:'s"))
