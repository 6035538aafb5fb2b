"""Shortcodes of content systems and BBCode that nobody rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ...span import Span
from ..codetalk import about_code, inside_code, shows_code
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Sighting

_VALUE = r"(?:\"[^\"\n\[\]]{0,300}\"?|'[^'\n\[\]]{0,300}'?|[^\s\[\]\"']{1,200})"
# Named, with attributes: any name; closing: any name of two letters or more; with an underscore: any name.
_SHAPED = (
    rf"\[[a-z][\w-]{{0,40}}(?: +[\w:-]{{1,40}} ?= ?{_VALUE}){{1,20}} ?/?\]"
    r"|\[/[a-z][\w-]{1,40}\]"
    r"|\[[a-z]{2,20}(?:_[a-z0-9]{1,20}){1,5} ?/?\]"
)
_MEDIA = "embed|video|audio|youtube|vimeo|playlist|tweet|twitter|instagram|facebook|tiktok|soundcloud|spotify|gist|pdf|iframe|img"
_PAIRED = rf"\[(?P<media>{_MEDIA})\b[^\[\]\n]{{0,300}}\][^\[\]\n]{{0,300}}\[/(?P=media)\]"
# Names that are no words of prose, bare or with whatever follows.
_KNOWN = (
    r"\[(?:contact-form-7|contact-form|wpforms|gravityform|ninja_form|forminator_form|mc4wp|caption|wp_ad_camp|adrotate|adinserter|"
    r"adsense|the_ad|jetpack-related-posts|jp-relatedposts|related-posts|tablepress|table id|gallery|embedyt|nextgen|ngg|"
    r"sharethis|addtoany|addthis|toc|ez-toc|lwptoc|woocommerce|product id|add_to_cart|rev_slider|layerslider|metaslider|"
    r"poll id|formidable|shortcode|social-share|print-me|audio mp3|video mp4|sourcecode|wpvideo|wpdm|inject-module)"
    r"(?: [^\[\]\n]{0,300})?/?\]"
)
# Bare names that are words: only where nothing else stands in the block.
_ALONE = r"\[(?:ads?|advert|newsletter|social|share|related|cta|banner|sidebar|signup|subscribe|recirc|promo|paywall|pullquote|infobox|slideshow|carousel|inline-?ad|in-?article|map|form|table|author|divider|spacer|pagebreak|page)\]"
_JOOMLA = (
    r"\{/?(?:loadposition|loadmodule|loadmoduleid|mosimage|mospagebreak|phocagallery|rsform|jcomments|youtube|vimeo|"
    r"module|gallery|slider|sliders|tab|tabs|modal|snippet|source|article|snippet|jumi|k2splitter)(?:[ =][^{}\n]{1,200})?\}"
)
_WIKI = r"\[\[(?:file|image|category|datei|bild|kategorie|fichier|catégorie|archivo|categoría|immagine|plik|файл):[^\[\]\n]{1,300}\]\]"
_ADDRESS = rf"\[(?:{_MEDIA}) (?:https?://[^\s\]]+|\d{{3,}})[^\[\]\n]{{0,100}}\]"
_SHORTCODE = rf"(?i){_PAIRED}|{_ADDRESS}|{_KNOWN}|{_SHAPED}|{_JOOMLA}|{_WIKI}"
# BBCode: the opening tag of one letter only beside its closing one.
_BBCODE = r"(?i)\[/?(?:b|i|u|s|quote|url|img|size|color|colour|font|center|left|right|code|spoiler|list|li|youtube)\]|\[(?:url|size|color|colour|font|quote|img|list)=[^\[\]\n]{1,300}\]"
_BBCODE_PROOF = r"(?i)\[/(?:b|i|u|s|quote|url|img|size|color|colour|font|center|left|right|code|spoiler|list)\]|\[(?:url|size|color|colour|font)=[^\[\]\n]"
# Words of which one stands in every line that counts.
_WORDS = (
    "[/|[ad|[newsletter|[social|[cta|[banner|[sidebar|[signup|[subscribe|[recirc|[promo|[paywall|[pull|[info|[slide|[carousel|[in|[map|[form|[author|[divider|[spacer|[page|[youtube|[vimeo|[tweet|[twitter|[instagram|[facebook|[tiktok|[soundcloud|[spotify|[pdf|[iframe|=|_|[gallery|[contact|[caption|[toc|[ez-|[table|[product|[addtoany|[add|[adsense|[adrotate|[jetpack|[related|[share|[wpforms|[embed|[shortcode|[social-|{load|{mos|{/|{module|{gallery|"
    "{youtube|{source|{slider|{tab|{modal|{phoca|{jcomments|[[|[inject|[source|[woo|[print|[poll|[wpdm|[ngg|[nextgen|[lwp|[sharethis|[mc4wp|[audio|[video"
)


@rule(
    "leak/shortcode",
    summary="Shortcode or BBCode that was not rendered",
    message="Shortcode shown as text",
    severity="error",
    since="0.1.0",
    delete=True,
    literals=tuple(_WORDS.split("|")),
    tags=("code", "cms"),
    why="""
A content system replaces shortcodes by galleries, buttons and boxes. Copied out of the
system, or with the module gone, they stay as text.

Words in square brackets are common in news: “[I]f”, “[sic]”, “[Video]”, “[1]”. So a bare
word counts only where its name is no word of prose; others need attributes, a slash before
the name or an underscore in it. The text between two tags stays, except an address between
media tags. Articles about code, code itself and quoted tags are left alone.
""",
    examples=(
        marked(
            "builder tags and a caption",
            '⟦[vc_row][vc_column_text]⟧\n\nThe vote was close.\n\n⟦[caption id="attachment_12" align="center"]⟧The hall.⟦[/caption]⟧\n\n⟦[/vc_row]⟧',
            fixed="The vote was close.\n\nThe hall.",
        ),
        marked(
            "a media tag with its address, and known names",
            'The vote was close.\n\n⟦[embed]https://example.org/v/74[/embed]⟧\n\n⟦[gallery ids="1,2"]⟧\n\n⟦[contact-form-7]⟧\n\n⟦[toc]⟧',
            fixed="The vote was close.",
        ),
        marked(
            "curly quotes, Joomla and wiki",
            "⟦[button link=”http://example.org/” type=”big”]⟧Karten⟦[/button]⟧\n\n⟦{loadposition banner3}⟧\n\n⟦[[Datei:Halle.jpg|mini|Die Halle]]⟧",
            fixed="Karten",
        ),
        marked(
            "BBCode",
            "⟦[b]⟧The vote⟦[/b]⟧ was close, says ⟦[url=https://example.org]⟧the paper⟦[/url]⟧.",
            fixed="The vote was close, says the paper.",
        ),
        marked("in HTML", '<p>The vote was close.</p>⟦<p>[et_pb_text admin_label="Text"]</p>⟧', format="html"),
        marked(
            "brackets of honest prose",
            "[Video] The vote\n\n“[I]f it rains [in May], we win [sic],” she said [1]. Write to info[at]example[dot]org, [b] or [a].",
        ),
        marked(
            "an article about them",
            'In WordPress a shortcode such as [gallery ids="1,2"] or [caption id="attachment_12"] stands for a box of the page.',
        ),
        marked("code", 'The vote was close.\n\n    [gallery ids="1,2"]\n\nUse `[vc_row]`.\n', format="markdown"),
    ),
)
def shortcode(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the shortcodes."""
    seen = {sighting.block.index: sighting.block for sighting in sightings}
    for block in seen.values():
        text = plain_text(document)[block.start : block.end]
        if block.role == "code" or not ("[" in text or "{" in text):
            continue
        spans = _spans(text)
        if not spans or about_code(document) or shows_code(text):
            continue
        for span in spans:
            if not _on_purpose(document, block, text, span):
                yield Hit(span.shift(block.start))


def _spans(text: str) -> list[Span]:
    if re.fullmatch(_ALONE, text):
        return [Span(0, len(text))]
    found = [match.span() for match in re.compile(_SHORTCODE).finditer(text)]
    if re.search(_BBCODE_PROOF, text):
        found += [match.span() for match in re.compile(_BBCODE).finditer(text)]
    spans: list[Span] = []
    for start, end in sorted(set(found)):
        if spans and (start < spans[-1].end or not text[spans[-1].end : start].strip()):
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return spans


def _on_purpose(document: Document, block: Block, text: str, span: Span) -> bool:
    """Whether a tag is quoted, or stands in code, or is the text of a link in Markdown."""
    before, after = text[: span.start][-1:], text[span.end :][:1]
    if before and before in "'\"" and after in ("'", '"'):
        return True
    if document.format == "markdown" and text[span.end : span.end + 1] in ("(", ":", "["):
        return True
    return inside_code(document, span.shift(block.start))
