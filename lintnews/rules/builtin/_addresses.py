"""Addresses that lead nowhere, by how they read."""

from __future__ import annotations

import re

from ...document.model import Document

# What nearly all links are, looked for before any attribute is read, and what makes one worth a look for all that.
ORDINARY = (
    r"""\shref=["']?https?://(?:[a-z0-9-]+\.)+(?!test\b|lan\b|local|invalid|internal|intranet)[a-z]{2,12}[/?#"']"""
)
SUSPECT = (
    "example", "/wp-admin/", "preview", "stage", "staging", "wpengine", "ngrok", "your", "//my", "my-", "//mail", "//outlook", "//uat",
    "//pre", "{", "%7b", "[", "<%", "<?", "*|", "%%", "$", "http:http", "https:http", "http://http", "https://http", "http:/http", "https:/http",
)  # fmt: skip
# What no reader can open, whatever the page: a file, a mail program, the inside of a browser.
LOCAL_SCHEME = r"(?:file|applewebdata|x-webdoc|x-apple-data-detectors|message|blob|chrome-extension|moz-extension|about|res|cid|outlook|onenote):|[a-z]:[\\/]|\\\\\w"
# Hosts that exist on one computer or in one office only.
LOCAL_HOST = (
    r"(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|\[::1\]|"
    r"[\w.-]+\.(?:local|localhost|localdomain|internal|intranet|lan|test|invalid))"
)
OFFICE_PAGE = r"(?i)/wp-admin/(?!admin-ajax)|[?&]preview(?:_id|_nonce|=true)|://(?:mail\.google|outlook\.(?:live|office(?:365)?))\.com/mail/(?!.*[?&]view=cm)"
STAGING_HOST = r"(?:staging|stage|preprod|pre-prod|uat)\d?[.-].+|[\w-]+\.(?:wpengine|wpenginepowered|ngrok|ngrok-free)\.(?:com|io|app)"
# Hosts that stand for another: what guides and templates call their examples.
EXAMPLE_HOST = r"(?:[\w.-]+\.)?(?:example\.(?:com|org|net)|(?:your|my|yournews)-?(?:domain|site|website|link|url|blog|company)(?:name|here)?\.(?:com|org|net))|(?:url|link|x+|domain|website|tbd|todo)"
PLACEHOLDER = r"(?i)\[?(?:url|link|href|(?:insert|add|your|the|link|article|paste)[ _-](?:url|link|here)(?:[ _-]here)?|tbd|todo|tk|xxx+|undefined|null|nan|none|#{2,})\]?"
VARIABLE = r"\{\{.*?\}\}|\{%.*?%\}|\$\{\w[\w.]*\}|%7B%7B|<\?|<%|\[%|\[\[.*?\]\]|\{[\w.]{2,30}\}|\[\w{3,20}_?url\]|%%\w+%%|\*\|\w+\|\*"
DOUBLED = r"(?i)https?:?/{0,2}(?=https?:?//)"
CLIPPED = r"(?i)(?:h?ttps?(?::/{0,2}|/{1,2})|htt?ps?:/(?=[^/])|hhttps?://|https?;//|https?//:?|http:s//)(?=[\w-]+(?:\.[\w-]+)+)"
BARE_HOST = r"(?i)www\.[\w-]+\.[\w.-]+(?:[/?#].*)?|(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|co\.uk)(?:/.*)?"


def names(document: Document) -> frozenset[str]:
    """The names of all places of the page, in small letters."""
    found = re.findall(r"""(?i)\b(?:id|name)\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", document.source)
    return frozenset((one or two or three).lower() for one, two, three in found)


def names_its_site(document: Document) -> bool:
    """Whether the source is a whole page, whose own site its links are of."""
    return re.search(r"<(?:base|body|html|BASE|BODY|HTML)[\s>]", document.source) is not None
