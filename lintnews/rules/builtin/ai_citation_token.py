"""Citation marks of chatbots."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Document
from ...span import Span
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Sighting

# U+E200 to U+E206 are what ChatGPT puts around its citations; they print nothing.
_TOKEN = (
    r"(?i)\s?(?::contentreference\[oaicite:\d+\](?:\{index=\d+\})?|\[?oaicite:\d+\]?(?:\{index=\d+\})?|oai_citation:\d+(?:‡[\w.-]+)?|"
    "[\ue200-\ue206]*(?:cite|navlist|image_group|filecite|video)?[\ue200-\ue206]*"
    r"(?:turn\d+(?:search|news|image|file|view|fetch|academia|forecast|product|maps|reddit)\d+(?:l\d+-l\d+)?"
    "[\ue200-\ue206]*)+|"
    r"【\d+(?::\d+)?†[^【】]{1,80}】|\(?\{\"attribution\":\{\"attributableindex\":\"[\d-]+\"\}\}\)?|\(?sandbox:/mnt/data/[\w./%-]*\w\)?|"
    r":::writing\{[^{}]{0,120}\}|\[cite_(?:start|end)\]|\[cite: ?\d+(?:, ?\d+)*\]|\[span_\d+\]\((?:start|end)_span\)|"
    r"<?grok[-_:](?:card|render)\b(?:[^<>\s]{0,60}>)?|\[\]\(grok_render_citation_card_json=[^)]{1,200}\)|\[attached_(?:file|image):\d+\]|"
    r"\[(?:web|memory|conversation_history|generated_image):\d+\]|\[\d+†[^\[\]]{1,80}\]|"
    r"[\[(]?(?:https?://[^\s()\[\]]{4,300}[?&])?utm_source=(?:chatgpt|openai|copilot|perplexity|claude|gemini|grok)(?:\.(?:com|ai))?\b[^\s()\[\].,;]{0,80}[\])]?)"
)


@rule(
    "machine/ai-citation-token",
    summary="Citation mark of a chatbot",
    message="Citation mark of a chatbot",
    severity="error",
    since="0.1.0",
    delete=True,
    literals=(
        "oaicite", "oai_citation", "turn0", "turn1", "turn2", "turn3", "turn4", "turn5", "turn6", "turn7", "turn8", "turn9", "【", "attributableindex",
        "/mnt/data/", ":::writing", "[cite_", "[cite:", "[span_", "grok_", "grok-card", "grok:", "[attached_", "[web:", "[memory:",
        "[conversation_history", "[generated_image", "†", "utm_source=",
    ),
    tags=("machine",),
    why="""
Chat products mark their sources with tokens of their own, which their pages turn into
links. Copied out, the tokens stay: they mean nothing to a reader and prove where the
text comes from. The claim before the token should be checked.

Every token is a string that nobody writes by hand. Quotation marks around one keep it,
because articles about such slips quote them.
""",
    examples=(
        marked(
            "behind sentences",
            "The vote was close.⟦:contentReference[oaicite:3]{index=3}⟧ The band slept.⟦【12†L31-L40】⟧\n",
            fixed="The vote was close. The band slept.\n",
        ),
        marked(
            "tokens of several products",
            "The vote ⟦[oaicite:1]⟧ and the count ⟦citeturn0search2turn0news1⟧ were read ⟦oai_citation:2‡skerry.example⟧ again.\n\n"
            "⟦[cite_start]⟧The dairy is old. ⟦[cite: 3, 12]⟧ The band ⟦[span_1](start_span)⟧ has moved in. ⟦[attached_file:1]⟧ It pays no "
            "rent. ⟦[web:4]⟧\n\nThe rent ⟦({\"attribution\":{\"attributableIndex\":\"1009-1\"}})⟧ is in ⟦sandbox:/mnt/data/rent.csv⟧.\n\n"
            "⟦:::writing{variant=\"document\" id=\"31245\"}⟧ The card ⟦grok_card⟧ and ⟦[](grok_render_citation_card_json={\"cardIds\":"
            "[\"a1\"]})⟧ stayed.\n",
        ),
        marked(
            "sources in brackets and addresses that a chatbot gave",
            "The dairy is old ⟦[3†source]⟧ and the rent low ⟦(https://skerry.example/rent?utm_source=chatgpt.com)⟧.\n",
        ),
        marked("wrapped in characters that print nothing", "<p>The vote was close.⟦\ue200cite\ue202turn0search0\ue201⟧</p>", format="html"),
        marked(
            "quoted tokens, footnotes and notes",
            "The page held “[oaicite:1]” eleven times, and “citeturn0search2” twice. See note [12] and the dagger †.\n\n"
            "【速報】 Take turn 3 of the game; he was cited in turn by the mayor. [citation needed] [web: the site]\n",
        ),
    ),
)  # fmt: skip
def ai_citation_token(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the tokens."""
    for block in {sighting.block.index: sighting.block for sighting in sightings}.values():
        if block.role == "code":
            continue
        text = plain_text(document)[block.start : block.end]
        for match in re.finditer(_TOKEN, text):
            opened = text[match.start()] in "\"'" or text[: match.start()].endswith(("'", '"', "`"))
            if opened and text[match.end() : match.end() + 2].strip(",.")[:1] in ("'", '"', "`"):
                continue
            start = match.end() - len(match[0].lstrip())
            yield Hit(Span(start, match.end()).shift(block.start))
