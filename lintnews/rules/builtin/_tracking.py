"""Addresses that say where the reader came from, and what is left of them without that."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...finding import Edit
from ...span import Span
from ..links import Raw, host

# Parameters that only count readers: no page needs them to be found.
_PARAMETER = (
    r"(?:amp;)*(?:utm_\w+|utm-\w+|mtm_\w+|pk_(?:campaign|kwd|source|medium|content)|piwik_\w+|at_(?:medium|campaign|custom\d|xt_\w+)|"
    r"fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|li_fat_id|rdt_cid|epik|igshid|igsh|srsltid|"
    r"mc_cid|mc_eid|mkt_tok|_hs(?:enc|mi)|__hs\w+|hsctatracking|vero_(?:id|conv)|oly_(?:enc|anon)_id|wickedid|rb_clickid|"
    r"ml_subscriber(?:_hash)?|ss_email_id|bsft_\w+|_openstat|_ga|_gl|wt_z?mc|xtor|guccounter|guce_referrer(?:_sig)?|"
    r"__twitter_impression|ref_src|fb_(?:action_\w+|source|ref)|s_kwcid|ef_id|cmpid|icid|sca_esv)"
)
# One of these stands in every address that the rule is about.
SIGNS = (
    "utm_", "utm-", "mtm_", "pk_", "piwik_", "at_", "clid", "braid", "gclsrc", "li_fat_id", "rdt_cid", "epik", "igsh", "mc_",
    "mkt_tok", "_hs", "hscta", "vero_", "oly_", "wickedid", "ml_subscriber", "ss_email_id", "bsft_", "_openstat", "_ga", "_gl", "wt_",
    "xtor", "guc", "ref_src", "fb_", "s_kwcid", "ef_id", "cmpid", "icid", "sca_esv", "__twitter", "/url?", "l.php", "safelinks", "urldefense",
    "out.reddit", "/away",
)  # fmt: skip
_FRAGMENT = r"(?:xtor|utm_\w+|echobox|at_\w+|intcid|fbclid)=.*"

# Chatbots sign the links that they give with these.
_CHATBOT = r"utm_source=(?:chatgpt|openai|copilot|perplexity|claude|gemini|grok)(?:\.(?:com|ai))?\Z"

# Addresses that lead somewhere else, with the parameter that says where.
_WRAPPERS = (
    (r"google\.[a-z.]{2,6}/url", ("q", "url")),
    (r"(?:lm?|m)\.(?:facebook|messenger)\.com/l\.php", ("u",)),
    (r"l\.(?:instagram|threads)\.com/", ("u",)),
    (r"[\w.]*safelinks\.protection\.outlook\.com/", ("url",)),
    (r"out\.reddit\.com/", ("url",)),
    (r"(?:vk\.com|away\.vk\.com)/away(?:\.php)?", ("to",)),
    (r"youtube\.com/redirect", ("q",)),
    (r"slack-redir\.net/link", ("url",)),
    (r"steamcommunity\.com/linkfilter/", ("url", "u")),
)
# Wrappers whose target only their maker can read, made for one mailbox or one document.
_MAILBOX = r"urldefense\.(?:com|proofpoint\.com)/v[123]/|[\w.-]*safelinks\.protection\.outlook\.com/"
# What shares or advertises: furniture, whose parameters make it work.
_MACHINERY = r"(?i)[\w.]*(?:google\.[a-z.]{2,6}/aclk|/share(?:r|article)?\b|/intent/|/bookmarklet|/pin/create|/submit\?|wa\.me/|/sendmessage)|googleadservices"


def read(raw: Raw) -> tuple[str, tuple[Edit, ...], bool] | None:
    """What is wrong with an address, the edits that repair it, and whether it is worth a warning."""
    url = raw.value
    address = re.sub(r"(?i)\A\s*(?:https?:)?//(?:www\.)?", "", url)
    personal = re.match(_MAILBOX, address, re.IGNORECASE) is not None
    for pattern, names in _WRAPPERS:
        if re.match(pattern, address, re.IGNORECASE):
            target = _target(url, names)
            if target:
                edit = Edit(raw.span(0, len(url)), target.replace("&", "&amp;").replace('"', "%22").replace("'", "%27"))
                return f"leads through {host(url)}", (edit,), personal
    if personal:
        return "leads through the filter of one mailbox", (), True
    return (
        None if re.match(_MACHINERY, address) or re.search(_MACHINERY, address.partition("?")[0]) else _parameters(raw)
    )


def _target(url: str, names: Sequence[str]) -> str:
    """The address that a wrapper leads to, or ""."""
    from urllib.parse import parse_qs, unquote

    given = parse_qs(url.partition("?")[2].partition("#")[0])
    for name in names:
        for value in given.get(name, ()):
            target = unquote(value) if re.match(r"(?i)https?%3a", value) else value
            if re.match(r"(?i)https?://[^/\s<>]+\.[^/\s<>]+[^\s<>]*\Z", target):
                return target
    return ""


def _parameters(raw: Raw) -> tuple[str, tuple[Edit, ...], bool] | None:
    url = raw.value
    rest, fragment = (url.find("#") if "#" in url else len(url)), url.partition("#")[2]
    mark = url.find("?", 0, rest)
    edits: list[Edit] = []
    names: list[str] = []
    sure = False
    if mark > 0:
        pieces = url[mark + 1 : rest].split("&")
        starts = [mark + 1]
        for piece in pieces[:-1]:
            starts.append(starts[-1] + len(piece) + 1)
        drop = [_tracks(piece) for piece in pieces]
        names = [
            re.sub("(?:amp;)*", "", piece, count=1).partition("=")[0]
            for piece, bad in zip(pieces, drop, strict=True)
            if bad
        ]
        sure = any(bad and re.search(_CHATBOT, piece) for piece, bad in zip(pieces, drop, strict=True))
        at = 0
        while at < len(pieces):
            to = at
            while to < len(pieces) and drop[to]:
                to += 1
            if to > at:
                # With the sign behind them, or before them where they come last.
                begin, end = (starts[at], starts[to]) if to < len(pieces) else (starts[at] - 1, rest)
                edits.append(Edit(raw.span(begin, end)))
            at = to + 1
    if rest > 0 and re.fullmatch(_FRAGMENT, fragment, re.IGNORECASE):
        names.append(fragment.partition("=")[0])
        if edits and edits[-1].span.end == raw.span(rest, rest).start:
            edits[-1] = Edit(Span(edits[-1].span.start, raw.span(len(url), len(url)).end))
        else:
            edits.append(Edit(raw.span(rest, len(url))))
    if not edits:
        return None
    kinds = ", ".join(dict.fromkeys(names))
    return (f"signed by a chatbot ({kinds})" if sure else f"carries {kinds}"), tuple(edits), sure


def _tracks(piece: str) -> bool:
    name, equals, value = piece.partition("=")
    if not equals or not re.fullmatch(_PARAMETER, name, re.IGNORECASE):
        return False
    return name.lower() != "ref_src" or value.lower().startswith("twsrc")
